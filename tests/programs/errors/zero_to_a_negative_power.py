# COMPARE: exact
import sys


def grow(x, k):
    return x ** k


print(grow(0, len(sys.argv)))
print(grow(0, -len(sys.argv)))
