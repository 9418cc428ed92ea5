# RUN: phylanxc run %s
import numpy as np

print(np.loadtxt("nowhere.csv", delimiter=","))
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "missing_csv.py", line 4, in <module>
# !     print(np.loadtxt("nowhere.csv", delimiter=","))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# ! FileNotFoundError: nowhere.csv not found.
