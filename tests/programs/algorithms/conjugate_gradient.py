# COMPARE: rtol 1e-7
import numpy as np


def solve(a, b, tolerance, limit):
    x = np.zeros(b.shape[0])
    r = b - a @ x
    p = r.copy()
    old = r @ r
    for k in range(limit):
        ap = a @ p
        alpha = old / (p @ ap)
        x += alpha * p
        r -= alpha * ap
        new = r @ r
        if np.sqrt(new) < tolerance:
            return x, k + 1
        p = r + (new / old) * p
        old = new
    return x, limit


np.random.seed(4)
n = 80
m = np.random.rand(n, n)
a = m.T @ m + n * np.eye(n)
b = np.random.rand(n)
x, steps = solve(a, b, 1e-10, 200)
print(x[:5], np.abs(a @ x - b).max() < 1e-8)
