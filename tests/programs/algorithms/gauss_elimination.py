# COMPARE: rtol 1e-9
import numpy as np


def solve(a, b):
    a = a.copy()
    b = b.copy()
    n = len(b)
    for k in range(n):
        best = k + np.argmax(np.abs(a[k:, k]))
        if best != k:
            row = a[k].copy()
            a[k] = a[best]
            a[best] = row
            b[k], b[best] = b[best], b[k]
        for i in range(k + 1, n):
            factor = a[i, k] / a[k, k]
            a[i, k:] -= factor * a[k, k:]
            b[i] -= factor * b[k]
    x = np.zeros(n)
    for i in range(n - 1, -1, -1):
        x[i] = (b[i] - a[i, i + 1:] @ x[i + 1:]) / a[i, i]
    return x


np.random.seed(9)
a = np.random.rand(12, 12)
b = np.random.rand(12)
x = solve(a, b)
print(x)
print(np.abs(a @ x - b).max() < 1e-10)
