import pandas
from numpy import *

class A:
    pass

try:
    x = 1
except ValueError:
    pass
f = lambda x: x
d = {"a": 1}
with open("f") as g:
    pass


@decorated
def h(*args):
    yield 1

# ---- expected ----
# unsupported.py:1:8: error: no module named `pandas` is known
#     import pandas
#            ^^^^^^
#     help: put `pandas.py` beside the program, or use numpy, math, sys, time, os and contextlib
# unsupported.py:2:19: error: `import *` is not supported
#     from numpy import *
#                       ^
#     help: import the names you use
# unsupported.py:17:2: error: name 'decorated' is not defined
#     @decorated
#      ^^^^^^^^^
#     help: assign it before this use, or import it
# unsupported.py:19:5: error: generators (`yield`) are not supported
#         yield 1
#         ^^^^^^^
#     help: fill an array in a loop and return it
