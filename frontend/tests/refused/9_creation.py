# NumPy: creation, shape and joining
# ----
import numpy as np

print(np.zeros(-1))
print(np.zeros((1, 1, 1, 1, 1, 1, 1, 1, 1)))
print(np.zeros(np.zeros(3)))
print(np.zeros(2.5))
print(np.arange(0, 1, 0))
print(np.float16(1))
print(np.zeros(3).astype())
print(np.meshgrid(np.zeros(3), indexing="ab"))
print(np.meshgrid(np.zeros((3, 3))))
print(np.meshgrid())
print(np.array("a"))
# ! example.py:4:16: error: arrays have at most 8 dimensions
# !     print(np.zeros((1, 1, 1, 1, 1, 1, 1, 1, 1)))
# !                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use fewer dimensions
# ! example.py:5:16: error: an integer is needed here, not np.float64
# !     print(np.zeros(np.zeros(3)))
# !                    ^^^^^^^^^^^
# !     help: use `//` for whole quotients, or `int(...)`
# ! example.py:6:16: error: an integer is needed here, not float
# !     print(np.zeros(2.5))
# !                    ^^^
# !     help: use `//` for whole quotients, or `int(...)`
# ! example.py:7:23: error: the step of arange must not be zero
# !     print(np.arange(0, 1, 0))
# !                           ^
# !     help: use a step such as 1
# ! example.py:8:7: error: `numpy.float16` is not supported
# !     print(np.float16(1))
# !           ^^^^^^^^^^^^^
# !     help: build it from the supported functions of NumPy
# ! example.py:9:7: error: astype() is missing its argument 'dtype'
# !     print(np.zeros(3).astype())
# !           ^^^^^^^^^^^^^^^^^^^^
# !     help: the parameters are (a, dtype, order=..., copy=...)
# ! example.py:10:41: error: `indexing` must be 'xy' or 'ij'
# !     print(np.meshgrid(np.zeros(3), indexing="ab"))
# !                                             ^^^^
# !     help: write indexing='ij'
# ! example.py:11:7: error: meshgrid() needs vectors
# !     print(np.meshgrid(np.zeros((3, 3))))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `ravel()` first
# ! example.py:12:7: error: meshgrid() needs vectors
# !     print(np.meshgrid())
# !           ^^^^^^^^^^^^^
# !     help: use `ravel()` first
# ! example.py:13:16: error: an array is needed here, not str
# !     print(np.array("a"))
# !                    ^^^
# !     help: use an array or a number
# ----
import numpy as np
import sys

