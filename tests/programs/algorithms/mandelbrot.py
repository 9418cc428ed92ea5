# COMPARE: exact
# ARGS: 40
import sys

import numpy as np

n = int(sys.argv[1])
x = np.linspace(-2.0, 0.5, n)
y = np.linspace(-1.25, 1.25, n)
cr = x[None, :] + np.zeros((n, 1))
ci = y[:, None] + np.zeros((1, n))
zr = np.zeros((n, n))
zi = np.zeros((n, n))
count = np.zeros((n, n), dtype=np.int64)
for _ in range(30):
    inside = zr * zr + zi * zi <= 4.0
    new = np.where(inside, zr * zr - zi * zi + cr, zr)
    zi = np.where(inside, 2.0 * zr * zi + ci, zi)
    zr = new
    count += inside
print(count.sum(), count[n // 2])
