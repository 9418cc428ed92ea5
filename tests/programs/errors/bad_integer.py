# COMPARE: exact
# ARGS: twelve
import sys

print("start")
print(int(sys.argv[1]))
