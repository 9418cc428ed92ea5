# RUN: phylanxc run %s
import numpy as np

print(np.loadtxt("ragged.csv", delimiter=","))
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "ragged_csv.py", line 4, in <module>
# !     print(np.loadtxt("ragged.csv", delimiter=","))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# ! ValueError: the number of columns changed from 3 to 2 at row 2; use `usecols` to select a subset and avoid this error
