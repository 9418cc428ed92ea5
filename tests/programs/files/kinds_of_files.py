# COMPARE: exact
import numpy as np

a = np.arange(12).reshape(3, 4)
np.save("a.npy", a)
np.save("b", a[0] * 0.5)
print(np.load("a.npy"), np.load("b.npy"))
for k in range(2):
    np.save(f"part_{k}.npy", a * k)
print(np.load("part_1.npy").sum())
np.savetxt("t.csv", a, fmt="%d", delimiter=",", header="x,y,z,w")
t = np.loadtxt("t.csv", delimiter=",")
print(t, t.shape)
x, y = np.loadtxt("t.csv", delimiter=",", usecols=(0, 2), unpack=True)
print(x, y)
print(np.loadtxt("t.csv", delimiter=",", usecols=1), np.loadtxt("t.csv", delimiter=",", ndmin=2, dtype=int))
np.savetxt("v.txt", a[0])
print(np.loadtxt("v.txt"))
print(np.loadtxt("t.csv", delimiter=",", skiprows=2))
