# Attributes and indices of arrays
# ----
import numpy as np

a = np.zeros((2, 3))
print(a.flat)
print(a.average)
print(a.spam)
print(a.average())
print((5).average)
print((5).average())
print((1, 2).size)
# ----
import numpy as np

a = np.zeros((2, 3))
print(a[0, 0, 0])
print(a[0.5])
print(a["x"])
print(a[True])
print(a[np.array([0.5])])
print(a[..., ...])
print(a[::0])
print(a[(None,) * 7])
# ----
import numpy as np

a = np.zeros((2, 3, 4))
i = np.array([0, 1])
print(a[i, :, i])
print(a[i, np.array([0, 1, 2])])
print(a[i, i, i, i])
print(a[np.zeros((2, 3, 4, 5), bool)])
print(a[np.zeros(3, bool)])
# ----
import numpy as np

a = np.zeros(3)
print(a[3])
print(a[-4])
a[5] = 1.0
# ----
import numpy as np

a = np.zeros(3, dtype="U5")
# ----
for x in 5:
    print(x)
for y in None:
    print(y)
# ----
import numpy as np
import sys

print(np.array([[1, 2], [3]]))
print(np.array([np.zeros(2), np.zeros(3)]))
print(np.array([np.zeros(2), np.zeros((2, 2))]))
print(np.array(zip([1], np.zeros(len(sys.argv)))))
print(np.sum("text"))
print(np.stack([]))
x = tuple(range(5000))
for item in (1, 2.0, "a") * 200:
    print(item)
