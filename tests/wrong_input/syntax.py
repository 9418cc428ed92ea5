# RUN: phylanxc build %s
import numpy as np

def f(x:
    return x

for i in range(3)
    print(i)
# EXPECT exit 1
# ! syntax.py:4:9: error: invalid syntax: expected `)`, found newline
# !     def f(x:
# !             ^
# ! syntax.py:5:5: error: invalid syntax: expected an expression
# !         return x
# !         ^^^^^^
# ! syntax.py:7:18: error: invalid syntax: expected `:`, found newline
# !     for i in range(3)
# !                      ^
