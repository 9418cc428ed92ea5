# library: texts
# sig: f(int64)
# sig: double(int64)
# sig: _größe(int64)
def f(n):
    return str(n), n


def double(n):
    return 2 * n


def _größe(n):
    return n
# ---- expected ----
# exports_that_cannot_cross.py:5:5: error: f() returns (str, int), which code outside cannot take
#     def f(n):
#         ^
#     help: return numbers, arrays or tuples of them
# exports_that_cannot_cross.py:9:5: error: `double` cannot be the name of a function in C
#     def double(n):
#         ^^^^^^
#     help: export a function with another name that calls this one
# exports_that_cannot_cross.py:13:5: error: `_größe` cannot be the name of a function in C
#     def _größe(n):
#         ^^^^^^
#     help: export a function with another name that calls this one
