# COMPARE: exact
import math
import sys

print(math.sqrt(len(sys.argv)))
print(math.sqrt(-len(sys.argv)))
