# COMPARE: rtol 1e-13
import numpy as np

n = 4
print(np.mgrid[0:3], np.mgrid[0:1:5j], np.mgrid[0:2, 0:3])
print(np.mgrid[0:1:3j, -1:1:2j].shape, np.mgrid[0:1:3j, -1:1:2j])
i, j = np.mgrid[0:n, 0 : n * 2 : 2]
print(i, j, i.dtype)
x, y = np.ogrid[0:1:3j, 0:n]
print(x, y, x.shape, y.shape, (x + y).dtype)
print(np.mgrid[1.0:2.0:0.25], np.ogrid[2:8:3], np.mgrid[5:0:-2])
print(np.r_[1:4, 0, 7.5], np.r_[0:1:3j, 5], np.r_[np.arange(2), np.ones(2)])
print(np.c_[np.arange(3), np.ones(3)], np.c_[0:2, 2:4])
print(np.linspace(0, 1 + 1j, 3), np.linspace(1j, 2j, 2, endpoint=False))
a = np.arange(4.0) + 1j
print(np.vdot(a, a), np.var(a), np.std(a), np.vdot(a * 1j, a[::-1]))
k, l = np.mgrid[0:3, 0:3]
print(np.exp(-2.0j * np.pi * k * l / 3))
