# COMPARE: rtol 1e-9
import numpy as np

G = 9.81


def reflect(h, hu, hv):
    for q in (h, hu, hv):
        q[0, :] = q[1, :]
        q[-1, :] = q[-2, :]
        q[:, 0] = q[:, 1]
        q[:, -1] = q[:, -2]
    hu[0, :] *= -1
    hu[-1, :] *= -1
    hv[:, 0] *= -1
    hv[:, -1] *= -1


def fluxes(h, hu, hv):
    u = hu / h
    v = hv / h
    p = 0.5 * G * h * h
    return (hu, hu * u + p, hu * v), (hv, hv * u, hv * v + p)


def average(q):
    return 0.25 * (q[:-2, 1:-1] + q[2:, 1:-1] + q[1:-1, :-2] + q[1:-1, 2:])


def lax_friedrichs(q, fx, fy, ratio):
    new = q.copy()
    new[1:-1, 1:-1] = average(q) - 0.5 * ratio * (
        fx[2:, 1:-1] - fx[:-2, 1:-1] + fy[1:-1, 2:] - fy[1:-1, :-2]
    )
    return new


def step(h, hu, hv, ratio):
    reflect(h, hu, hv)
    (f0, f1, f2), (g0, g1, g2) = fluxes(h, hu, hv)
    return (
        lax_friedrichs(h, f0, g0, ratio),
        lax_friedrichs(hu, f1, g1, ratio),
        lax_friedrichs(hv, f2, g2, ratio),
    )


n = 42
xs = (np.arange(n) - 0.5 * n) / n
h = 1.0 + 0.4 * np.exp(-60.0 * ((xs[:, None] - 0.1) ** 2 + xs[None, :] ** 2))
hu = np.zeros((n, n))
hv = np.zeros((n, n))
volume = h[1:-1, 1:-1].sum()
for it in range(60):
    h, hu, hv = step(h, hu, hv, 0.1)
    if it % 20 == 19:
        speed = np.sqrt(hu ** 2 + hv ** 2) / h
        print(f"step {it + 1}: depth {h[1:-1, 1:-1].min():.8f}..{h[1:-1, 1:-1].max():.8f} speed {speed.max():.8f}")
print("volume kept:", np.isclose(h[1:-1, 1:-1].sum(), volume, rtol=1e-6))
print("symmetric in y:", np.allclose(h[1:-1, 2:-1], h[1:-1, -2:1:-1]))
print(h[n // 2, 1:-1:8])
