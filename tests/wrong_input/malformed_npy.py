# RUN: phylanxc run %s
import numpy as np

print(np.load("malformed.npy") + 1.0)
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "malformed_npy.py", line 4, in <module>
# !     print(np.load("malformed.npy") + 1.0)
# !           ^^^^^^^^^^^^^^^^^^^^^^^^
# ! ValueError: This file contains pickled (object) data. If you trust the file you can load it unsafely using the `allow_pickle=` keyword argument or `pickle.load()`.
