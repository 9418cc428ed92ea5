# Attributes and indices of arrays
# ----
import numpy as np

a = np.zeros((2, 3))
print(a.flat)
print(a.average)
print(a.spam)
print(a.average())
print((5).average)
print((5).average())
print((1, 2).size)
# ! example.py:4:1: error: flatiter cannot be printed
# !     print(a.flat)
# !     ^^^^^^^^^^^^^
# !     help: print numbers, arrays or strings
# ! example.py:5:7: error: arrays have no attribute `average`
# !     print(a.average)
# !           ^^^^^^^^^
# !     help: write `np.average(...)`
# ! example.py:6:7: error: arrays have no supported attribute `spam`
# !     print(a.spam)
# !           ^^^^^^
# !     help: see the attributes shape, ndim, size, dtype and T; call methods with parentheses
# ! example.py:7:7: error: 'numpy.ndarray' object has no attribute 'average'
# !     print(a.average())
# !           ^^^^^^^^^^^
# !     help: write `np.average(...)`
# ! example.py:8:7: error: int has no supported attribute `average`
# !     print((5).average)
# !           ^^^^^^^^^^^
# !     help: numbers have `real`, `imag` and `conjugate()`; use a function such as `abs(x)`
# ! example.py:9:7: error: int has no supported method `average`
# !     print((5).average())
# !           ^^^^^^^^^^^^^
# !     help: numbers have `real`, `imag` and `conjugate()`; use a function such as `abs(x)`
# ! example.py:10:7: error: (int, int) has no supported attribute `size`
# !     print((1, 2).size)
# !           ^^^^^^^^^^^
# !     help: use `len(...)`, an index or a loop; `np.array(...)` makes an array of it
# ----
import numpy as np

a = np.zeros((2, 3))
print(a[0, 0, 0])
print(a[0.5])
print(a["x"])
print(a[True])
print(a[np.array([0.5])])
print(a[..., ...])
print(a[::0])
print(a[(None,) * 7])
# ! example.py:4:7: error: too many indices for array: array is 2-dimensional, but 3 were indexed
# !     print(a[0, 0, 0])
# !           ^^^^^^^^^^
# !     help: drop an index
# ! example.py:5:9: error: an integer is needed here, not float
# !     print(a[0.5])
# !             ^^^
# !     help: use `//` for whole quotients, or `int(...)`
# ! example.py:6:9: error: a number is needed here, not str
# !     print(a["x"])
# !             ^^^
# !     help: use a number
# ! example.py:7:9: error: indexing with a single bool is not supported
# !     print(a[True])
# !             ^^^^
# !     help: use an `if`
# ! example.py:8:9: error: arrays used as indices must be of integer or boolean type
# !     print(a[np.array([0.5])])
# !             ^^^^^^^^^^^^^^^
# !     help: use `astype(int)`
# ! example.py:9:7: error: an index can only have a single ellipsis ('...')
# !     print(a[..., ...])
# !           ^^^^^^^^^^^
# !     help: write `:` for the others
# ! example.py:10:9: error: slice step cannot be zero
# !     print(a[::0])
# !             ^^^
# !     help: use a step such as 1 or -1
# ! example.py:11:7: error: arrays have at most 8 dimensions
# !     print(a[(None,) * 7])
# !           ^^^^^^^^^^^^^^
# !     help: use fewer `None`
# ----
import numpy as np

a = np.zeros((2, 3, 4))
i = np.array([0, 1])
print(a[i, :, i])
print(a[i, np.array([0, 1, 2])])
print(a[i, i, i, i])
print(a[np.zeros((2, 3, 4, 5), bool)])
print(a[np.zeros(3, bool)])
# ! example.py:5:7: error: index arrays with a slice between them are not supported
# !     print(a[i, :, i])
# !           ^^^^^^^^^^
# !     help: index in two steps, such as `a[i][:, j]`
# ! example.py:6:7: error: shape mismatch: indexing arrays could not be broadcast together
# !     print(a[i, np.array([0, 1, 2])])
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give the index arrays shapes that broadcast
# ! example.py:7:7: error: too many indices for array: array is 3-dimensional, but 4 were indexed
# !     print(a[i, i, i, i])
# !           ^^^^^^^^^^^^^
# !     help: drop an index
# ! example.py:8:7: error: the mask has more dimensions than the array
# !     print(a[np.zeros((2, 3, 4, 5), bool)])
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use a mask of the array's shape
# ! example.py:9:7: error: boolean index did not match indexed array along axis 0: size 2, but the mask has 3
# !     print(a[np.zeros(3, bool)])
# !           ^^^^^^^^^^^^^^^^^^^^
# !     help: use a mask of the array's shape
# ----
import numpy as np

a = np.zeros(3)
print(a[3])
print(a[-4])
a[5] = 1.0
# ! example.py:4:7: error: index 3 is out of bounds for axis 0 with size 3
# !     print(a[3])
# !           ^^^^
# !     help: use an index within the array
# ! example.py:5:7: error: index -4 is out of bounds for axis 0 with size 3
# !     print(a[-4])
# !           ^^^^^
# !     help: use an index within the array
# ! example.py:6:1: error: index 5 is out of bounds for axis 0 with size 3
# !     a[5] = 1.0
# !     ^^^^
# !     help: use an index within the array
# ----
import numpy as np

a = np.zeros(3, dtype="U5")
# ! example.py:3:23: error: this element type is not supported
# !     a = np.zeros(3, dtype="U5")
# !                           ^^^^
# !     help: use np.float64, np.float32, np.int64, np.int32, bool or another fixed type
# ----
for x in 5:
    print(x)
