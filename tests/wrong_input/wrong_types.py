# RUN: phylanxc build %s
import numpy as np

x = "text" + 1
y = np.zeros(3) + "a"
z = len(5)
if "a" < 3:
    pass
# EXPECT exit 1
# ! wrong_types.py:4:5: error: cannot add str and int
# !     x = "text" + 1
# !         ^^^^^^^^^^
# !     help: convert the number with `str(...)`, or use an f-string
# ! wrong_types.py:5:5: error: cannot add float64[3] and str
# !     y = np.zeros(3) + "a"
# !         ^^^^^^^^^^^^^^^^^
# !     help: convert the number with `str(...)`, or use an f-string
# ! wrong_types.py:6:5: error: int has no len()
# !     z = len(5)
# !         ^^^^^^
# !     help: use an array, a tuple or a string
# ! wrong_types.py:7:4: error: `<` is not defined between str and int
# !     if "a" < 3:
# !        ^^^^^^^
# !     help: convert one side so that the types fit
