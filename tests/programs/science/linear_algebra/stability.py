# COMPARE: rtol 1e-8
import numpy as np
# stability, chemistry, geometry
def rk4(f, y, t, h):
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h / 2 * k1)
    k3 = f(t + h / 2, y + h / 2 * k2)
    k4 = f(t + h, y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
J = np.array([[-0.04, 1e2, 0.0], [0.04, -2e2, 0.0], [0.0, 1e2, 0.0]])
lam = np.linalg.eigvals(J)
print("stiffness", np.abs(lam).max() / np.abs(lam[np.abs(lam) > 1e-10]).min())
print("stable" if np.all(lam.real <= 1e-9) else "unstable")
osc = np.linalg.eigvals(np.array([[0.0, 1.0], [-4.0, -0.4]]))
print("oscillator", osc, "period", 2 * np.pi / np.abs(osc.imag[0]))
y = np.array([1.0, 0.0])
for i in range(100):
    y = rk4(lambda t, y: np.array([y[1], -4 * y[0] - 0.4 * y[1]]), y, i * 0.05, 0.05)
print(y)
K = np.diag([2.0, 2.0, 2.0]) - np.diag([1.0, 1.0], 1) - np.diag([1.0, 1.0], -1)
w, v = np.linalg.eig(K)
idx = np.argsort(w)
w, v = w[idx], v[:, idx]
print("modes", np.sqrt(w), np.abs(v))
pts = np.array([[0.0, 0], [4, 0], [4, 3], [0, 3], [2, 1]])
c = pts.mean(axis=0)
ang = np.arctan2(pts[:, 1] - c[1], pts[:, 0] - c[0])
poly = pts[np.argsort(ang)]
area = 0.5 * np.abs(np.dot(poly[:, 0], np.roll(poly[:, 1], 1)) - np.dot(poly[:, 1], np.roll(poly[:, 0], 1)))
print(area, np.linalg.norm(pts[:, None] - pts[None], axis=-1).max())
roots = np.roots([1.0, 2.0, 10.0, 8.0])
print(np.sort_complex(roots), np.sum(roots).real, np.prod(roots).real)
print(np.polyval([1.0, 2.0, 10.0, 8.0], roots).real.round(9) + 0.0)
q, r = np.linalg.qr(np.vander(np.linspace(0, 1, 5), 3))
print(np.triu(r), np.linalg.matrix_rank(r), np.linalg.cond(r))
print(np.linalg.matrix_power(np.array([[1, 1], [1, 0]]), 30)[0, 1])
print(np.linalg.matrix_power(np.array([[0.5, 0.5], [0.25, 0.75]]), -2))
x, res, rk, sv = np.linalg.lstsq(np.vander(np.arange(6.0), 2), np.array([1.0, 3, 5, 7, 9.5, 11]), rcond=None)
print(x, res, rk, sv)
