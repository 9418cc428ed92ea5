# COMPARE: exact
# Failures that are sure when a program is compiled are raised when it runs, where a `try` is around, here or at the call.
import numpy as np


def two(values):
    a, b = values
    return a + b


def added(n):
    return np.zeros(n) + np.zeros(4)


def sixth(values):
    return values[5]


def abort(text):
    raise RuntimeError(text)


def doubled(n):
    if n > 0:
        x = 1.5
    else:
        abort("not positive")
    return x * 2


for k in range(2):
    try:
        if k == 0:
            print(two((1, 2)))
        else:
            print(two((1, 2, 3)))
    except ValueError as e:
        print("caught", e)
try:
    print(added(3))
except ValueError as e:
    print("caught", e)
try:
    print(sixth((1, 2)))
except IndexError as e:
    print("caught", e)
for n in (1, 0):
    try:
        print(doubled(n))
    except RuntimeError as e:
        print(str(e), repr(e), e.args, len(e.args), e.args[0], type(e).__name__)
try:
    v = abort("no value") + 1
except RuntimeError as e:
    print("again", e)
try:
    print((1, 2, 3)[::0])
except ValueError as e:
    print(e)
try:
    a = np.zeros((2, 2))
    print(a[1, 1, 1])
except IndexError as e:
    print(e)
try:
    print(np.take(np.arange(3.0), np.array([0.5])))
except TypeError as e:
    print(e)
print(np.take(np.arange(3.0), [0.5, 1.7]))
try:
    print(np.roll(np.zeros((2, 2)), (1, 2, 3), axis=(0, 1)))
except ValueError as e:
    print(e)
print(np.roll(np.arange(6).reshape(2, 3), (1, 2), axis=(0, 1)), np.roll(np.arange(6).reshape(2, 3), (1,), axis=(0, 1)))
try:
    raise KeyError("key", (1, 2), "a, b")
except KeyError as e:
    print(e, e.args, len(e.args), e.args[0])
try:
    raise ValueError
except ValueError as e:
    print(e.args, len(e.args), repr(e))
x = 1
y = [1, 2]
y.append(3)
seventh = 0
for i in range(3):
    seventh, x, shifted = x, seventh, x
v0 = v1 = v2 = v3 = v4 = v5 = v6 = v7 = v8 = v9 = va = vb = vc = 0
for i in range(len(y) * 5):
    v0 = v1
    v1 = v2
    v2 = v3
    v3 = v4
    v4 = v5
    v5 = v6
    v6 = v7
    v7 = v8
    v8 = v9
    v9 = va
    va = vb
    vb = vc
    vc = 0.5
print(v0, v1, vc, seventh, x, shifted)
