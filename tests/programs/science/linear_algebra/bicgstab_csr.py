# COMPARE: rtol 1e-7
"""BiCGSTAB on a matrix in compressed sparse rows built by hand."""
import numpy as np


def build(n):
    nnz = 0
    indptr = np.zeros(n + 1, dtype=np.int64)
    indices = np.zeros(5 * n, dtype=np.int64)
    data = np.zeros(5 * n)
    for row in range(n):
        for offset in (-9, -1, 0, 1, 9):
            col = row + offset
            if col < 0 or col >= n:
                continue
            indices[nnz] = col
            data[nnz] = 5.0 if offset == 0 else -1.0 - 0.1 * np.sign(offset)
            nnz += 1
        indptr[row + 1] = nnz
    return indptr, indices[:nnz], data[:nnz]


def matvec(indptr, indices, data, x):
    y = np.zeros(len(indptr) - 1)
    for row in range(y.size):
        start, stop = indptr[row], indptr[row + 1]
        y[row] = np.sum(data[start:stop] * x[indices[start:stop]])
    return y


def bicgstab(a, b, tol=1e-10, max_steps=100):
    indptr, indices, data = a
    x = np.zeros_like(b)
    r = b.copy()
    shadow = r.copy()
    rho = alpha = omega = 1.0
    p = np.zeros_like(b)
    v = np.zeros_like(b)
    target = tol * np.linalg.norm(b)
    for step in range(1, max_steps + 1):
        rho_new = shadow @ r
        beta = (rho_new / rho) * (alpha / omega)
        p = r + beta * (p - omega * v)
        v = matvec(indptr, indices, data, p)
        alpha = rho_new / (shadow @ v)
        s = r - alpha * v
        t = matvec(indptr, indices, data, s)
        omega = (t @ s) / (t @ t)
        x += alpha * p + omega * s
        r = s - omega * t
        rho = rho_new
        if np.linalg.norm(r) < target:
            return x, step
    return x, -1


a = build(81)
indptr, indices, data = a
print("rows", len(indptr) - 1, "entries", data.size, "row lengths", np.bincount(np.diff(indptr)))
b = 1.0 + 0.5 * np.sin(np.arange(81) / 4.0)
x, steps = bicgstab(a, b)
print("converged:", 0 < steps < 60)
print("residual:", np.linalg.norm(matvec(indptr, indices, data, x) - b) < 1e-8)
print(f"sum {x.sum():.10f} min {x.min():.10f} max {x.max():.10f}")
print(x[36:45])
