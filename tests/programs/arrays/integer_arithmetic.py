# COMPARE: exact
import numpy as np

a = np.array([7, -7, 7, -7, 0])
b = np.array([2, 2, -2, -2, 3])
print(a // b, a % b, a * b, a - b, a + b)
print(a & b, a | b, a ^ b, ~a, a << 2, a >> 1)
print(a ** 2, abs(a), -a, np.abs(a), np.maximum(a, b))
print(a == b, a != b, a < b, a >= b)
big = np.array([2 ** 62, 2 ** 62])
print(big + big)
i32 = np.array([2147483647, 1], dtype=np.int32)
print(i32 + i32, i32 * i32)
