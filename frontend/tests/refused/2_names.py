# Names, modules and assignments
# ----
values = [1.0, 2.0]
total = 0.0
for value in values:
    totl += value
print(total)
# ----
def f(n):
    total = count + n
    count = 1
    return total

print(f(2))
# ----
def f():
    for i in range(3):
        print(i)
    del i
    return i

f()
# ----
print(size)
size = 3
# ----
import pandas
# ----
# helper.py: scale = 2.0
import helper
print(helper.offset)
# ----
# left.py: import right
# right.py: import left
import left
# ----
from . import helper
# ----
def f():
    a, b = (1, 2, 3)
    c, d = (1,)
    e, f, *g = (1,)
    return a + b + c + d
f()
# ----
import numpy as np
import sys

a = np.arange(len(sys.argv))
first, *rest = a
# ----
f(1) = 3
# ----
def f():
    pass

f() += 1
# ----
import numpy as np

a = np.zeros(3)
a += np.zeros(4)
# ----
(1, 2)[0] = 3
"text"[0] = "t"
# ----
import numpy as np

x = 5
x.real = 3
a = np.zeros(3)
a.imag = 1.0
b = np.zeros(3, complex)
b.real = 1j
b.flags = 1
