import numpy as np

print("a" + 1, 1 + None, (1, 2) - (3,), -"x")
print(np.zeros(3) & 1, ~np.zeros(2), -np.array([True]))
print([1, 2] * 2.5, 1 < "a")
# ---- expected ----
# operators.py:3:7: error: cannot add str and int
#     print("a" + 1, 1 + None, (1, 2) - (3,), -"x")
#           ^^^^^^^
#     help: convert the number with `str(...)`, or use an f-string
# operators.py:3:16: error: unsupported operand types for +: int and None
#     print("a" + 1, 1 + None, (1, 2) - (3,), -"x")
#                    ^^^^^^^^
#     help: a function without `return` gives None: return a value there
# operators.py:3:26: error: unsupported operand types for -: (int, int) and (int)
#     print("a" + 1, 1 + None, (1, 2) - (3,), -"x")
#                              ^^^^^^^^^^^^^
#     help: convert one operand so that the types fit
# operators.py:3:41: error: `-` is not defined on str
#     print("a" + 1, 1 + None, (1, 2) - (3,), -"x")
#                                             ^^^^
#     help: use a number or an array
# operators.py:4:7: error: `&` is not defined on float64 operands
#     print(np.zeros(3) & 1, ~np.zeros(2), -np.array([True]))
#           ^^^^^^^^^^^^^^^
#     help: use comparisons to get masks, or `astype(int)`
# operators.py:4:24: error: `~` is not defined on float arrays
#     print(np.zeros(3) & 1, ~np.zeros(2), -np.array([True]))
#                            ^^^^^^^^^^^^
#     help: use `-a`, or compare to get a mask
# operators.py:4:38: error: `-` is not defined on boolean arrays
#     print(np.zeros(3) & 1, ~np.zeros(2), -np.array([True]))
#                                          ^^^^^^^^^^^^^^^^^
#     help: use `~a` or `np.logical_not(a)`
# operators.py:5:7: error: an integer is needed here, not float
#     print([1, 2] * 2.5, 1 < "a")
#           ^^^^^^^^^^^^
#     help: use `//` for whole quotients, or `int(...)`
# operators.py:5:21: error: `<` is not defined between int and str
#     print([1, 2] * 2.5, 1 < "a")
#                         ^^^^^^^
#     help: convert one side so that the types fit
