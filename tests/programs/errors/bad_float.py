# COMPARE: exact
# ARGS: 1.5x
import sys

print(float(sys.argv[1]))
