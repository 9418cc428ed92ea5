# RUN: phylanxc build %s
# NumPy gives float16 here.
import numpy as np
a = np.arange(4).astype(np.uint8)
print(np.sqrt(a))
print(np.sin(True))
# EXPECT exit 1
# ! half_precision.py:5:7: error: `sqrt` of uint8 gives float16, which is not supported
# !     print(np.sqrt(a))
# !           ^^^^^^^^^^
# !     help: convert the operand first: `x.astype(float)`, or `float(x)` for a number
# ! half_precision.py:6:7: error: `sin` of bool gives float16, which is not supported
# !     print(np.sin(True))
# !           ^^^^^^^^^^^^
# !     help: convert the operand first: `x.astype(float)`, or `float(x)` for a number
