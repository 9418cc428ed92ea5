# COMPARE: exact
import numpy as np

a = np.arange(6).reshape(2, 3)
b = a + 10
print(np.concatenate((a, b)), np.concatenate([a, b], axis=1))
print(np.stack((a, b)).shape, np.stack([a[0], b[0]], axis=1))
print(np.vstack((a, b)), np.hstack((a, b)))
print(np.concatenate((np.zeros(2), np.ones(3), np.arange(2.0))))
print(np.tile(a, (2, 1)), np.repeat(a[0], 2), np.roll(a[1], 1))
