# RUN: phylanxc build %s
import numpy as np

x = np.arange(3)
for k in range(2):
    x = x * 1.5
print(x)
# EXPECT exit 1
