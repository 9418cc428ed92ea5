# RUN: phylanxc run %s
import numpy as np

print(np.load("nowhere.npy") + 1.0)
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "missing_npy.py", line 4, in <module>
# !     print(np.load("nowhere.npy") + 1.0)
# !           ^^^^^^^^^^^^^^^^^^^^^^
# ! FileNotFoundError: [Errno 2] No such file or directory: 'nowhere.npy'
