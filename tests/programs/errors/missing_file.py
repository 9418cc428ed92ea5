# COMPARE: exact
import numpy as np

print("reading")
a = np.load("nowhere.npy")
print(a + 1.0)
