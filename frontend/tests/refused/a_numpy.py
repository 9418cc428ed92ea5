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
# ! example.py:5:7: error: module 'numpy' has no attribute 'sumsq'
# !     print(np.sumsq(a))
# !           ^^^^^^^^^^^
# !     help: build it from functions that NumPy has, such as `np.sum`
# ! example.py:6:7: error: module 'numpy' has no attribute 'averge'
# !     print(np.averge(a))
# !           ^^^^^^^^^^^^
# !     help: did you mean `average`?
# ! example.py:7:7: error: `numpy.busday_count` is not supported
# !     print(np.busday_count("2024-01", "2024-02"))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: build it from the supported functions of NumPy
# ! example.py:8:7: error: module 'numpy.random' has no attribute 'weibul'
# !     print(np.random.weibul(1.0))
# !           ^^^^^^^^^^^^^^^^^^^^^
# !     help: did you mean `weibull`?
# ! example.py:9:7: error: module 'math' has no attribute 'squareroot'
# !     print(math.squareroot(2.0))
# !           ^^^^^^^^^^^^^^^^^^^^
# !     help: see the documentation of math
# ! example.py:10:7: error: `input` is not supported
# !     print(input())
# !           ^^^^^^^
# !     help: read values from `sys.argv` or a file
# ! example.py:11:7: error: either both or neither of x and y should be given
# !     print(np.where(a > 0, a))
# !           ^^^^^^^^^^^^^^^^^^
# !     help: write np.where(c, x, y)
# ! example.py:17:24: error: `out` must be an array
# !     print(np.add(a, a, out=5))
# !                            ^
# !     help: pass an array of the result's shape
# ! example.py:18:26: error: cannot cast the result from dtype('float64') to dtype('int64') with casting rule 'same_kind'
# !     print(np.add(a, 0.5, out=np.zeros(3, int)))
# !                              ^^^^^^^^^^^^^^^^
# !     help: make the output array float64
# ! example.py:19:24: error: `order` needs fields, which arrays here do not have
# !     print(np.sort(a, order="x"))
# !                            ^^^
# !     help: leave it out
# ! example.py:20:7: error: np.real_if_close gives a real or a complex array depending on the values
# !     print(np.real_if_close(a + 1j))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write `a.real` where the imaginary parts are known to be small
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
# ! example.py:4:19: error: object too deep for desired array
# !     print(np.bincount(a))
# !                       ^
# !     help: pass a vector, such as `a.ravel()`
# ! example.py:5:19: error: Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'
# !     print(np.bincount(np.zeros(3)))
# !                       ^^^^^^^^^^^
# !     help: convert with `astype(int)`
# ! example.py:7:7: error: object too deep for desired array
# !     print(np.searchsorted(a, 1.0))
# !           ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: search in a vector
# ! example.py:8:46: error: side must be 'left' or 'right'
# !     print(np.searchsorted(np.zeros(3), 1.0, side="middle"))
# !                                                  ^^^^^^^^
# !     help: write `side='left'`
# ! example.py:9:22: error: object too deep for desired array
# !     print(np.digitize(a, a))
# !                          ^
# !     help: give the bins as a vector
# ! example.py:10:7: error: object too deep for desired array
# !     print(np.interp(1.0, a, a))
# !           ^^^^^^^^^^^^^^^^^^^^
# !     help: give the points as vectors
# ! example.py:11:14: error: m has more than 2 dimensions
# !     print(np.cov(np.zeros((2, 2, 2))))
# !                  ^^^^^^^^^^^^^^^^^^^
# !     help: pass a vector or a matrix
# ! example.py:12:7: error: `range` must be a pair of numbers
# !     print(np.histogram(a, range=5))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write `range=(low, high)`
# ! example.py:13:19: error: gradient needs an array of at least one dimension
# !     print(np.gradient(np.array(5.0)))
# !                       ^^^^^^^^^^^^^
# !     help: pass an array
# ! example.py:14:7: error: invalid number of arguments
# !     print(np.gradient(a, 1.0, 2.0, 3.0))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give one spacing, or one for each axis
# ! example.py:15:7: error: uneven spacing is not supported
# !     print(np.gradient(a, np.zeros(2), axis=0))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give the spacing as a number
# ! example.py:16:7: error: trapezoid needs one axis
# !     print(np.trapezoid(a, axis=None))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write `axis=-1`
# ! example.py:17:7: error: object too deep for desired array
# !     print(np.convolve(a, a))
# !           ^^^^^^^^^^^^^^^^^
# !     help: convolve vectors
# ! example.py:18:50: error: mode must be 'full', 'same' or 'valid'
# !     print(np.convolve(np.zeros(3), np.zeros(3), mode="some"))
# !                                                      ^^^^^^
# !     help: write `mode='full'`
# ! example.py:19:7: error: booleans are not convolved
# !     print(np.convolve(np.zeros(3, bool), np.zeros(3, bool)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: convert with `astype(int)`
# ! example.py:20:7: error: a and v cannot be empty
# !     print(np.convolve(np.zeros(0), np.zeros(3)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass at least one element
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
# ! example.py:5:7: error: shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)
# !     print(np.dot(a, a))
# !           ^^^^^^^^^^^^
# !     help: make the shapes agree, with `reshape` or a transpose
# ! example.py:6:31: error: `axes` must be a number or a pair of axes
# !     print(np.tensordot(a, a, axes=(1, 2, 3)))
# !                                   ^^^^^^^^^
# !     help: write `axes=1`
# ! example.py:7:7: error: the arrays have fewer axes than `axes` sums over
# !     print(np.tensordot(a, a, axes=3))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use fewer axes
# ! example.py:8:7: error: shape-mismatch for sum
# !     print(np.tensordot(a, a, axes=((0, 1), (0,))))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name as many axes on both sides
# ! example.py:9:7: error: kron is supported up to rank 4
# !     print(np.kron(np.zeros((1,) * 5), np.zeros((1,) * 5)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use arrays of lower rank
# ! example.py:10:48: error: this exponent is not supported
# !     print(np.linalg.matrix_power(np.zeros((2, 2)), -1))
# !                                                    ^^
# !     help: use a constant of at least 0
# ! example.py:11:30: error: Last 2 dimensions of the array must be square
# !     print(np.linalg.matrix_power(a, 2))
# !                                  ^
# !     help: make the shapes agree
# ! example.py:12:17: error: the subscripts of einsum must be a constant string
# !     print(np.einsum(sys.argv[0], a, a))
# !                     ^^^^^^^^^^^
# !     help: write them as a literal
# ! example.py:13:17: error: einstein sum subscripts string included output subscript 'z' which never appeared in an input
# !     print(np.einsum("ij,jk->iz", a, a))
# !                     ^^^^^^^^^^^
# !     help: write the subscripts as in 'ij,jk->ik'
# ! example.py:14:34: error: the argument 'casting' is not supported by this function
# !     print(np.einsum("ij", a, casting="safe"))
# !                                      ^^^^^^
# !     help: convert or store the result afterwards
# ! example.py:15:19: error: an array is needed here, not str
# !     print(np.outer(a, "x"))
# !                       ^^^
# !     help: use an array or a number
# ! example.py:16:16: error: cross product needs vectors of 3 components
# !     print(np.cross(np.zeros(5), np.zeros(5)))
# !                    ^^^^^^^^^^^
# !     help: make the shapes agree
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
# ! example.py:4:21: error: Last 2 dimensions of the array must be square
# !     print(np.linalg.inv(a))
# !                         ^
# !     help: pass a square matrix
# ! example.py:5:21: error: 1-dimensional array given. Array must be at least two-dimensional
# !     print(np.linalg.inv(np.zeros(3)))
# !                         ^^^^^^^^^^^
# !     help: pass a matrix, or a stack of matrices
# ! example.py:6:41: error: 0-dimensional array given. Array must be at least one-dimensional
# !     print(np.linalg.solve(np.zeros((2, 2)), 1.0))
# !                                             ^^^
# !     help: pass a vector or a matrix
# ! example.py:7:41: error: the right side has 3 rows, the matrix has 2
# !     print(np.linalg.solve(np.zeros((2, 2)), np.zeros(3)))
# !                                             ^^^^^^^^^^^
# !     help: make the shapes agree
# ! example.py:8:28: error: Unrecognized mode 'raw'
# !     print(np.linalg.qr(a, mode="raw"))
# !                                ^^^^^
# !     help: use 'reduced', 'complete' or 'r'
# ! example.py:9:34: error: hermitian=True is not supported
# !     print(np.linalg.svd(a, hermitian=True))
# !                                      ^^^^
# !     help: leave it out, or use np.linalg.eigh
# ! example.py:10:45: error: UPLO argument must be 'L' or 'U'
# !     print(np.linalg.eigh(np.zeros((2, 2)), UPLO="X"))
# !                                                 ^^^
# !     help: write 'L' or 'U'
# ! example.py:11:23: error: 1-dimensional array given. Array must be at least two-dimensional
# !     print(np.linalg.lstsq(np.zeros(3), np.zeros(3)))
# !                           ^^^^^^^^^^^
# !     help: pass a matrix, or a stack of matrices
# ! example.py:12:35: error: Invalid norm order 'nuc' for vectors
# !     print(np.linalg.norm(np.zeros(3), "nuc"))
# !                                       ^^^^^
# !     help: leave `ord` out
# ! example.py:13:35: error: Invalid norm order 'fro' for vectors
# !     print(np.linalg.norm(np.zeros(3), "fro"))
# !                                       ^^^^^
# !     help: leave `ord` out
# ! example.py:14:25: error: Invalid norm order for matrices.
# !     print(np.linalg.norm(a, "max"))
# !                             ^^^^^
# !     help: use 'fro', 'nuc', 1, 2 or np.inf
# ! example.py:15:25: error: Invalid norm order for matrices.
# !     print(np.linalg.norm(a, 3))
# !                             ^
# !     help: use 'fro', 'nuc', 1, -1, 2, -2, np.inf or -np.inf
# ! example.py:16:7: error: Improper number of dimensions to norm.
# !     print(np.linalg.norm(np.zeros((2, 2, 2)), 2))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name one or two axes
# ! example.py:17:7: error: Improper number of dimensions to norm.
# !     print(np.linalg.norm(np.zeros((2, 2, 2, 2)), 2, axis=(0, 1, 2)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name one or two axes
# ----
import numpy as np
import scipy.linalg
print(scipy.linalg.solve_triangular(np.zeros((2, 2)), np.zeros(2), trans="X"))
# ! example.py:3:74: error: this `trans` is not supported
# !     print(scipy.linalg.solve_triangular(np.zeros((2, 2)), np.zeros(2), trans="X"))
# !                                                                              ^^^
# !     help: use 0, 1, 'N' or 'T'
# ----
import numpy as np

