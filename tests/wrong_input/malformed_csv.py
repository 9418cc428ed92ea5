# RUN: phylanxc run %s
import numpy as np

print(np.loadtxt("malformed.csv", delimiter=","))
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "malformed_csv.py", line 4, in <module>
# !     print(np.loadtxt("malformed.csv", delimiter=","))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# ! ValueError: could not convert string 'five' to float64 at row 1, column 2.
