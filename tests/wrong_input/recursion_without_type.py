# RUN: phylanxc build %s
def f(n):
    return f(n - 1)

print(f(3))
# EXPECT exit 1
# ! recursion_without_type.py:2:5: error: the result type of f() cannot be inferred: it always calls itself
# !     def f(n):
# !         ^
# !     help: return a value on a path that does not recurse
