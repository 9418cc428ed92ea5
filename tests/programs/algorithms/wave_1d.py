# COMPARE: rtol 1e-11
# ARGS: 20000 50
import sys

import numpy as np

n = int(sys.argv[1])
steps = int(sys.argv[2])
x = np.linspace(0.0, 1.0, n)
now = np.exp(-((x - 0.5) ** 2) * 1000.0)
before = now.copy()
for _ in range(steps):
    after = np.zeros(n)
    after[1:-1] = 2.0 * now[1:-1] - before[1:-1] + 0.25 * (now[2:] - 2.0 * now[1:-1] + now[:-2])
    before = now
    now = after
print(now.max(), now.sum(), now[n // 2], np.sum(now * now))
