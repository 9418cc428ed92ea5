# COMPARE: exact
import numpy as np

x = np.float64(1) / 3
f = np.ones(1, dtype=np.float32)[0] / 3
i = np.arange(3, dtype=np.int32)[2]
b = (np.arange(3) > 1)[2]
print(x, f, i, b)
print(f"{x} {x:.3f} {f} {i} {b}")
print(str(x), repr(x), repr(i), repr(b))
print((x, i), np.float32(0.1), np.float32(16777216.0), np.float64(1e16))
t = (x, 1.5, np.arange(2))
print(t[2], t[0])
