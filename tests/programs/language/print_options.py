# COMPARE: exact
import sys

print("a", "b", 3, sep="-")
print("no newline", end="")
print()
print(1, 2.5, True, "x", sep=", ", end=";\n")
print()
print("to stderr", file=sys.stderr)