a = np.zeros((2, 3))
print(a.reshape(-1, -1))
print(a.reshape(4, 2))
print(a.reshape(3, 2, order="F"))
print(np.squeeze(a, axis=0))
print(np.squeeze(np.zeros((len(sys.argv), 1))))
print(np.expand_dims(a, None))
print(np.swapaxes(a, None, 0))
print(np.transpose(a, (0, 0)))
print(np.transpose(a, 5))
print(np.moveaxis(a, None, 0))
print(np.sum(a, axis=2))
print(np.sum(a, axis=(0, 0)))
print(np.flip(a, 5))
# ! example.py:5:7: error: can only specify one unknown dimension
# !     print(a.reshape(-1, -1))
# !           ^^^^^^^^^^^^^^^^^
# !     help: write -1 once
# ! example.py:6:7: error: cannot reshape array of size 6 into shape (4,2)
# !     print(a.reshape(4, 2))
# !           ^^^^^^^^^^^^^^^
# !     help: the number of elements must stay the same
# ! example.py:7:29: error: only row-major order is supported
# !     print(a.reshape(3, 2, order="F"))
# !                                 ^^^
# !     help: use `a.T.reshape(...)`
# ! example.py:8:7: error: cannot select an axis to squeeze out which has size not equal to one
# !     print(np.squeeze(a, axis=0))
# !           ^^^^^^^^^^^^^^^^^^^^^
# !     help: name an axis of extent 1
# ! example.py:9:7: error: the extents are not known here, so the rank of the result is not either
# !     print(np.squeeze(np.zeros((len(sys.argv), 1))))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name the axis: `np.squeeze(a, axis=1)`
# ! example.py:10:7: error: expand_dims() needs an axis
# !     print(np.expand_dims(a, None))
# !           ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write axis=0
# ! example.py:11:7: error: swapaxes() needs two axes
# !     print(np.swapaxes(a, None, 0))
# !           ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write np.swapaxes(a, 0, 1)
# ! example.py:12:7: error: axes don't match array
# !     print(np.transpose(a, (0, 0)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name each axis once
# ! example.py:13:7: error: axes must be a tuple
# !     print(np.transpose(a, 5))
# !           ^^^^^^^^^^^^^^^^^^
# !     help: write axes=(1, 0)
# ! example.py:14:7: error: moveaxis() needs two axes
# !     print(np.moveaxis(a, None, 0))
# !           ^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write np.moveaxis(a, 0, -1)
# ! example.py:15:22: error: axis 2 is out of bounds for array of dimension 2
# !     print(np.sum(a, axis=2))
# !                          ^
# !     help: use an axis that the array has
# ! example.py:16:22: error: duplicate value in 'axis'
# !     print(np.sum(a, axis=(0, 0)))
# !                          ^^^^^^
# !     help: name each axis once
# ! example.py:17:18: error: axis 5 is out of bounds for array of dimension 2
# !     print(np.flip(a, 5))
# !                      ^
# !     help: use an axis that the array has
# ----
import numpy as np
import sys

a = np.zeros((2, 3))
print(np.concatenate([a, np.zeros(3)]))
print(np.concatenate([a, np.zeros((2, 2))]))
print(np.concatenate([]))
print(np.concatenate([1, 2]))
print(np.concatenate(zip(a, np.zeros(len(sys.argv)))))
print(np.stack([a, np.zeros(3)]))
print(np.vstack([a, np.zeros((2, 2))]))
print(np.roll(a, (1, 2)))
print(np.roll(a, (1, 2), axis=(0, 1, 1)))
print(np.rot90(a, 1, (0, 1, 1)))
print(np.rot90(np.zeros(3)))
print(np.vsplit(np.zeros(3), 3))
print(np.split(np.array(5.0), 1))
print(np.split(a, 0))
print(np.hsplit(np.array(5.0), 1))
print(np.array_split(np.zeros(3), 100000))
# ! example.py:5:7: error: all the input arrays must have same number of dimensions, but the array at index 0 has 2 dimension(s) and the array at index 1 has 1 dimension(s)
# !     print(np.concatenate([a, np.zeros(3)]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give all arrays the same number of dimensions
# ! example.py:6:7: error: all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 3 and the array at index 1 has size 2
# !     print(np.concatenate([a, np.zeros((2, 2))]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: make the other extents agree
# ! example.py:7:22: error: need at least one array to concatenate
# !     print(np.concatenate([]))
# !                          ^^
# !     help: list at least one array
# ! example.py:8:22: error: zero-dimensional arrays cannot be concatenated
# !     print(np.concatenate([1, 2]))
# !                          ^^^^^^
# !     help: put the numbers in a list
# ! example.py:9:22: error: the number of arrays to join is not known at compile time
# !     print(np.concatenate(zip(a, np.zeros(len(sys.argv)))))
# !                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: list the arrays in a tuple
# ! example.py:10:7: error: all input arrays must have the same shape
# !     print(np.stack([a, np.zeros(3)]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: make the shapes agree
# ! example.py:11:7: error: all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 3 and the array at index 1 has size 2
# !     print(np.vstack([a, np.zeros((2, 2))]))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: make the other extents agree
# ! example.py:14:7: error: len(axes) must be 2.
# !     print(np.rot90(a, 1, (0, 1, 1)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name two axes
# ! example.py:15:7: error: axis 1 is out of bounds for array of dimension 1
# !     print(np.rot90(np.zeros(3)))
# !           ^^^^^^^^^^^^^^^^^^^^^
# !     help: use an axis that the array has
# ! example.py:16:17: error: vsplit only works on arrays of 2 or more dimensions
# !     print(np.vsplit(np.zeros(3), 3))
# !                     ^^^^^^^^^^^
# !     help: use `np.split`
# ! example.py:17:7: error: axis 0 is out of bounds for array of dimension 0
# !     print(np.split(np.array(5.0), 1))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use an axis that the array has
# ! example.py:18:19: error: the number of parts must be between 1 and 256
# !     print(np.split(a, 0))
# !                       ^
# !     help: use a loop over slices
# ! example.py:19:17: error: array split does not work on an array of rank 0
# !     print(np.hsplit(np.array(5.0), 1))
# !                     ^^^^^^^^^^^^^
# !     help: pass an array
# ! example.py:20:35: error: the number of parts must be between 1 and 256
# !     print(np.array_split(np.zeros(3), 100000))
# !                                       ^^^^^^
# !     help: use a loop over slices
# ----
import numpy as np

