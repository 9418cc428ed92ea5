# COMPARE: exact
import sys

import numpy as np

for v in np.array([True, False]):
    print(v)
for v in np.arange(3):
    print(v)
for v in np.array([3, 9], dtype=np.int32):
    print(v)
for v in ("a", 1, 2.5):
    print(v)
a = np.arange(24).reshape(2, 3, 4)
for ax in range(3):
    print(ax, a.sum(axis=ax))
def f(n):
    z = 5
    if n > 1:
        z = 2.5
    return str(z), z % 3, z // 2, z ** 2
print(f(0), f(2))
for i in range(5)[::-1]:
    print(i, end=" ")
for i in range(1, len(sys.argv) + 9, 3)[::-1]:
    print(i, end=" ")
print(sum(range(len(sys.argv) * 10)), sum(range(3, len(sys.argv) * 10, 4)), range(5)[-1])
print(sorted([3, 1, 2]), sorted(("b", "a")), sorted((2.5, float(len(sys.argv)))), sorted([1, 3, 2], reverse=True))
