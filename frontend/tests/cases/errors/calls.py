def f(x, y=1):
    return x + y


f()
f(1, 2, 3)
f(1, z=2)
f(1, x=2)
len(3)
len()
print(1, color="red")
undefined(1)
# ---- expected ----
# calls.py:5:1: error: f() missing 1 required positional argument: 'x'
#     f()
#     ^^^
#     help: the function is `f(x, y)`
# calls.py:6:1: error: f() takes from 1 to 2 positional arguments but 3 were given
#     f(1, 2, 3)
#     ^^^^^^^^^^
#     help: the function is `f(x, y)`
# calls.py:7:8: error: f() got an unexpected keyword argument 'z'
#     f(1, z=2)
#            ^
#     help: the function is `f(x, y)`
# calls.py:8:8: error: f() got multiple values for argument 'x'
#     f(1, x=2)
#            ^
#     help: the function is `f(x, y)`
# calls.py:9:1: error: int has no len()
#     len(3)
#     ^^^^^^
#     help: use an array, a tuple or a string
# calls.py:10:1: error: len() is missing its argument 'obj'
#     len()
#     ^^^^^
#     help: the parameters are (obj)
# calls.py:11:16: error: the argument 'color' of print() is not supported
#     print(1, color="red")
#                    ^^^^^
#     help: the parameters are (*values, sep=..., end=..., file=..., flush=...)
# calls.py:12:1: error: name 'undefined' is not defined
#     undefined(1)
#     ^^^^^^^^^
#     help: assign it before this use, or import it
