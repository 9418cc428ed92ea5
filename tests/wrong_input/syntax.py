# RUN: phylanxc build %s
import numpy as np

def f(x:
    return x

for i in range(3)
    print(i)
# EXPECT exit 1
# ! syntax.py:4:6: error: invalid syntax: `(` was never closed
# !     def f(x:
# !          ^
# !     help: add `)`
# ! syntax.py:7:18: error: invalid syntax: expected `:`, found newline
# !     for i in range(3)
# !                      ^
# !     help: write `:` here
