# COMPARE: exact
import numpy as np

y = np.array([1.0, 2.0, 3.0], dtype=np.float32)
print(y * 1e-23 * 1e23, y * 5)
print(y * 1e-12 * 1e12, y * 7, y * 1e15 / 1e15, y / 3)
z = np.array([1.0, 2.0, 3.0])
print(1e-200 * z * 1e200, z * 5)
c = 1e-150
p = c * (c * z) * 1e300
print((p * 1e200).mean(), p * 2, z + 1)
print((z * 10) / 10, z * 3 / 3, 0.1 * (0.2 * z), 0.1 * z + 0.2 * z)
tiny = z * 0.0
print(tiny * -1.0, -tiny, 0.0 * -z, tiny / -3.0)
n = len(z)
print(z * (n - 3) + 1, z / (n + 4) * (n + 4))
