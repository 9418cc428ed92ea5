# COMPARE: exact
# Slices as values, a.flat, new shapes in place, views of other types, places of an array.
import numpy as np


def halves(n):
    return slice(0, n // 2), slice(n // 2, None)


def window(a, where):
    return a[where]


a = np.arange(24).reshape(4, 6)
left, right = halves(6)
print(a[:, left].sum(), a[:, right].sum())
centre = slice(1, 3)
a[centre, centre] = -1
print(a)
corner = np.s_[1:3, ::2]
print(window(a, corner), a[np.s_[..., 0]], a[np.index_exp[2]])
print(window(a, np.s_[-1]), a[slice(None), slice(None, None, -2)])
cuts = (slice(1, None), slice(None, 2))
for cut in cuts:
    print(a[cut].shape)
print([10, 20, 30, 40][slice(1, 3)], (1, 2, 3)[np.s_[::2]])
shifts = [(slice(0, 3), slice(1, 4)), (slice(1, 4), slice(0, 3))]
total = np.zeros(3, dtype=a.dtype)
for here, there in shifts:
    total += a[here, 0] - a[there, 1]
print(total, centre.start, centre.stop, centre.step)

b = np.arange(6.0).reshape(2, 3)
print(b.flat[4], b.flat[-1], b.flat[1:4], b.T.flat[1], len(b.flat))
b.flat[2] = 20.0
b.flat[::4] = -1.0
b.flat[[1, 3]] = 5.5
print(b)
c = b.T
c.flat[1] = 100.0
c.flat[4:] = 7.0
c.flat[0] += 0.5
print(b)
print([float(x) for x in b.flat], sum(b.flat), np.array(b.flat).max())
for k, x in enumerate(c.flat):
    if k % 2:
        print(k, x)
b.flat = 3.0
print(b, b.flat.copy())
try:
    b.flat[6] = 1.0
except IndexError as error:
    print(error)
eye = np.zeros((4, 4))
eye.flat[:: 4 + 1] = 1.0
print(eye)


def grid(n, m):
    x, y = np.mgrid[0:n, 0:m]
    z = x * 10 + y
    x.shape = y.shape = z.shape = n * m
    return x[z > 11], y[z > 11], z


print(grid(3, 4))
line = np.arange(12)
again = line
line.shape = 3, -1
line[1, 1] = 50
print(again.shape, again)
line.shape = (2, 2, 3)
print(again[1, 0], line.ndim)
try:
    turned = np.zeros((2, 3)).T
    turned.shape = 6
except AttributeError as error:
    print(error)

f = np.array([1.0, -2.0, 0.0])
bits = f.view(np.int64)
bits[2] = bits[0]
print(f, bits.dtype, f.view(np.uint32).shape, f.view("uint8")[7])
pairs = np.arange(6.0).view(np.complex128)
pairs[1] = 9j
print(pairs, pairs.view(np.float64)[3])
words = np.arange(8, dtype=np.uint8).reshape(2, 4)
print(words.view(np.uint16), words[:, ::-1].copy().view(np.int32).ravel())
same = words.view()
same[0, 0] = 200
print(words[0])
try:
    print(np.zeros((4, 3), dtype=np.uint8).view(np.uint16))
except ValueError as error:
    print(error)

for place in np.ndindex(2, 2):
    print(place, end=" ")
for i, j in np.ndindex((1, 3)):
    print(i, j, end=" ")
for i in np.ndindex(a.shape):
    if a[i] == -1:
        print(i, end=" ")
print()
for (i, j), value in np.ndenumerate(np.array([[1.5, 2.5], [3.5, 4.5]]).T):
    print(i, j, value)
for (i,), value in np.ndenumerate(np.arange(2)):
    print(i, value)

counts = np.array([2, 0, 3])
print(np.zeros(counts.sum()).shape, np.ones((counts.max(), counts[0])).shape, np.zeros(counts).shape)
print(np.full(counts[0], 1.5), np.arange(counts[2]), np.eye(counts[2])[0], np.linspace(0, 1, counts[2]))
print(np.arange(6).reshape(counts[0], -1), np.empty(np.int32(4)).size)
print(np.repeat(np.array([1.5, 2.5, 3.5]), counts), np.repeat(a[:3], [1, 0, 2], axis=0))
print(np.array([[1, 2], [3, 4]]).repeat([1, 2], axis=1), np.repeat([7, 8], np.array([2])))