print(np.fft.fft(1.0))
print(np.fft.fft(np.zeros(3), norm="x"))
print(np.fft.rfft(np.zeros(3, complex)))
print(np.fft.fft(np.zeros(3), 0))
print(np.fft.fft2(np.zeros(3)))
print(np.fft.fftn(np.zeros((3, 3)), (1, 2, 3), (0, 1)))
# ! example.py:3:18: error: a number has no axis to transform
# !     print(np.fft.fft(1.0))
# !                      ^^^
# !     help: pass an array of at least one dimension
# ! example.py:4:36: error: Invalid norm value x; should be "backward","ortho" or "forward".
# !     print(np.fft.fft(np.zeros(3), norm="x"))
# !                                        ^^^
# !     help: use one of these
# ! example.py:5:7: error: ufunc 'rfft' takes real numbers, not complex ones
# !     print(np.fft.rfft(np.zeros(3, complex)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use np.fft.fft, or pass the real part
# ! example.py:6:31: error: Invalid number of FFT data points (0) specified.
# !     print(np.fft.fft(np.zeros(3), 0))
# !                                   ^
# !     help: use at least one point
# ! example.py:7:19: error: axes exceeds dimensionality of input
# !     print(np.fft.fft2(np.zeros(3)))
# !                       ^^^^^^^^^^^
# !     help: pass a matrix
# ! example.py:8:37: error: Shape and axes have different lengths.
# !     print(np.fft.fftn(np.zeros((3, 3)), (1, 2, 3), (0, 1)))
# !                                         ^^^^^^^^^
# !     help: give one size for each axis
# ----
import numpy as np

