def f(:
    return 1
x = = 2
print("a"
# ---- expected ----
# syntax.py:1:7: error: invalid syntax: expected a parameter or the end of the parameter list
#     def f(:
#           ^
# syntax.py:1:8: error: invalid syntax: expected `)`, found newline
#     def f(:
#            ^
# syntax.py:3:5: error: invalid syntax: expected an expression
#     x = = 2
#         ^
# syntax.py:5:1: error: invalid syntax: unexpected EOF while parsing
#
#     ^
