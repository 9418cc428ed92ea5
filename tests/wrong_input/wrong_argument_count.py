# RUN: phylanxc build %s
def f(a, b):
    return a + b

print(f(1))
print(f(1, 2, 3))
print(f(1, c=2))
# EXPECT exit 1
# ! wrong_argument_count.py:5:7: error: f() missing 1 required positional argument: 'b'
# !     print(f(1))
# !           ^^^^
# !     help: the function is `f(a, b)`
# ! wrong_argument_count.py:6:7: error: f() takes 2 positional arguments but 3 were given
# !     print(f(1, 2, 3))
# !           ^^^^^^^^^^
# !     help: the function is `f(a, b)`
# ! wrong_argument_count.py:7:14: error: f() got an unexpected keyword argument 'c'
# !     print(f(1, c=2))
# !                  ^
# !     help: the function is `f(a, b)`
