# COMPARE: exact
import sys

import numpy as np

a = np.arange(3)
print(np.insert(a, len(sys.argv) + 2, 9))
print(np.insert(a, len(sys.argv) + 3, 9))
