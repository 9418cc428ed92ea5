# COMPARE: exact
import numpy as np

a = np.arange(12).reshape(3, 4)
print(a.shape, a.ndim, a.size, a.dtype, len(a), a.shape[0], a.shape[-1])
print(a.T, a.T.shape, a.sum(), a.mean(), a.min(), a.max(), a.argmin(), a.argmax())
print(a.any(), a.all(), a.copy()[0], a.reshape(4, 3), a.reshape(-1), a.reshape((2, -1)).shape)
print(a.astype(float)[1], a.dot(a.T), a.ravel()[5], a.flatten()[6], a.transpose().shape)
rows, cols = a.shape
print(rows * cols)
print(a.cumsum(), a[0])
print(np.transpose(a).shape, np.size(a), np.ndim(a), np.shape(a))
