# COMPARE: exact
import numpy as np

a = np.array([1 + 2j, 3 - 1j, 4j])
re = a.real
im = a.imag
re[0] = 10
im[1:] += 5
print(a, re, im)
a.real = [7, 8, 9]
a.imag[0] = -1
print(a, re, im)
a.imag = 0.5
a *= 2
print(a, re, im, np.real(a)[::-1])
m = np.zeros((2, 3), dtype=np.complex64)
m.real[:, 1] = 3
m[1].imag = np.arange(3)
m.T.real[0] -= 1
print(m, m.real.dtype)
r = np.arange(3.0)
r.real[1] = 5
print(r, r.imag, (r + 1j).real, r.conj())


def touch(x):
    x.real[...] = 0
    return x.imag


z = np.array([1 + 1j, 2 + 2j])
i = touch(z)
i += 1
print(z, i)


def norm(c):
    part = c.real
    return part * part + c.imag ** 2


print(norm(z), norm(2 + 3j))
np.save("complex_parts.npy", a)
print(np.load("complex_parts.npy"))
