# COMPARE: exact
# Unsigned integers up to the largest of 64 bits.
import math

import numpy as np

a = np.array([3, 1, 2], dtype=np.uint8)
print(a + 1, a - 5, a.sum(), -a, a * 200, a / 2, a // 2, a ** 2, a.dtype, a.mean(), (a[0], a[0] + a[1]))
a = np.array([1], dtype=np.uint64) << np.uint64(63)
print(a, a[0], a.sum(), float(a[0]), a.astype(float), a > 5, a[0] > np.uint64(5), a // np.uint64(2), f"{a[0]}")
print(a[0] > 5, a[0] == 5, a % np.uint64(10), a[0] % np.uint64(10), np.max(a), np.sort(a), a[0] + 1.0, a.mean())
print(np.abs(a), (a,), [a[0]], repr(a[0]), str(a[0]))
a = np.array([5], dtype=np.uint64) - np.uint64(6)
print(a, a.astype(np.int64), a[0] * 1, a[0] // 2, a[0] >> 1, ~a[0], a[0] ^ 1, -a[0], a[0] / 2, a[0] ** 2)
print(math.sqrt(a[0]), abs(a[0]), bool(a[0]), a[0] & np.uint64(255), np.float32(a[0]))
for v in a:
    print(v, v < 3, v >= 3)
small = np.uint64(12)
print(int(small), range(small), f"{small:5d}|", small + 1, np.arange(5)[np.uint64(3)])
