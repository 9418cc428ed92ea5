# COMPARE: exact
import sys

import numpy as np

x, y = np.arange(len(sys.argv) + 2)
