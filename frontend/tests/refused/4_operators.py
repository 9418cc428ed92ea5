# Operators, comparisons and numbers
# ----
import numpy as np

print("text" + 1)
print("text" * 2.0)
print(np.zeros(3) + "a")
print("a" < 3)
print(None + 1)
# ----
import numpy as np

print(~1.5)
print(-np.bool_(True))
print(np.bool_(True) - np.bool_(False))
print(-np.array([True]))
print(np.array([True]) - np.array([False]))
print(~np.array([1.0]))
print(-"a")
print(~np.float64(1.0))
# ----
import numpy as np
import math

print(1j < 2j)
print(math.sqrt(1j))
print(float(1j))
print(complex("1", 2))
print(np.floor(1j))
# ----
import numpy as np

print(np.array([1, 2]) ** -1)
# ----
import numpy as np

a = np.array([1.0, -1.0])
if a > 0:
    print("positive")
print(1 if a else 2)
print(a and 1)
# ----
import numpy as np

a = np.zeros((2, 3))
b = np.zeros((4, 3))
print(a + b)
print(a @ a)
print(a @ 2.0)
# ----
import numpy as np
import sys

a = np.zeros(3)
b = a if len(sys.argv) > 1 else np.zeros(3)
print(a is b)
print(1 is 1)
# ----
print(1 in 2)
print(1 in "text")
print(1 in None)
# ----
print(5(3))
x = 2.0
print(x(3))
print("f"(1))
# ----
import numpy as np

print(np.matmul(np.zeros(2), np.zeros(3)))
print(len(5))
print(len(np.array(5)))
print(len(None))
# ----
print([1, 2][5])
print((1, 2)[-3])
print([1, 2][::0])
print("text"[::0])
print(range(5)[1:3])
print(zip([1], [2])[0])
print(5[0])
print(None[0])
