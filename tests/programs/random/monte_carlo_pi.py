# COMPARE: rtol 1e-14
# ARGS: 100000
import sys

import numpy as np

n = int(sys.argv[1])
np.random.seed(2024)
x = np.random.rand(n)
y = np.random.rand(n)
inside = np.sum(x * x + y * y <= 1.0)
print("pi is about", 4.0 * inside / n)
