# COMPARE: exact
import numpy as np

print(np.arange(3), np.arange(3.0), np.array([1.5, 2.25, -3.125]), np.array([True, False]))
print(np.array([1e10, 1.0]), np.array([1e-10, 1.0]), np.array([0.1, 0.22, 0.333]), np.array([1e300, 1e-300]))
print(np.array([np.nan, 1.0, np.inf]), np.array([-np.inf, 2.0]), np.zeros(0), np.zeros((0, 3)), np.zeros((2, 0)))
print(np.arange(24).reshape(2, 3, 4))
print(np.array([100, -5, 30]), np.array([[1.0, -2.5], [1000.25, 3.0]]))
print(np.ones((2, 2), dtype=np.float32) / 3, np.array([1 / 3, 2 / 3]))
print(np.arange(2000), np.arange(2000.0).reshape(40, 50))
print(np.linspace(0, 1, 30))
print(np.array(3.5), np.array(7), np.array([[[1]]]))
print(str(np.arange(4)) + "!", f"{np.arange(3)}", repr(np.arange(3)), repr(np.array([1.5])))
