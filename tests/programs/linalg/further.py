# COMPARE: rtol 1e-9
"""Functions of `np.linalg` and `np.fft` whose results are the same whatever signs a factorization chooses."""

import numpy as np

rng = np.random.default_rng(3)
a = rng.normal(size=(4, 3))
b = rng.normal(size=(3, 5))
c = rng.normal(size=(5, 2))
s = a.T @ a + np.eye(3)
print(np.linalg.pinv(a).sum(), np.linalg.cond(s), np.linalg.matrix_rank(a), np.linalg.matrix_rank(np.outer(a[0], a[1])))
print(np.linalg.multi_dot([a, b, c]).sum(), np.linalg.norm(s, 2), np.linalg.norm(s, -2), np.linalg.norm(s, "nuc"))
print(np.sort(np.linalg.eigvals(s).real), np.abs(np.linalg.eigvals(np.array([[0.0, 1.0], [-1.0, 0.0]]))))
x = rng.normal(size=(4, 6))
for z in (np.fft.fft(x), np.fft.ifft(x, axis=0), np.fft.rfft(x, n=8), np.fft.fft2(x), np.fft.fftn(x), np.fft.ifft2(x + 1j)):
    print(z.shape, z.dtype, z.real.sum(), z[1].imag.sum(), np.abs(z).max())
print(np.fft.irfft(np.fft.rfft(x[0])).sum(), np.fft.fft(x.astype(np.float32)).dtype)
