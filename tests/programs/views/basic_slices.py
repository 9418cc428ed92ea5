# COMPARE: exact
import numpy as np

a = np.arange(10)
print(a[2:5], a[:3], a[-3:], a[::2], a[::-1], a[8:2:-2], a[100:], a[-100:2], a[5:2])
m = np.arange(24).reshape(4, 6)
print(m[1], m[-1, 2:4], m[:, 0], m[::2, ::3], m[1:3, -2:], m[::-1, ::-1][0], m[..., 1], m[1, ...])
print(m[None].shape, m[:, None, :].shape, m[2, None].shape, m[..., None].shape)
t = np.arange(24).reshape(2, 3, 4)
print(t[1, :, ::2], t[0, 1], t[:, 1, 2], t[..., -1], t[0, ..., 1:3])
k = 2
print(a[k], a[k:k + 3], m[k, k + 1], m[k - 1:k + 1, k])
