# COMPARE: rtol 1e-9
import numpy as np


def classical(a):
    m, n = a.shape
    q = np.zeros((m, n))
    r = np.zeros((n, n))
    for j in range(n):
        v = a[:, j].copy()
        r[:j, j] = q[:, :j].T @ a[:, j]
        v -= q[:, :j] @ r[:j, j]
        r[j, j] = np.sqrt(np.sum(v ** 2))
        q[:, j] = v / r[j, j]
    return q, r


def modified(a):
    q = np.array(a, dtype=np.float64)
    n = q.shape[1]
    r = np.zeros((n, n))
    for i in range(n):
        r[i, i] = np.linalg.norm(q[:, i])
        q[:, i] /= r[i, i]
        for j in range(i + 1, n):
            r[i, j] = np.dot(q[:, i], q[:, j])
            q[:, j] -= r[i, j] * q[:, i]
    return q, r


def defect(q):
    return np.abs(q.T @ q - np.eye(q.shape[1])).max()


def least_squares(q, r, b):
    n = r.shape[0]
    y = q.T @ b
    x = np.zeros(n)
    for i in reversed(range(n)):
        x[i] = (y[i] - np.sum(r[i, i + 1:] * x[i + 1:])) / r[i, i]
    return x


t = np.linspace(0.0, 2.0, 41)
vander = np.stack([t ** k for k in range(5)], axis=1)
signal = 1.0 - 2.0 * t + 0.5 * t ** 3 + 0.01 * np.sin(40.0 * t)

for name, method in (("classical", classical), ("modified", modified)):
    q, r = method(vander)
    coef = least_squares(q, r, signal)
    print(name, q.shape, r.shape, defect(q) < 1e-9)
    print("  diag(R):", np.diag(r))
    print("  coefficients:", np.round(coef, 10))
    rms = np.sqrt(np.mean((vander @ coef - signal) ** 2))
    print(f"  rms misfit {rms:.10f}")