print(np.load(5))
print(np.load("a.npy", allow_pickle=True))
print(np.loadtxt("a.txt", converters=float))
print(np.loadtxt("a.txt", ndmin=3))
np.savetxt("a.txt", np.zeros((2, 2, 2)))
np.savetxt("a.txt", np.zeros(2), footer="end")
np.savetxt("a.txt", np.zeros(2, bool))
# ! example.py:3:15: error: a file name is needed here, not int
# !     print(np.load(5))
# !                   ^
# !     help: pass a string
# ! example.py:4:7: error: `mmap_mode` and `allow_pickle` are not supported
# !     print(np.load("a.npy", allow_pickle=True))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: load the whole file as numbers
# ! example.py:5:38: error: `converters` are not supported
# !     print(np.loadtxt("a.txt", converters=float))
# !                                          ^^^^^
# !     help: convert after loading
# ! example.py:6:7: error: `ndmin` must be 0, 1 or 2, and `skiprows` at least 0
# !     print(np.loadtxt("a.txt", ndmin=3))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use such numbers
# ! example.py:7:21: error: Expected 1D or 2D array, got 3D array instead
# !     np.savetxt("a.txt", np.zeros((2, 2, 2)))
# !                         ^^^^^^^^^^^^^^^^^^^
# !     help: reshape it to a table
# ! example.py:8:1: error: `newline` and `footer` are not supported
# !     np.savetxt("a.txt", np.zeros(2), footer="end")
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: leave them out
# ! example.py:9:21: error: booleans do not fit the format '%.18e'
# !     np.savetxt("a.txt", np.zeros(2, bool))
# !                         ^^^^^^^^^^^^^^^^^
# !     help: pass `fmt="%d"`
# ----
import numpy as np
import sys

