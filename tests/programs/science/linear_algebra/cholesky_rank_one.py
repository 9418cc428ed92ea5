# COMPARE: rtol 1e-9
"""Cholesky factorisation, solve, and a rank-one update of the factor."""
import math
import numpy as np


def cholesky(a):
    n = a.shape[0]
    l = np.zeros_like(a)
    for j in range(n):
        s = a[j, j]
        for k in range(j):
            s -= l[j, k] * l[j, k]
        if s <= 0.0:
            return l, False
        l[j, j] = math.sqrt(s)
        for i in range(j + 1, n):
            s = a[i, j]
            for k in range(j):
                s -= l[i, k] * l[j, k]
            l[i, j] = s / l[j, j]
    return l, True


def update(l, x):
    """Factor of l l^T + x x^T, in place."""
    x = x.copy()
    for k in range(len(x)):
        r = math.hypot(l[k, k], x[k])
        c = r / l[k, k]
        s = x[k] / l[k, k]
        l[k, k] = r
        l[k + 1:, k] = (l[k + 1:, k] + s * x[k + 1:]) / c
        x[k + 1:] = c * x[k + 1:] - s * l[k + 1:, k]


def solve(l, b):
    n = len(b)
    y = np.empty(n)
    for i in range(n):
        y[i] = (b[i] - np.dot(l[i, :i], y[:i])) / l[i, i]
    x = np.empty(n)
    for i in range(n - 1, -1, -1):
        x[i] = (y[i] - np.dot(l[i + 1:, i], x[i + 1:])) / l[i, i]
    return x


n = 18
i = np.arange(n)
a = np.exp(-0.1 * (i[:, None] - i[None, :]) ** 2) + 0.3 * np.eye(n)
l, ok = cholesky(a)
print("positive definite:", ok, "log det", 2.0 * np.log(np.diag(l)).sum())

b = np.cos(i * 0.7)
x = solve(l, b)
print("solution", x[:3], np.allclose(a @ x, b))

v = np.sin(1.0 + i)
update(l, v)
print("updated factor matches:", np.allclose(l @ l.T, a + np.outer(v, v)))
print("last row", l[-1, -3:])

_, ok = cholesky(a - 2.0 * np.eye(n))
print("indefinite accepted:", ok)
