# COMPARE: exact
import sys


def ratio(a, b):
    return a / b


print(ratio(1, len(sys.argv)))
print(ratio(1, len(sys.argv) - 1))
