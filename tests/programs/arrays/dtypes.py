# COMPARE: exact
import numpy as np

a = np.arange(4, dtype=np.int32)
b = np.ones(4, dtype=np.float32)
c = np.arange(4)
d = np.linspace(0.0, 1.0, 4)
m = c > 1
print((a + b).dtype, (a + c).dtype, (b + d).dtype, (a + 1).dtype, (b + 1).dtype, (b * 2.5).dtype)
print((c / 2).dtype, (c // 2).dtype, (a / a).dtype, (m + m).dtype, (m + 1).dtype, (c * 1.5).dtype)
print((c > 1).dtype, np.sqrt(a).dtype, np.sqrt(b).dtype, c.astype(np.float32).dtype, m.sum().dtype)
print(a.sum().dtype, b.sum().dtype, c.mean().dtype, b.mean().dtype, m.mean().dtype)
print(a + b, a * c, c.astype(np.int32), d.astype(int), m.astype(float))
print(np.array([1.9, -1.9, 2.5]).astype(np.int64))