for y in None:
    print(y)
# ! example.py:1:10: error: int cannot be iterated over
# !     for x in 5:
# !              ^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ! example.py:3:10: error: None cannot be iterated over
# !     for y in None:
# !              ^^^^
# !     help: loop over `range(...)`, an array, a tuple, `enumerate(...)` or `zip(...)`
# ----
import numpy as np
import sys

print(np.array([[1, 2], [3]]))
print(np.array([np.zeros(2), np.zeros(3)]))
print(np.array([np.zeros(2), np.zeros((2, 2))]))
print(np.array(zip([1], np.zeros(len(sys.argv)))))
print(np.sum("text"))
print(np.stack([]))
x = tuple(range(5000))
for item in (1, 2.0, "a") * 200:
    print(item)
# ! example.py:4:16: error: the rows of this array have different lengths
# !     print(np.array([[1, 2], [3]]))
# !                    ^^^^^^^^^^^^^
# !     help: give every row the same number of items
# ! example.py:5:16: error: all input arrays must have the same shape
# !     print(np.array([np.zeros(2), np.zeros(3)]))
# !                    ^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give every row the same shape
# ! example.py:6:16: error: the rows of this array have different ranks
# !     print(np.array([np.zeros(2), np.zeros((2, 2))]))
# !                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: give every row the same shape
# ! example.py:7:16: error: an iterator is no array
# !     print(np.array(zip([1], np.zeros(len(sys.argv)))))
# !                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `np.arange(...)`
# ! example.py:8:14: error: an array is needed here, not str
# !     print(np.sum("text"))
# !                  ^^^^^^
# !     help: use an array or a number
# ! example.py:9:16: error: need at least one array to concatenate
# !     print(np.stack([]))
# !                    ^^
# !     help: list at least one array
# ! example.py:11:13: error: a list that holds int | float cannot hold str too
# !     for item in (1, 2.0, "a") * 200:
# !                 ^^^^^^^^^^^^^^^^^^^
# !     help: use values of one type, or a list for each type
# ----
import numpy as np
import sys


def change(x):
    x.shape = 4, 1


a = np.zeros(4)
change(a)
print(a.view(np.bool_), a.view(type=np.ndarray), np.array(1.0).view(np.int8))
print(a[slice(0, 4, 0)], np.zeros(np.array([len(sys.argv)] * 1)).shape, np.zeros(np.nonzero(a)[0]))
print(np.vectorize(abs)(x=a))
# ! example.py:6:5: error: the shape of an array that others may hold cannot be changed in place
# !         x.shape = 4, 1
# !         ^^^^^^^
# !     help: use `b = a.reshape(...)`
# ! example.py:11:7: error: bytes that may be neither 0 nor 1 cannot be seen as bool
# !     print(a.view(np.bool_), a.view(type=np.ndarray), np.array(1.0).view(np.int8))
# !           ^^^^^^^^^^^^^^^^
# !     help: compare the elements with 0, such as `a != 0`
# ! example.py:11:37: error: the argument 'type' is not supported by this function
# !     print(a.view(np.bool_), a.view(type=np.ndarray), np.array(1.0).view(np.int8))
# !                                         ^^^^^^^^^^
# !     help: convert or store the result afterwards
# ! example.py:11:50: error: Changing the dtype of a 0d array is only supported if the itemsize is unchanged
# !     print(a.view(np.bool_), a.view(type=np.ndarray), np.array(1.0).view(np.int8))
# !                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: use `astype`, or a type of the same size
# ! example.py:12:9: error: slice step cannot be zero
# !     print(a[slice(0, 4, 0)], np.zeros(np.array([len(sys.argv)] * 1)).shape, np.zeros(np.nonzero(a)[0]))
# !             ^^^^^^^^^^^^^^
# !     help: use a step such as 1 or -1
# ! example.py:12:82: error: the length of this shape is not known at compile time
# !     print(a[slice(0, 4, 0)], np.zeros(np.array([len(sys.argv)] * 1)).shape, np.zeros(np.nonzero(a)[0]))
# !                                                                                      ^^^^^^^^^^^^^^^^
# !     help: write the extents out, or pass a tuple
# ! example.py:13:27: error: keyword arguments of a function made by np.vectorize are not supported
# !     print(np.vectorize(abs)(x=a))
# !                               ^
# !     help: pass it by position
# ----
import numpy as np
a = np.zeros((2, 2))
i = np.array([0, 1])
print(a[i, i, i], a[[0, 1], :, :])
# ! example.py:4:7: error: too many indices for array: array is 2-dimensional, but 3 were indexed
# !     print(a[i, i, i], a[[0, 1], :, :])
# !           ^^^^^^^^^^
# !     help: drop an index
# ! example.py:4:19: error: too many indices for array: array is 2-dimensional, but 3 were indexed
# !     print(a[i, i, i], a[[0, 1], :, :])
# !                       ^^^^^^^^^^^^^^^
# !     help: drop an index
# ----
t = (1, 2, 3)
print(t[::0])
# ! example.py:2:9: error: slice step cannot be zero
# !     print(t[::0])
# !             ^^^
# !     help: use a step such as 1 or -1
# ----
import sys
import numpy as np
n = len(sys.argv)
print(np.zeros((2, 2)).sum(axis=n))
# ! example.py:4:33: error: an axis known at compile time is needed here
# !     print(np.zeros((2, 2)).sum(axis=n))
# !                                     ^
# !     help: write a literal
