# Text that is no program, and constructs that are not compiled
# ----
total = (1 + 2
print(total)

values = [1, (2, 3]
# ----
text = "never closed
# ----
if 1 > 0:
print(1)
# ----
x = 5
    y = 6
# ----
x = 1 2
y = 3 +
print(x y)
# ----
def f(a=1, b):
    return a

f(a=1, 2)
# ----
x = $5
# ----
print(f"{")
# ----
def f(:
    return 1
x = = 2
# ----
def f(x)
    return x
# ----
async def fetch():
    return 1

async def read(items):
    async for item in items:
        print(item)
    async with items as source:
        print(source)

def numbers(items):
    return [x async for x in items]
# ----
def numbers(n):
    for i in range(n):
        yield i
# ----
try:
    print(1)
except* ValueError:
    print(2)
# ----
from math import *
# ----
x = 123456789012345678901234567890
# ----
print(f"{1!a}")
# ----
name = 1
match name:
    case {"kind": 1}:
        print(1)
    case [1, *rest]:
        print(2)
    case int(1, 2):
        print(3)
# ----
a = [1, 2]
(a[0] := 3)
# ----
x = 1
del x.y
x.shape = 3
# ----
import numpy as np
import sys

values = np.zeros(len(sys.argv))
x = (*values, 1)
print(*values)
y = *values
