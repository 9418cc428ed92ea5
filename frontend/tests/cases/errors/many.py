import numpy as np
import pandas as pd

a = np.zeros((3, 4))
b = np.ones((4, 3))
c = a + b
print(undefined_name)
with open("x") as f:
    pass
d = a.tolist()
x = [1, 2]
x.append(3)
def f(x, y):
    return x + y
f(1)
f(1, 2, 3)
if c.sum() > 0:
    q = 1
else:
    q = np.zeros(3)
print(q)
# ---- expected ----
# many.py:2:8: error: no module named `pandas` is known
#     import pandas as pd
#            ^^^^^^^^^^^^
#     help: put `pandas.py` beside the program, or use numpy, math, sys, time, os and contextlib
# many.py:6:5: error: operands could not be broadcast together with shapes (3,4) (4,3)
#     c = a + b
#         ^^^^^
#     help: make the shapes agree, with `reshape` or `None` in an index
# many.py:7:7: error: name 'undefined_name' is not defined
#     print(undefined_name)
#           ^^^^^^^^^^^^^^
#     help: assign it before this use, or import it
# many.py:15:1: error: f() missing 1 required positional argument: 'y'
#     f(1)
#     ^^^^
#     help: the function is `f(x, y)`
# many.py:16:1: error: f() takes 2 positional arguments but 3 were given
#     f(1, 2, 3)
#     ^^^^^^^^^^
#     help: the function is `f(x, y)`
# many.py:17:1: error: `q` is int on one path and float64[3] on another
#     if c.sum() > 0:
#     ^^^^^^^^^^^^^^^
#     help: use one type on every path (such as `0.0` for a float), or two names
