# RUN: phylanxc build %s
import numpy as np

a = np.zeros(3)
print(np.no_such_function(a))
print(a.no_such_method())
# EXPECT exit 1
# ! unknown_numpy_function.py:5:7: error: module 'numpy' has no attribute 'no_such_function'
# !     print(np.no_such_function(a))
# !           ^^^^^^^^^^^^^^^^^^^
# !     help: build it from functions that NumPy has, such as `np.sum`
# ! unknown_numpy_function.py:6:7: error: 'numpy.ndarray' object has no attribute 'no_such_method'
# !     print(a.no_such_method())
# !           ^^^^^^^^^^^^^^^^^^
# !     help: use a function of NumPy instead
