# COMPARE: rtol 1e-9
"""Solve dense systems with an LU factorisation and partial pivoting."""
import numpy as np


def lu_factor(a):
    lu = a.copy()
    n = lu.shape[0]
    piv = np.arange(n)
    sign = 1
    for k in range(n - 1):
        p = k + np.argmax(np.abs(lu[k:, k]))
        if lu[p, k] == 0.0:
            raise ValueError("matrix is singular")
        if p != k:
            lu[[k, p]] = lu[[p, k]]
            piv[[k, p]] = piv[[p, k]]
            sign = -sign
        lu[k + 1:, k] /= lu[k, k]
        lu[k + 1:, k + 1:] -= np.outer(lu[k + 1:, k], lu[k, k + 1:])
    return lu, piv, sign


def forward(lu, b):
    y = b.copy()
    for i in range(1, len(y)):
        y[i] -= lu[i, :i] @ y[:i]
    return y


def backward(lu, y):
    x = y.copy()
    n = len(x)
    for i in range(n - 1, -1, -1):
        x[i] = (x[i] - lu[i, i + 1:] @ x[i + 1:]) / lu[i, i]
    return x


def lu_solve(lu, piv, b):
    return backward(lu, forward(lu, b[piv]))


np.random.seed(11)
n = 24
a = np.random.rand(n, n) - 0.5
a[0, 0] = 0.0
b = np.arange(1.0, n + 1)
lu, piv, sign = lu_factor(a)
x = lu_solve(lu, piv, b)
det = sign * np.prod(np.diag(lu))

lower = np.tril(lu, -1) + np.eye(n)
upper = np.triu(lu)
print("pivots", piv)
print(f"det = {det:.12e}")
print("x[:4] =", x[:4])
print("residual small:", np.abs(a @ x - b).max() < 1e-9)
print("PA = LU:", np.allclose(lower @ upper, a[piv]))