a = np.arange(4.0)
print(np.max(a, where=a > 1), np.add(a, 1, where=a > 2))
np.savez("pair.npz", a, arr_0=a)
print(np.load("no such archive.npz"))
data = np.load("pair.npz")
print(data[sys.argv[0]])
print(np.genfromtxt("table.csv", names=True))
print(np.genfromtxt("table.csv", dtype=None))
print(np.genfromtxt("table.csv", ndmin=3))
print(np.genfromtxt("table.csv", missing_values="x"))
print(np.fromstring("12"))
a.tofile(1)
a.tofile("a.txt", sep=" ", format="%d")
# ! example.py:5:23: error: reduction operation does not have an identity, so to use a where mask one has to specify 'initial'
# !     print(np.max(a, where=a > 1), np.add(a, 1, where=a > 2))
# !                           ^^^^^
# !     help: pass `initial=`
# ! example.py:5:50: error: without `out=` the elements where the mask does not hold would be undefined
# !     print(np.max(a, where=a > 1), np.add(a, 1, where=a > 2))
# !                                                      ^^^^^
# !     help: pass `out=`, or use `np.where`
# ! example.py:6:1: error: Cannot use un-named variables and keyword arr_0
# !     np.savez("pair.npz", a, arr_0=a)
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name the array otherwise
# ! example.py:7:7: error: which arrays 'no such archive.npz' holds is not known at compile time
# !     print(np.load("no such archive.npz"))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: have the file there when compiling, or save it in the same program
# ! example.py:8:8: error: which arrays 'pair.npz' holds is not known at compile time
# !     data = np.load("pair.npz")
# !            ^^^^^^^^^^^^^^^^^^^
# !     help: have the file there when compiling, or save it in the same program
# ! example.py:10:40: error: records with named fields are not supported
# !     print(np.genfromtxt("table.csv", names=True))
# !                                            ^^^^
# !     help: skip the header: `skip_header=1`
# ! example.py:11:40: error: an element type found in the file is not supported
# !     print(np.genfromtxt("table.csv", dtype=None))
# !                                            ^^^^
# !     help: pass `dtype=float`
# ! example.py:12:7: error: `ndmin` must be 0, 1 or 2, and `skip_header` at least 0
# !     print(np.genfromtxt("table.csv", ndmin=3))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use such numbers
# ! example.py:13:49: error: the argument 'missing_values' is not supported by this function
# !     print(np.genfromtxt("table.csv", missing_values="x"))
# !                                                     ^^^
# !     help: convert or store the result afterwards
# ! example.py:14:7: error: The binary mode of fromstring is removed, use frombuffer instead
# !     print(np.fromstring("12"))
# !           ^^^^^^^^^^^^^^^^^^^
# !     help: pass `sep=' '` for numbers in text
# ! example.py:15:10: error: a file name is needed here
# !     a.tofile(1)
# !              ^
# !     help: pass a string
# ! example.py:16:35: error: another `format` is not supported
# !     a.tofile("a.txt", sep=" ", format="%d")
# !                                       ^^^^
# !     help: use `np.savetxt`