a = np.zeros(3)
print(np.delete(a, 9))
print(np.delete(a, "x"))
print(np.delete(a, np.array([0.5])))
# ! example.py:4:20: error: index 9 is out of bounds for axis 0 with size 3
# !     print(np.delete(a, 9))
# !                        ^
# !     help: use a position inside the array
# ! example.py:5:20: error: positions are needed here
# !     print(np.delete(a, "x"))
# !                        ^^^
# !     help: give an integer, a list or an array of them
# ! example.py:6:20: error: positions must be a vector of integers or booleans
# !     print(np.delete(a, np.array([0.5])))
# !                        ^^^^^^^^^^^^^^^
# !     help: use `astype(int)`
# ----
import numpy as np

print(np.r_[()])
print(np.mgrid[5])
print(np.mgrid[0:])
print(np.mgrid[0:5:0])
print(np.r_["c", 1])
print(np.ix_(np.zeros((2, 2))))
print(np.broadcast_to(np.zeros(3), (2, 2)))
print(np.diag(np.zeros((2, 2, 2))))
print(np.diagonal(np.zeros(3)))
print(np.diagonal(np.zeros((2, 2)), 0, 1, 1))
print(np.trace(np.zeros(3)))
print(np.triu(np.float64(3)))
# ! example.py:3:7: error: nothing stands between these brackets
# !     print(np.r_[()])
# !           ^^^^^^^^^
# !     help: write a range such as `0:n`
# ! example.py:4:16: error: a range is needed here
# !     print(np.mgrid[5])
# !                    ^
# !     help: write `start:stop` or `start:stop:step`
# ! example.py:5:16: error: this range has no end
# !     print(np.mgrid[0:])
# !                    ^^
# !     help: write `start:stop`
# ! example.py:6:16: error: the step of a range must not be zero
# !     print(np.mgrid[0:5:0])
# !                    ^^^^^
# !     help: use a step such as 1
# ! example.py:7:13: error: directions in a text are not supported here
# !     print(np.r_["c", 1])
# !                 ^^^
# !     help: use `np.concatenate`
# ! example.py:8:7: error: Cross index must be 1 dimensional
# !     print(np.ix_(np.zeros((2, 2))))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass vectors
# ! example.py:9:7: error: could not broadcast input array from shape (3,) into shape (2,2)
# !     print(np.broadcast_to(np.zeros(3), (2, 2)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: make the shapes agree
# ! example.py:10:15: error: Input must be 1- or 2-d.
# !     print(np.diag(np.zeros((2, 2, 2))))
# !                   ^^^^^^^^^^^^^^^^^^^
# !     help: pass a vector or a matrix
# ! example.py:11:19: error: diag requires an array of at least two dimensions
# !     print(np.diagonal(np.zeros(3)))
# !                       ^^^^^^^^^^^
# !     help: pass a matrix
# ! example.py:12:7: error: axis1 and axis2 cannot be the same
# !     print(np.diagonal(np.zeros((2, 2)), 0, 1, 1))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: name two axes
# ! example.py:13:16: error: diag requires an array of at least two dimensions
# !     print(np.trace(np.zeros(3)))
# !                    ^^^^^^^^^^^
# !     help: pass a matrix
# ! example.py:14:15: error: a matrix is needed here
# !     print(np.triu(np.float64(3)))
# !                   ^^^^^^^^^^^^^
# !     help: use an array of two dimensions
# ----
import numpy as np

