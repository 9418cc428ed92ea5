# COMPARE: exact
import sys
import numpy as np
from itertools import combinations, chain, permutations
pairs = combinations([1, 2, 3], 2)
print(sum(a * b for a, b in pairs), list(pairs))
c = chain([1], [2, 3])
print(next(c), list(c), list(c))
words = sys.argv[1:] + ["x"]
print(words, len(sys.argv * 2))
rows = [[float(i)] * (len(sys.argv) + i) for i in range(2)]
print(len(rows[1]))
for p in permutations("abc"):
    print("".join(p), end=" ")
print()
try:
    print(np.array(rows))
except ValueError as e:
    print("ValueError")
