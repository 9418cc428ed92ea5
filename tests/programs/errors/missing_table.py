# COMPARE: exact
import numpy as np

print("reading")
a = np.loadtxt("nowhere.csv", delimiter=",")
print(a.sum())
