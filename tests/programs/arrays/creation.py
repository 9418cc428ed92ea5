# COMPARE: exact
import numpy as np

print(np.zeros(4), np.ones((2, 3)), np.full((2, 2), 7.5))
print(np.zeros((2, 2), dtype=np.int64), np.ones(3, dtype=np.float32), np.zeros(2, dtype=bool))
print(np.arange(5), np.arange(2, 10, 3), np.arange(0.0, 1.0, 0.25), np.arange(5, 0, -2))
print(np.linspace(0.0, 1.0, 5), np.eye(3))
print(np.array([1, 2, 3]), np.array([[1.5, 2.0], [3.0, 4.0]]), np.array([True, False]))
print(np.array([1, 2.5, 3]), np.array(5), np.full(3, 4))
print(np.zeros_like(np.ones((2, 2))), np.ones_like(np.arange(3)), np.empty((0, 3)).shape)
