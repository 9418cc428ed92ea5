# COMPARE: exact
# TRACEBACK: whole
# Functions without a name, nested ones, methods, and functions that NumPy calls.
import numpy as np


class Table:
    def __init__(self, size):
        self.values = np.zeros(size)

    def put(self, at, value):
        self.values[at] = value
        return self


def make(limit):
    def check(x):
        if x > limit:
            raise OverflowError(f"{x} is more than {limit}")
        return x

    return check


def apply(function, x):
    return function(x) + 1


table = Table(3).put(0, 1.0)
try:
    table.put(3, 2.0)
except IndexError as error:
    print(error)
double = lambda x: apply(make(5), 2 * x)
print(double(2))
try:
    print(double(3))
except OverflowError as error:
    print("caught", error)
table.put(double(0), 1.0).put(7, 1.0)
