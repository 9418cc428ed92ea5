# COMPARE: exact
import sys

import numpy as np

a = np.arange(12)
print(a.reshape(3, len(sys.argv) + 3).shape)
print(a.reshape(5, len(sys.argv) + 1))
