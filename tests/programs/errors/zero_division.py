# COMPARE: exact
import sys

x = len(sys.argv) - 1
print("before")
print(10 // x)
