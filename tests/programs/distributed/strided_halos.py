# COMPARE: exact
# FILES: out.npy
import numpy as np

n = 150000
x = np.arange(n) % 97 * 1.0
y = np.zeros(n)
for _ in range(4):
    y[2:-2] = (x[:-4] + x[4:] - 2.0 * x[2:-2]) * 0.5
    y[::3] += 1.0
    x[:] = y
    x[100:200] = 0.0
np.save("out.npy", x)
print(x[:10], x[-10:], x.max())
