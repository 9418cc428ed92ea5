# COMPARE: exact
import numpy as np

a = np.arange(6).reshape(2, 3)
b = a * 10.0
print(np.concatenate((a, b)))
print(np.concatenate([a, a], axis=1))
print(np.concatenate((a, b), axis=None))
print(np.stack((a, b), axis=-1).shape)
print(np.vstack((a[0], a[1], a[0] + 1)))
print(np.hstack((a[0], [7, 8])))
print(np.hstack((a, b)))
print(np.column_stack((a[0], a[1])))
print(np.dstack((a, a)).shape)
print(np.append(a, [1, 2]))
print(np.append(a, a, axis=0))
print(np.roll(a, 1), np.roll(a, 1, axis=1))
print(np.roll(a, (1, 1), axis=(0, 1)))
for part in np.split(np.arange(6), 3):
    print(part)
x, y = np.split(a, [1], axis=1)
print(x, y)
p, q, r = np.array_split(np.arange(8), 3)
print(p, q, r)
left, right = np.hsplit(np.arange(8).reshape(2, 4), 2)
print(left, right)
top, bottom = np.vsplit(np.arange(8).reshape(2, 4), 2)
print(top, bottom)
print(np.rot90(a))
print(np.rot90(a, 2), np.rot90(a, 3), np.rot90(a, -1))
v = np.rot90(a)
v[0, 0] = 99
print(a)
