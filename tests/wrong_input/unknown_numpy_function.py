# RUN: phylanxc build %s
import numpy as np

a = np.zeros(3)
print(np.no_such_function(a))
print(a.no_such_method())
# EXPECT exit 1
# ! unknown_numpy_function.py:5:7: error: `numpy.no_such_function` is not supported
# !     print(np.no_such_function(a))
# !           ^^^^^^^^^^^^^^^^^^^^^^
# !     help: build it from the supported functions of NumPy
# ! unknown_numpy_function.py:6:7: error: the array method `no_such_method` is not supported
# !     print(a.no_such_method())
# !           ^^^^^^^^^^^^^^^^^^
# !     help: use a function of NumPy instead
