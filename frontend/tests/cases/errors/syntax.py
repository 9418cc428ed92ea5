def f(:
    return 1
x = = 2
print("a"
# ---- expected ----
# syntax.py:1:6: error: invalid syntax: `(` was never closed
#     def f(:
#          ^
#     help: add `)`
# syntax.py:3:5: error: invalid syntax: expected an expression
#     x = = 2
#         ^
#     help: write a value here, or remove what stands before it
# syntax.py:4:6: error: invalid syntax: `(` was never closed
#     print("a"
#          ^
#     help: add `)`
