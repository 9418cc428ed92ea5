# RUN: phylanxc run %s
import numpy as np

def pick(a, i):
    return a[i]

a = np.arange(4)
print(pick(a, len(a)))
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "index_error_names_the_line.py", line 8, in <module>
# !     print(pick(a, len(a)))
# !           ^^^^^^^^^^^^^^^
# !   File "index_error_names_the_line.py", line 5, in pick
# !     return a[i]
# !            ~^^^
# ! IndexError: index 4 is out of bounds for axis 0 with size 4
