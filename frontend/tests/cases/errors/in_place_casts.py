import numpy as np

a = np.arange(3)
a += 0.5
a /= 2
b = np.zeros(3, dtype=np.int8)
c = b + 300
# ---- expected ----
# in_place_casts.py:4:1: error: cannot store the float64 result of `+=` in a int64 array
#     a += 0.5
#     ^^^^^^^^
#     help: make the array float64 first, with `astype`, or write `a = a + ...`
# in_place_casts.py:5:1: error: cannot store the float64 result of `/=` in a int64 array
#     a /= 2
#     ^^^^^^
#     help: make the array float64 first, with `astype`, or write `a = a / ...`
# in_place_casts.py:7:5: error: Python integer 300 out of bounds for int8
#     c = b + 300
#         ^^^^^^^
#     help: use a value in range, or `astype` to a wider type
