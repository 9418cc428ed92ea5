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
# !           ^^^^^^^^
# !     help: build it from functions that NumPy has, such as `np.sum`
# ! example.py:6:7: error: module 'numpy' has no attribute 'averge'
# !     print(np.averge(a))
# !           ^^^^^^^^^
# !     help: did you mean `average`?
# ! example.py:7:7: error: `numpy.busday_count` is not supported
# !     print(np.busday_count("2024-01", "2024-02"))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: build it from the supported functions of NumPy
# ! example.py:8:7: error: module 'numpy.random' has no attribute 'weibul'
# !     print(np.random.weibul(1.0))
# !           ^^^^^^^^^^^^^^^^
# !     help: did you mean `weibull`?
# ! example.py:9:7: error: module 'math' has no attribute 'squareroot'
# !     print(math.squareroot(2.0))
# !           ^^^^^^^^^^^^^^^
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
# ! example.py:6:7: error: Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'same_kind'
# !     print(np.take(a, np.zeros(3)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^
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
from scipy.sparse import csr_matrix

csr_matrix(np.zeros(3))
csr_matrix((np.zeros(3), np.zeros(3)), shape=(3, 3))
csr_matrix((np.zeros((3, 1)), np.zeros(3), np.zeros(4)))
s = csr_matrix(np.eye(3), shape=3)
t = csr_matrix(np.eye(3))
print(t @ np.zeros((3, 3, 3)))
print(t.todense())
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
# ! example.py:4:12: error: no sparse matrix is made of this
# !     csr_matrix(np.zeros(3))
# !                ^^^^^^^^^^^
# !     help: pass a matrix, `(data, indices, indptr)` or `(data, (rows, columns))`
# ! example.py:5:12: error: no sparse matrix is made of this
# !     csr_matrix((np.zeros(3), np.zeros(3)), shape=(3, 3))
# !                ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass a matrix, `(data, indices, indptr)` or `(data, (rows, columns))`
# ! example.py:6:1: error: the parts of a sparse matrix have one dimension
# !     csr_matrix((np.zeros((3, 1)), np.zeros(3), np.zeros(4)))
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass arrays of one dimension
# ! example.py:7:33: error: the shape of a sparse matrix has two extents
# !     s = csr_matrix(np.eye(3), shape=3)
# !                                     ^
# !     help: pass `shape=(rows, columns)`
# ! example.py:9:7: error: a sparse matrix is multiplied by a vector or a matrix
# !     print(t @ np.zeros((3, 3, 3)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: reshape the array
# ! example.py:10:7: error: csr_matrix has no supported method `todense`
# !     print(t.todense())
# !           ^^^^^^^^^^^
# !     help: use a function instead
# ! example.py:14:23: error: reduction operation does not have an identity, so to use a where mask one has to specify 'initial'
# !     print(np.max(a, where=a > 1), np.add(a, 1, where=a > 2))
# !                           ^^^^^
# !     help: pass `initial=`
# ! example.py:14:50: error: without `out=` the elements where the mask does not hold would be undefined
# !     print(np.max(a, where=a > 1), np.add(a, 1, where=a > 2))
# !                                                      ^^^^^
# !     help: pass `out=`, or use `np.where`
# ! example.py:15:1: error: Cannot use un-named variables and keyword arr_0
# !     np.savez("pair.npz", a, arr_0=a)
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name the array otherwise
# ! example.py:16:7: error: which arrays 'no such archive.npz' holds is not known at compile time
# !     print(np.load("no such archive.npz"))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: have the file there when compiling, or save it in the same program
# ! example.py:17:8: error: which arrays 'pair.npz' holds is not known at compile time
# !     data = np.load("pair.npz")
# !            ^^^^^^^^^^^^^^^^^^^
# !     help: have the file there when compiling, or save it in the same program
# ! example.py:19:40: error: records with named fields are not supported
# !     print(np.genfromtxt("table.csv", names=True))
# !                                            ^^^^
# !     help: skip the header: `skip_header=1`
# ! example.py:20:40: error: an element type found in the file is not supported
# !     print(np.genfromtxt("table.csv", dtype=None))
# !                                            ^^^^
# !     help: pass `dtype=float`
# ! example.py:21:7: error: `ndmin` must be 0, 1 or 2, and `skip_header` at least 0
# !     print(np.genfromtxt("table.csv", ndmin=3))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use such numbers
# ! example.py:22:49: error: the argument 'missing_values' is not supported by this function
# !     print(np.genfromtxt("table.csv", missing_values="x"))
# !                                                     ^^^
# !     help: convert or store the result afterwards
# ! example.py:23:7: error: The binary mode of fromstring is removed, use frombuffer instead
# !     print(np.fromstring("12"))
# !           ^^^^^^^^^^^^^^^^^^^
# !     help: pass `sep=' '` for numbers in text
# ! example.py:24:10: error: a file name is needed here
# !     a.tofile(1)
# !              ^
# !     help: pass a string
# ! example.py:25:35: error: another `format` is not supported
# !     a.tofile("a.txt", sep=" ", format="%d")
# !                                       ^^^^
# !     help: use `np.savetxt`
# ----
import numpy as np
a = np.zeros((2, 2, 2))
print(np.linalg.lstsq(a, np.zeros(2)), np.linalg.matrix_power(np.zeros(3), 2))
print(np.linalg.norm(3.0, 2))
print(np.pad(np.zeros(3), 1, mode="moon"))
print(np.broadcast_shapes((2, 3), (3, 2)))
print(np.take(np.arange(3.0), np.array([0.5, 1.5])))
print(np.histogram(np.zeros(3), np.zeros((2, 2))))
print(np.average(np.zeros((2, 2)), weights=np.zeros(2)))
# ! example.py:3:7: error: 3-dimensional array given. Array must be two-dimensional
# !     print(np.linalg.lstsq(a, np.zeros(2)), np.linalg.matrix_power(np.zeros(3), 2))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass a matrix, and a vector or a matrix
# ! example.py:3:40: error: the array must be at least two-dimensional
# !     print(np.linalg.lstsq(a, np.zeros(2)), np.linalg.matrix_power(np.zeros(3), 2))
# !                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass a matrix, or a stack of matrices
# ! example.py:4:27: error: Improper number of dimensions to norm.
# !     print(np.linalg.norm(3.0, 2))
# !                               ^
# !     help: name one or two axes
# ! example.py:5:7: error: this mode of np.pad is not known
# !     print(np.pad(np.zeros(3), 1, mode="moon"))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use 'constant', 'edge', 'reflect', 'symmetric', 'wrap' or a statistic
# ! example.py:6:7: error: shape mismatch: objects cannot be broadcast to a single shape
# !     print(np.broadcast_shapes((2, 3), (3, 2)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: make the extents equal, or 1
# ! example.py:7:7: error: Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'same_kind'
# !     print(np.take(np.arange(3.0), np.array([0.5, 1.5])))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: convert with `astype(int)`
# ! example.py:8:7: error: `bins` must be 1d, when an array
# !     print(np.histogram(np.zeros(3), np.zeros((2, 2))))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give the edges as a vector
# ! example.py:9:7: error: Axis must be specified when shapes of a and weights differ.
# !     print(np.average(np.zeros((2, 2)), weights=np.zeros(2)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass axis=
# ----
import sys
import numpy as np
np.savez("x.npz", a=np.zeros(3))
z = np.load("x.npz")
print(z[sys.argv[1]])
# ! example.py:5:7: error: the name of an array in an archive must be known at compile time
# !     print(z[sys.argv[1]])
# !           ^^^^^^^^^^^^^^
# !     help: write it out: `z["a"]`
# ----
import numpy as np
a = np.arange(6.0).reshape(2, 3)
print(np.matrix_transpose(np.zeros(3)))
print(np.fromfunction(lambda i, j, k, l: i + j + k + l, (2, 2, 2, 2)))
print(np.lib.stride_tricks.sliding_window_view(a, (2, 2), axis=0))
print(np.pad(a, 1, mode="mean", stat_length=2))
print(np.packbits(np.zeros(8)))
print(np.unpackbits(np.zeros(8)))
print(np.poly(a))
print(np.polyfit(np.arange(3.0), np.arange(3.0), 1, full=True))
print(np.quantile(a, 0.5, method="exact"))
print(np.histogram(a, bins="auto"))
print(np.nancumsum(a), np.nancumprod(a))
print(np.cumulative_sum(a), np.cumulative_prod(a))
print(np.average(a, weights=np.zeros(3)))
# ! example.py:3:7: error: Input array must be at least 2-dimensional
# !     print(np.matrix_transpose(np.zeros(3)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give it two dimensions
# ! example.py:4:7: error: np.fromfunction of more than three dimensions is not supported
# !     print(np.fromfunction(lambda i, j, k, l: i + j + k + l, (2, 2, 2, 2)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: call the function on np.indices(shape)
# ! example.py:5:7: error: window_shape and axis must have the same length
# !     print(np.lib.stride_tricks.sliding_window_view(a, (2, 2), axis=0))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give an extent for each axis
# ! example.py:6:7: error: stat_length and reflect_type of np.pad are not supported
# !     print(np.pad(a, 1, mode="mean", stat_length=2))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pad in two steps
# ! example.py:7:7: error: Expected an input array of integer or boolean data type
# !     print(np.packbits(np.zeros(8)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: compare first, such as `x > 0`
# ! example.py:8:7: error: Expected an input array of unsigned byte data type
# !     print(np.unpackbits(np.zeros(8)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: convert with `astype(np.uint8)`
# ! example.py:11:7: error: this method of quantiles is not known
# !     print(np.quantile(a, 0.5, method="exact"))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use 'linear' or another of NumPy's names
# ! example.py:12:7: error: a rule for the number of bins is not supported
# !     print(np.histogram(a, bins="auto"))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give the number of bins, or their edges
# ! example.py:14:7: error: For arrays which have more than one dimension ``axis`` argument is required.
# !     print(np.cumulative_sum(a), np.cumulative_prod(a))
# !           ^^^^^^^^^^^^^^^^^^^^
# !     help: pass axis=
# ! example.py:14:29: error: For arrays which have more than one dimension ``axis`` argument is required.
# !     print(np.cumulative_sum(a), np.cumulative_prod(a))
# !                                 ^^^^^^^^^^^^^^^^^^^^^
# !     help: pass axis=
# ! example.py:15:7: error: Axis must be specified when shapes of a and weights differ.
# !     print(np.average(a, weights=np.zeros(3)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass axis=
# ----
import numpy as np
a = np.arange(6.0).reshape(2, 3)
n = np.zeros(3, dtype=np.int64)
np.copyto(n, np.zeros(3))
x = np.arange(4.0)
print(np.piecewise(x, [x > 1], [1.0, 2.0, 3.0]))
print(np.repeat(x, [0.5, 1.5, 2.0, 1.0]))
print(np.maximum.reduce(x, where=x > 1))
f = np.vectorize(lambda a: a + 1, signature="(n)->()")
print(f(x))
g = np.vectorize(lambda a, b, c, d, e, f, g: a + b)
print(g(x, x, x, x, x, x, x))
cube = np.zeros((2, 2, 2))
print(np.apply_along_axis(lambda v: cube, 0, x))
# ! example.py:4:1: error: Cannot cast array data according to the rule of 'casting'
# !     np.copyto(n, np.zeros(3))
# !     ^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: convert with astype, or pass casting='unsafe'
# ! example.py:6:7: error: with a list of conditions as many functions, or one more, are expected
# !     print(np.piecewise(x, [x > 1], [1.0, 2.0, 3.0]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give a function for each
# ! example.py:7:7: error: Cannot cast array data from dtype('float64') to dtype('int64') according to the rule 'safe'
# !     print(np.repeat(x, [0.5, 1.5, 2.0, 1.0]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use whole counts
# ! example.py:8:7: error: reduction operation does not have an identity, so to use a where mask one has to specify 'initial'
# !     print(np.maximum.reduce(x, where=x > 1))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass initial=
# ! example.py:9:5: error: excluded and signature of np.vectorize are not supported
# !     f = np.vectorize(lambda a: a + 1, signature="(n)->()")
# !         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write the loop out
# ! example.py:12:7: error: a vectorized function of more than six arguments is not supported
# !     print(g(x, x, x, x, x, x, x))
# !           ^^^^^^^^^^^^^^^^^^^^^^
# !     help: write the loop out
# ! example.py:14:7: error: apply_along_axis of a function with more than two dimensions is not supported
# !     print(np.apply_along_axis(lambda v: cube, 0, x))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write a loop
# ----
import numpy as np


