import numpy as np

valeu = 3
print(value)
print(nq.zeros(3))


def never_called():
    return missing + 1
# ---- expected ----
# unknown_names.py:4:7: error: name 'value' is not defined
#     print(value)
#           ^^^^^
#     help: did you mean `valeu`?
# unknown_names.py:5:7: error: name 'nq' is not defined
#     print(nq.zeros(3))
#           ^^
#     help: assign it before this use, or import it
# unknown_names.py:9:12: error: name 'missing' is not defined
#         return missing + 1
#                ^^^^^^^
#     help: assign it before this use, or import it
