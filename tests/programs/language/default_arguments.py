# COMPARE: exact
def power(base, exponent=2, *, offset=0):
    return base ** exponent + offset

print(power(3))
print(power(3, 3))
print(power(exponent=4, base=2))
print(power(2, offset=10))
print(power(2.5, 2))


# Defaults are computed once, where the function is defined.
import math
import sys

import numpy as np

K = 3
RATE = 0.5
n = len(sys.argv) + 4


def f(x, k=K, rate=RATE * 2, m=n, z=-1, arr=np.zeros(2), t=(1, 2.5)):
    arr[0] += 1
    return x * rate + k + m + z, arr, t


print(f(1), f(2, 1), f(3, m=0))
n = 100
K = 4
print(f(1))


def make(n=n, fill=math.pi, s="ab" * 2):
    return np.full(n - 97, fill), s


print(make(), make(98))
