# COMPARE: exact
# FILES: a.npy b.npy c.npy
import numpy as np

a = np.arange(12.0).reshape(3, 4)
np.save("a.npy", a)
np.save("b", a[::-1])
np.save("c.npy", np.arange(5, dtype=np.int32) > 2)
x = np.load("a.npy")
print(x, x.shape, x.dtype)
