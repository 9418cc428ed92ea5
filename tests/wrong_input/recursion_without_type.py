# RUN: phylanxc run %s
def f(n):
    return f(n - 1)

print(f(3))
# EXPECT exit 1
# ! Traceback (most recent call last):
# !   File "recursion_without_type.py", line 2
# ! RecursionError: maximum recursion depth exceeded
