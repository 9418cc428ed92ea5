import numpy as np

a = np.zeros((3, 4))
b = np.ones((4, 3))
print(a + b)
print(a @ a)
a[0] = np.zeros(5)
print(a[3, 0], a[0, 0, 0])
print(a.reshape(5, 2))
print(np.concatenate([a, b]))
print(a.sum(axis=2))
# ---- expected ----
# shapes.py:5:7: error: operands could not be broadcast together with shapes (3,4) (4,3)
#     print(a + b)
#           ^^^^^
#     help: make the shapes agree, with `reshape` or `None` in an index
# shapes.py:6:7: error: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 3 is different from 4)
#     print(a @ a)
#           ^^^^^
#     help: the shapes are (3,4) and (3,4): transpose or reshape one of them
# shapes.py:7:1: error: could not broadcast input array from shape (5,) into shape (4,)
#     a[0] = np.zeros(5)
#     ^^^^
#     help: make the shapes agree
# shapes.py:8:7: error: index 3 is out of bounds for axis 0 with size 3
#     print(a[3, 0], a[0, 0, 0])
#           ^^^^^^^
#     help: use an index within the array
# shapes.py:8:16: error: too many indices for array: array is 2-dimensional, but 3 were indexed
#     print(a[3, 0], a[0, 0, 0])
#                    ^^^^^^^^^^
#     help: drop an index
# shapes.py:9:7: error: cannot reshape array of size 12 into shape (5,2)
#     print(a.reshape(5, 2))
#           ^^^^^^^^^^^^^^^
#     help: the number of elements must stay the same
# shapes.py:10:7: error: all the input array dimensions except for the concatenation axis must match exactly, but along dimension 1, the array at index 0 has size 4 and the array at index 1 has size 3
#     print(np.concatenate([a, b]))
#           ^^^^^^^^^^^^^^^^^^^^^^
#     help: make the other extents agree
# shapes.py:11:18: error: axis 2 is out of bounds for array of dimension 2
#     print(a.sum(axis=2))
#                      ^
#     help: use an axis that the array has
