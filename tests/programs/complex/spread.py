# COMPARE: rtol 1e-11
import numpy as np
n = 200000
x = np.linspace(0, 1, n)
z = np.exp(2j * np.pi * x) * (1 + x)
w = z[::-1].conj()
s = (z * w).sum()
r = z.real
r[5:10] = 7
z.imag[n // 2 :] -= 1
m = z[: 400 * 400].reshape(400, 400)
p = m @ m.T
print(abs(s), np.max(np.abs(z)), z[z.real > 1.5].size)
for value in (z[3], z[7], z[n - 1], p[3, 5], p.sum(axis=0)[7], np.roll(z, 3)[1], np.cumsum(z)[-1]):
    print(value.real, value.imag)
