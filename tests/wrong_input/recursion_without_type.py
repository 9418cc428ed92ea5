# RUN: phylanxc run %s
def f(n):
    return f(n - 1)

print(f(3))
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "recursion_without_type.py", line 5, in <module>
# !     print(f(3))
# !           ^^^^
# !   File "recursion_without_type.py", line 3, in f
# !     return f(n - 1)
# !            ^^^^^^^^
# !   File "recursion_without_type.py", line 3, in f
# !     return f(n - 1)
# !            ^^^^^^^^
# !   File "recursion_without_type.py", line 3, in f
# !     return f(n - 1)
# !            ^^^^^^^^
# !   [Previous line repeated 996 more times]
# ! RecursionError: maximum recursion depth exceeded
