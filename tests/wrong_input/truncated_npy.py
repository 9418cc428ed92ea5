# RUN: phylanxc run %s
import numpy as np

print(np.load("truncated.npy") + 1.0)
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "truncated_npy.py", line 4, in <module>
# !     print(np.load("truncated.npy") + 1.0)
# !           ^^^^^^^^^^^^^^^^^^^^^^^^
# ! ValueError: Failed to read all data for array. Expected (100,) = 100 elements, could only read 9 elements. (file seems not fully written?)
