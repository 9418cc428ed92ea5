# COMPARE: rtol 1e-12
# ARGS: 60 200
# FILES: jacobi.npy
import sys

import numpy as np


def sweep(u, f, h):
    new = u.copy()
    new[1:-1, 1:-1] = 0.25 * (u[2:, 1:-1] + u[:-2, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2] + h * h * f[1:-1, 1:-1])
    return new


n = int(sys.argv[1])
rounds = int(sys.argv[2])
h = 1.0 / (n - 1)
u = np.zeros((n, n))
f = np.ones((n, n))
f[n // 3:n // 2, n // 3:n // 2] = 5.0
for k in range(rounds):
    new = sweep(u, f, h)
    change = np.abs(new - u).max()
    u = new
    if k % 50 == 0:
        print(k, f"{change:.8e}")
print(u.max(), u.sum())
np.save("jacobi.npy", u)