def shown(a):
    with np.printoptions(precision=2):
        return str(a)


np.set_printoptions(formatter={"float": str})
np.set_printoptions(precision=2.5)
print(np.linalg.eigvals(np.eye(2)).dtype[0])
print(shown(np.zeros(3)))
print(np.linalg.matrix_power(np.zeros(3), 2))
print(np.linalg.tensorsolve(np.eye(2), np.zeros(2), axes=(0,)))
print(np.polyfit(np.zeros((2, 2)), np.zeros(2), 1))
print(np.fill_diagonal(np.zeros(3), 1.0))
# ! example.py:9:31: error: this option of printing arrays is not supported
# !     np.set_printoptions(formatter={"float": str})
# !                                   ^^^^^^^^^^^^^^
# !     help: format the items themselves, with an f-string or with `precision`, `suppress` and `floatmode`
# ! example.py:10:31: error: this option of printing arrays is a whole number
# !     np.set_printoptions(precision=2.5)
# !                                   ^^^
# !     help: pass an int
# ! example.py:11:7: error: dtype complex128 cannot be indexed
# !     print(np.linalg.eigvals(np.eye(2)).dtype[0])
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: index an array, a tuple or a string
# ! example.py:11:7: error: dtype float64 cannot be indexed
# !     print(np.linalg.eigvals(np.eye(2)).dtype[0])
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: index an array, a tuple or a string
# ! example.py:13:7: error: the array must be at least two-dimensional
# !     print(np.linalg.matrix_power(np.zeros(3), 2))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass a matrix, or a stack of matrices
# ! example.py:14:7: error: the argument axes of np.linalg.tensorsolve is not supported
# !     print(np.linalg.tensorsolve(np.eye(2), np.zeros(2), axes=(0,)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: move the axes before
# ! example.py:15:7: error: expected 1D vector for x
# !     print(np.polyfit(np.zeros((2, 2)), np.zeros(2), 1))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass a vector
# ! example.py:16:24: error: a matrix (two dimensions) is needed here
# !     print(np.fill_diagonal(np.zeros(3), 1.0))
# !                            ^^^^^^^^^^^
# !     help: pass an array of rank 2
# ----
import numpy as np
import scipy.linalg
import scipy.special

print(scipy.linalg.eig(np.eye(2), left=True))
print(scipy.special.logsumexp(np.ones(2), return_sign=True))
# ! example.py:5:7: error: scipy.linalg.eig gives eigenvalues and right eigenvectors of one matrix here
# !     print(scipy.linalg.eig(np.eye(2), left=True))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: leave `b`, `left` and `right` out
# ! example.py:6:7: error: return_sign of scipy.special.logsumexp is not supported
# !     print(scipy.special.logsumexp(np.ones(2), return_sign=True))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: take the sign of the sum
