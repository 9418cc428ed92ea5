# COMPARE: exact
import sys

import numpy as np

n = len(sys.argv) - 1
print(np.pad(np.arange(n), 1))
print(np.pad(np.arange(n), 1, "edge"))
