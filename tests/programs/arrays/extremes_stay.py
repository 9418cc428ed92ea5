# COMPARE: exact
import numpy as np

x = np.array([1e308, 1.5e308, 3.0])
y = np.array([1e308, 1e308, 2.0])
tiny = np.array([1e-300, 1e-250, 1.0])
print(1e200 * (1e200 * tiny))
print(tiny * x + tiny * y)
print(1e-300 * x + 1e-300 * y)
print(x / 1e300 + y / 1e300)
print(0.5 * x + 0.5 * y, 0.5 * x - 0.5 * -y)
print(x.sum() - y.sum(), x.mean(), (x * 10) / 10)
print(np.sqrt(x * x), np.sqrt(tiny * tiny), x**-1.0, tiny * (1 / tiny))
f = np.array([3e38, 3e38, 1.0], dtype=np.float32)
print((f / 10).sum(), (f * 0.5).mean())
s = np.array([np.inf, -np.inf, np.nan, -0.0, 0.0])
print(s + 0.0 * s, s * 2 * 0.5, s / 3 * 3, -s - s, s - s, s * -1)