print(np.iinfo(float))
print(np.finfo(int))
print(np.iinfo("x"))
print(np.issubdtype(int, "x"))
print(np.result_type())
print(np.can_cast(5, int))
print(np.can_cast(int, float, "often"))
print(np.dtype("x"))
print(np.promote_types(int, None))
# ! example.py:3:7: error: Invalid integer data type 'f8'.
# !     print(np.iinfo(float))
# !           ^^^^^^^^^^^^^^^
# !     help: use np.finfo for floats
# ! example.py:4:7: error: data type <class 'numpy.int64'> not inexact
# !     print(np.finfo(int))
# !           ^^^^^^^^^^^^^
# !     help: use np.iinfo for integers
# ! example.py:5:16: error: an element type is needed here
# !     print(np.iinfo("x"))
# !                    ^^^
# !     help: use one such as np.float64
# ! example.py:6:26: error: this kind of element type is not known
# !     print(np.issubdtype(int, "x"))
# !                              ^^^
# !     help: use np.integer, np.floating or a type
# ! example.py:7:7: error: at least one array or dtype is required
# !     print(np.result_type())
# !           ^^^^^^^^^^^^^^^^
# !     help: pass the arrays
# ! example.py:8:19: error: can_cast() does not support Python ints, floats, and complex because the result used to depend on the value.
# !     print(np.can_cast(5, int))
# !                       ^
# !     help: pass an element type
# ! example.py:9:31: error: casting must be one of 'no', 'equiv', 'safe', 'same_kind', or 'unsafe'
# !     print(np.can_cast(int, float, "often"))
# !                                   ^^^^^^^
# !     help: write one of these
# ! example.py:10:16: error: this element type is not supported
# !     print(np.dtype("x"))
# !                    ^^^
# !     help: use np.float64, np.float32, np.int64, np.int32, bool or another fixed type
# ! example.py:11:29: error: an element type is needed here
# !     print(np.promote_types(int, None))
# !                                 ^^^^
# !     help: use one such as np.float64
# ----
import numpy as np
print(np.zeros(3).astype(None))
# ! example.py:2:7: error: astype() needs an element type
# !     print(np.zeros(3).astype(None))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: write for example `a.astype(np.float64)`
# ----
import numpy as np
print(np.zeros((2, -3)))
# ! example.py:2:16: error: negative dimensions are not allowed
# !     print(np.zeros((2, -3)))
# !                    ^^^^^^^
# !     help: use extents of at least 0
# ----
import numpy as np
print(np.random.rand(2, -3))
# ! example.py:2:7: error: negative dimensions are not allowed
# !     print(np.random.rand(2, -3))
# !           ^^^^^^^^^^^^^^^^^^^^^
# !     help: use extents of at least 0
# ----
import numpy as np
print(np.random.rand(2, 3, 2, 2, 2, 2, 2, 2, 2))
# ! example.py:2:7: error: arrays have at most 8 dimensions
# !     print(np.random.rand(2, 3, 2, 2, 2, 2, 2, 2, 2))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use fewer dimensions
# ----
import numpy as np
print(np.rot90(np.zeros((2, 2)), axes=(0, 0)))
# ! example.py:2:7: error: the axes to rotate between must be two axes of the array
# !     print(np.rot90(np.zeros((2, 2)), axes=(0, 0)))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: pass a matrix
