# COMPARE: exact
import numpy as np

a = np.arange(5) * 1.5
x = a[2]
print(x, a[1] + a[2], float(a[3]), int(a[3]), x > 2, a.sum() + 1)
i = np.arange(5)[3]
print(i, i * 2, i / 2, i // 2, int(i) + 1, int(i) ** 2)
print(np.float64(2.5), np.int64(3), np.sqrt(2.0), np.pi, np.abs(-3.5), np.exp(0.0), np.maximum(2, 3))
print(f"{a[1]:.2f} {a.max():5.1f} {i:4d} {i}")
total = 0.0
for k in range(5):
    total += a[k]
print(total, round(a[1], 1), max(a[1], a[2]), abs(a[0] - 7))
