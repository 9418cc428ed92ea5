# COMPARE: exact
# Numbers whose shortest text stands between two, and comparisons of unsigned numbers with negative ones.
import numpy as np

print(np.float32(439.453125), np.array([439.453125, 0.5], dtype=np.float32), 255.99844360351562)
print(np.array([255.99844360351562, 1e-3]), [255.99844360351562], np.float32(1.00000012), np.float32(8388609.5))
p = np.arange(4).astype(np.uint8).prod()
n = -3
for k in range(2):
    n -= k
print(-3 <= p, -3 > p, p >= -3, p == -1, p != -1, n <= p, p > n, n >= p, n == p, 3 > p, p < 1)
