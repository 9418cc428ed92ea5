# RUN: phylanxc build %s
import numpy as np

a = np.zeros(3)
print(a + missing)
print(other(3))
# EXPECT exit 1
# ! unknown_name.py:5:11: error: name 'missing' is not defined
# !     print(a + missing)
# !               ^^^^^^^
# !     help: assign it before this use, or import it
# ! unknown_name.py:6:7: error: name 'other' is not defined
# !     print(other(3))
# !           ^^^^^
# !     help: assign it before this use, or import it
