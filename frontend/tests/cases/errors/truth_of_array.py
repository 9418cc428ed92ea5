import numpy as np

a = np.zeros(3)
if a > 0:
    print("yes")
while a.sum() > 0 and a:
    pass
# ---- expected ----
# truth_of_array.py:4:4: error: the truth value of an array with more than one element is ambiguous
#     if a > 0:
#        ^^^^^
#     help: use `a.any()` or `a.all()`
# truth_of_array.py:6:23: error: the truth value of an array with more than one element is ambiguous
#     while a.sum() > 0 and a:
#                           ^
#     help: use `a.any()` or `a.all()`
