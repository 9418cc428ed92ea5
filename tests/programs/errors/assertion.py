# COMPARE: exact
import sys

n = len(sys.argv)
assert n > 0
print("fine")
assert n > 5, f"need more arguments than {n}"
