# RUN: phylanxc build %s
import numpy as np

x = np.arange(3)
for k in range(2):
    x = x * 1.5
print(x)
# EXPECT exit 1
# ! element_type_changes_in_loop.py:5:1: error: `x` is int64[3] on one path and float64[3] on another
# !     for k in range(2):
# !     ^^^^^^^^^^^^^^^^^^
# !     help: give the array its later element type from the start: `np.arange(3.0)`, `dtype=float` or `x.astype(...)`
