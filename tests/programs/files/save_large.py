# COMPARE: exact
# FILES: big.npy
import numpy as np

n = 300
i = np.arange(n)
m = i[:, None] * 1.0 - i[None, :] / 4.0
m[10:20] = -1.0
m[:, ::7] += 2.0
np.save("big.npy", m)
print(m[0, :5], m.shape)
