# COMPARE: exact
import sys

names = ("a", "b")
print(names[len(sys.argv)])
print(names[len(sys.argv) + 1])
