# COMPARE: exact
import sys

if len(sys.argv) > 5:
    x = 3
print("before")
print(x)
