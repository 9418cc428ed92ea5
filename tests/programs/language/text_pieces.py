# COMPARE: exact
import sys

import numpy as np

names = ("alpha", "beta", "gamma")
vals = [0.5, 1.5, 2.5]
labels = ["x", "y", "z"]
for k in range(3):
    print(f"{names[k]:<8}{vals[k]:>6.2f} {labels[k - 1]}")
pairs = ((1, "one"), (2, "two"), (3, "three"))
arrs = (np.arange(3), np.arange(3) * 2)
for k in range(len(sys.argv) + 1):
    print(pairs[k], arrs[k - 1])
    arrs[k][0] = 9
print(arrs)

def palindrome(s):
    return s == s[::-1]

def middle(s, a, b):
    return s[a:b] + "|" + s[:a] + "|" + s[b:] + "|" + s[-2:] + "|" + s[::-2] + "|" + s[b:a:-1]

print(palindrome("racecar"), palindrome("ab"))
print(middle("hello world", 2, 7))

print(ord("a"), chr(98))
for c in "hello"[:len(sys.argv) + 1]:
    print(ord(c), chr(ord(c) + 1))
print([chr(k + 97) for k in range(3)])
