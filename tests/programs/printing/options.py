# COMPARE: exact
import numpy as np
a = np.arange(12).reshape(3, 4) / 7.0
np.set_printoptions(precision=3)
print(a)
np.set_printoptions(suppress=True)
print(a * 1e-5, a * 1e6)
np.set_printoptions(threshold=5, edgeitems=2)
print(a, np.arange(100))
np.set_printoptions(linewidth=40, threshold=1000)
print(np.arange(30) / 3)
with np.printoptions(precision=2):
    print(a)
print(a)
print(np.array2string(a, precision=2, separator=', '))
print(np.array2string(np.arange(5), separator=','))
print(np.array2string(a, suppress_small=True, max_line_width=50))
print(np.array_str(a, precision=1), np.array_repr(a, precision=2))
print(repr(a), str(a[0]))
print(a)
print(a)

np.set_printoptions(floatmode='fixed', sign='-')
print(a, a[0]*1e7)


def shown(x):
    with np.printoptions(precision=1):
        return str(x)


def fails(x):
    with np.printoptions(precision=1):
        if x[0] < 1:
            raise ValueError("no")
        print(x)


np.set_printoptions(precision=5, floatmode="maxprec", suppress=False)
print(shown(a), a)
try:
    fails(a[0])
except ValueError as e:
    print(e, a[0])
for k in range(3):
    with np.printoptions(precision=k):
        if k == 1:
            continue
        print(a[0])
print(a[0])
