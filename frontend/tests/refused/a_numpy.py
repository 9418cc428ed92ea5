# NumPy: functions
# ----
import numpy as np
import math

a = np.zeros(3)
print(np.sumsq(a))
print(np.averge(a))
print(np.busday_count("2024-01", "2024-02"))
print(np.random.weibul(1.0))
print(math.squareroot(2.0))
print(input())
print(np.where(a > 0, a))
print(np.nansum(a, dtype=int))
print(np.nanprod(a, dtype=int))
print(np.nanmean(a, dtype=int))
print(np.nanstd(a, dtype=int))
print(np.nanmax(a, out=a))
print(np.add(a, a, out=5))
print(np.add(a, 0.5, out=np.zeros(3, int)))
print(np.sort(a, order="x"))
print(np.real_if_close(a + 1j))
# ----
import numpy as np

a = np.zeros((2, 3))
print(np.bincount(a))
print(np.bincount(np.zeros(3)))
print(np.take(a, np.zeros(3)))
print(np.searchsorted(a, 1.0))
print(np.searchsorted(np.zeros(3), 1.0, side="middle"))
print(np.digitize(a, a))
print(np.interp(1.0, a, a))
print(np.cov(np.zeros((2, 2, 2))))
print(np.histogram(a, range=5))
print(np.gradient(np.array(5.0)))
print(np.gradient(a, 1.0, 2.0, 3.0))
print(np.gradient(a, np.zeros(2), axis=0))
print(np.trapezoid(a, axis=None))
print(np.convolve(a, a))
print(np.convolve(np.zeros(3), np.zeros(3), mode="some"))
print(np.convolve(np.zeros(3, bool), np.zeros(3, bool)))
print(np.convolve(np.zeros(0), np.zeros(3)))
# ----
import numpy as np
import sys

a = np.zeros((2, 3))
print(np.dot(a, a))
print(np.tensordot(a, a, axes=(1, 2, 3)))
print(np.tensordot(a, a, axes=3))
print(np.tensordot(a, a, axes=((0, 1), (0,))))
print(np.kron(np.zeros((1,) * 5), np.zeros((1,) * 5)))
print(np.linalg.matrix_power(np.zeros((2, 2)), -1))
print(np.linalg.matrix_power(a, 2))
print(np.einsum(sys.argv[0], a, a))
print(np.einsum("ij,jk->iz", a, a))
print(np.einsum("ij", a, casting="safe"))
print(np.outer(a, "x"))
print(np.cross(np.zeros(5), np.zeros(5)))
# ----
import numpy as np

a = np.zeros((2, 3))
print(np.linalg.inv(a))
print(np.linalg.inv(np.zeros(3)))
print(np.linalg.solve(np.zeros((2, 2)), 1.0))
print(np.linalg.solve(np.zeros((2, 2)), np.zeros(3)))
print(np.linalg.qr(a, mode="raw"))
print(np.linalg.svd(a, hermitian=True))
print(np.linalg.eigh(np.zeros((2, 2)), UPLO="X"))
print(np.linalg.lstsq(np.zeros(3), np.zeros(3)))
print(np.linalg.norm(np.zeros(3), "nuc"))
print(np.linalg.norm(np.zeros(3), "fro"))
print(np.linalg.norm(a, "max"))
print(np.linalg.norm(a, 3))
print(np.linalg.norm(np.zeros((2, 2, 2)), 2))
print(np.linalg.norm(np.zeros((2, 2, 2, 2)), 2, axis=(0, 1, 2)))
# ----
import numpy as np
import scipy.linalg
print(scipy.linalg.solve_triangular(np.zeros((2, 2)), np.zeros(2), trans="X"))
# ----
import numpy as np

print(np.fft.fft(1.0))
print(np.fft.fft(np.zeros(3), norm="x"))
print(np.fft.rfft(np.zeros(3, complex)))
print(np.fft.fft(np.zeros(3), 0))
print(np.fft.fft2(np.zeros(3)))
print(np.fft.fftn(np.zeros((3, 3)), (1, 2, 3), (0, 1)))
# ----
import numpy as np

print(np.load(5))
print(np.load("a.npy", allow_pickle=True))
print(np.loadtxt("a.txt", converters=float))
print(np.loadtxt("a.txt", ndmin=3))
np.savetxt("a.txt", np.zeros((2, 2, 2)))
np.savetxt("a.txt", np.zeros(2), footer="end")
np.savetxt("a.txt", np.zeros(2, bool))
