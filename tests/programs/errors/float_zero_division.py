# COMPARE: exact
import sys

x = float(len(sys.argv) - 1)
print(1.5 / x)
