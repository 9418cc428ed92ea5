# COMPARE: rtol 1e-8
import numpy as np


def reflector(x):
    v = x.copy()
    s = np.linalg.norm(x)
    if s == 0.0:
        return v, 0.0
    v[0] += s if x[0] >= 0 else -s
    return v, 2.0 / (v @ v)


def hessenberg(a):
    h = a.copy()
    n = h.shape[0]
    q = np.eye(n)
    for k in range(n - 2):
        v, beta = reflector(h[k + 1:, k])
        h[k + 1:, k:] -= beta * np.outer(v, v @ h[k + 1:, k:])
        h[:, k + 1:] -= beta * np.outer(h[:, k + 1:] @ v, v)
        q[:, k + 1:] -= beta * np.outer(q[:, k + 1:] @ v, v)
    h[np.tril_indices(n, -2)] = 0.0
    return h, q


def shifted_qr_step(h, shift):
    n = len(h)
    t = h - shift * np.eye(n)
    rotations = np.zeros((n - 1, 2))
    for k in range(n - 1):
        r = np.hypot(t[k, k], t[k + 1, k])
        c, s = t[k, k] / r, t[k + 1, k] / r
        rotations[k] = c, s
        t[k:k + 2] = np.array([[c, s], [-s, c]]) @ t[k:k + 2]
    for k, (c, s) in enumerate(rotations):
        t[:, k:k + 2] = t[:, k:k + 2] @ np.array([[c, -s], [s, c]])
    return t + shift * np.eye(n)


np.random.seed(3)
m = np.random.rand(8, 8)
a = m + m.T + np.diag(3.0 * np.arange(8))
h, q = hessenberg(a)
print("similar:", np.allclose(q @ h @ q.T, a), "tridiagonal:", np.allclose(np.triu(h, 2), 0.0))

values = []
active = h
while active.shape[0] > 1:
    while abs(active[-1, -2]) > 1e-11:
        active = shifted_qr_step(active, active[-1, -1])
    values.append(active[-1, -1])
    active = active[:-1, :-1]
values.append(active[0, 0])
found = np.sort(np.array(values))
print("eigenvalues", found)
print(f"trace {np.trace(a):.9f} sum {found.sum():.9f}")
