# COMPARE: exact
import sys

print("start")
n = int(sys.argv[1])
print(n)
