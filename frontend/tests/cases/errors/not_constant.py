import sys
import numpy as np

n = len(sys.argv)
a = np.zeros((2, 2))
print(a.sum(axis=n))
print((1, "a")[n])
print(f"{n:{n}d}")
# ---- expected ----
# not_constant.py:6:18: error: an axis known at compile time is needed here
#     print(a.sum(axis=n))
#                      ^
#     help: write a literal
# not_constant.py:7:7: error: a tuple of this kind is indexed by constants only
#     print((1, "a")[n])
#           ^^^^^^^^^^^
#     help: make it an array, or use a constant index
