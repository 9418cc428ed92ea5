# COMPARE: exact
# FILES: t.csv u.txt
import numpy as np

a = np.array([[1.5, 2.0, -3.25], [4.0, 5.5, 6.125]])
np.savetxt("t.csv", a, delimiter=",", fmt="%.4f", header="x,y,z")
np.savetxt("u.txt", a)
b = np.loadtxt("t.csv", delimiter=",")
print(b, b.shape)
c = np.loadtxt("u.txt")
print((c == a).all(), np.loadtxt("t.csv", delimiter=",", skiprows=1, usecols=(0, 2)))
