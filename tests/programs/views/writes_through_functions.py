# COMPARE: exact
import numpy as np

def fill(part, value):
    part[:] = value

def double(x):
    x *= 2
    return x

def rebind(x):
    x = x * 3
    return x

a = np.zeros((3, 4))
fill(a[1], 2.0)
fill(a[:, 3], 9.0)
print(a)
b = double(a[1:])
print(a, b)
c = rebind(a)
print(a[0], c[0])
b[0, 0] = -5.0
print(a[1, 0])
