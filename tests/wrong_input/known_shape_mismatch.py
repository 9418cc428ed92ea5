# RUN: phylanxc build %s
import numpy as np

a = np.zeros((2, 3))
b = np.zeros((3, 4))
print(a + b)
print(b @ a)
# EXPECT exit 1
# ! known_shape_mismatch.py:6:7: error: operands could not be broadcast together with shapes (2,3) (3,4)
# !     print(a + b)
# !           ^^^^^
# !     help: make the shapes agree, with `reshape` or `None` in an index
# ! known_shape_mismatch.py:7:7: error: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 4)
# !     print(b @ a)
# !           ^^^^^
# !     help: the shapes are (3,4) and (2,3): transpose or reshape one of them
