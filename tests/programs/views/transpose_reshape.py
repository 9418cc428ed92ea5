# COMPARE: exact
import numpy as np

a = np.arange(24).reshape(2, 3, 4)
print(a.transpose(2, 0, 1).shape, a.T.shape, np.transpose(a, (1, 0, 2))[0])
print(a.reshape(6, 4)[5], a.reshape(-1, 2).shape, a.T.reshape(-1)[:6], a[:, ::2].reshape(-1))
m = np.arange(6).reshape(2, 3)
print(m.T.copy(), (m.T + 1)[2], m.T @ m)
