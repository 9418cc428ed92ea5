# RUN: phylanxc run %s -- 4
import sys

import numpy as np

n = int(sys.argv[1])
a = np.ones(n)
print(a + np.ones(n + 1))
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "run_time_shape_mismatch.py", line 8, in <module>
# !     print(a + np.ones(n + 1))
# !           ~~^~~~~~~~~~~~~~~~
# ! ValueError: operands could not be broadcast together with shapes (4,) (5,)
