# COMPARE: exact
import sys

x = len(sys.argv)
print(x / 4, (x + 8) / -3, True / (x + 1), 7 / 2)
x -= 1
print(1 / x)
