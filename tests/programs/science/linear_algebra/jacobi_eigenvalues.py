# COMPARE: rtol 1e-9
import numpy as np


def off_norm(a):
    return np.sqrt(2.0 * np.sum(np.tril(a, -1) ** 2))


def rotate(a, v, p, q):
    if abs(a[p, q]) < 1e-300:
        return
    theta = (a[q, q] - a[p, p]) / (2.0 * a[p, q])
    sign = 1.0 if theta >= 0 else -1.0
    t = sign / (abs(theta) + np.sqrt(theta * theta + 1.0))
    c = 1.0 / np.sqrt(t * t + 1.0)
    s = t * c
    ap, aq = a[:, p].copy(), a[:, q].copy()
    a[:, p] = c * ap - s * aq
    a[:, q] = s * ap + c * aq
    ap, aq = a[p, :].copy(), a[q, :].copy()
    a[p, :] = c * ap - s * aq
    a[q, :] = s * ap + c * aq
    vp = v[:, p].copy()
    v[:, p] = c * vp - s * v[:, q]
    v[:, q] = s * vp + c * v[:, q]


def jacobi(a, tol=1e-11):
    a = a.copy()
    n = len(a)
    v = np.eye(n)
    sweeps = 0
    while off_norm(a) > tol and sweeps < 50:
        for p in range(n - 1):
            for q in range(p + 1, n):
                rotate(a, v, p, q)
        sweeps += 1
    order = np.argsort(np.diag(a))
    return np.diag(a)[order], v[:, order], sweeps


n = 8
k = np.arange(n)
springs = 2.0 * np.eye(n) - np.eye(n, k=1) - np.eye(n, k=-1)
springs += np.diag(0.1 * k)
w, v, sweeps = jacobi(springs)
print("eigenvalues", w)
print("sweeps below 12:", sweeps < 12)
print("A v = v w:", np.allclose(springs @ v, v * w))
print("orthogonal:", np.allclose(v.T @ v, np.eye(n)))
print(f"trace {np.trace(springs):.6f} sum {w.sum():.6f}")
ground = np.abs(v[:, 0])
print("ground state peak at", int(ground.argmax()), f"{ground.max():.10f}")
