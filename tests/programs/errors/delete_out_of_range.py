# COMPARE: exact
import sys

import numpy as np

a = np.arange(3)
print(np.delete(a, len(sys.argv)))
print(np.delete(a, len(sys.argv) + 2))
