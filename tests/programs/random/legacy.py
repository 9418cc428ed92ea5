# COMPARE: rtol 1e-15
import numpy as np

np.random.seed(42)
print(np.random.rand(5), np.random.rand(2, 3), np.random.rand())
print(np.random.randn(5), np.random.randn(3, 2), np.random.randn())
print(np.random.randint(0, 10, 8), np.random.randint(5, 100, (2, 2)), np.random.randint(3))
print(np.random.uniform(-1.0, 1.0, 4), np.random.normal(5.0, 2.0, 4), np.random.random(3))
print(np.random.permutation(8))
np.random.seed(0)
print(np.random.rand(3), np.random.randn(1), np.random.randn(2))
