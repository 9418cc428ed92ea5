import sys
import numpy as np

if len(sys.argv) > 1:
    a = 1
else:
    a = np.zeros(3)
print(a)
b = "text"
for i in range(3):
    b = i
print(b)


def g(x):
    if x > 0:
        return 1
    return "no"


print(g(1))
# ---- expected ----
# type_conflicts.py:4:1: error: `a` is int on one path and float64[3] on another
#     if len(sys.argv) > 1:
#     ^^^^^^^^^^^^^^^^^^^^^
#     help: use one type on every path (such as `0.0` for a float), or two names
# type_conflicts.py:16:5: error: the result is int on one path and str on another
#         if x > 0:
#         ^^^^^^^^^
#     help: use one type on every path (such as `0.0` for a float), or two names
