# COMPARE: exact
# ARGS: 12 2.5 word
import sys

n = int(sys.argv[1]) if len(sys.argv) > 1 else 3
x = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
word = sys.argv[3]
print(n + 1, x * 2, word, len(sys.argv))
extra = sys.argv[4] if len(sys.argv) > 4 else "none"
print(extra)
