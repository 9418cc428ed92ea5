# NumPy: random numbers
# ----
import numpy as np

np.random.seed(-1)
print(np.random.rand((2, 3)))
print(np.random.exponential(np.ones(3)))
print(np.random.randint(0, 5, dtype=np.int8))
np.random.shuffle((1, 2))
np.random.shuffle(np.array(5))
print(np.random.choice(np.zeros((2, 2))))
print(np.random.choice(3, p=[0.5, 0.2, 0.3], replace=False))
print(np.random.choice(0))
print(np.random.choice(3, 5, replace=False))
print(np.random.choice(3, p=np.zeros((3, 1))))
# ----
import numpy as np

rng = np.random.default_rng(-1)
# ----
import numpy as np

rng = np.random.Generator(5)
# ----
import numpy as np

rng = np.random.default_rng(1)
print(rng.exponential(method="inv"))
print(rng.standard_exponential(method="inv"))
print(rng.random(dtype=int))
print(rng.integers(0, 5, dtype=float))
print(rng.integers(0, np.array([5, 6])))
rng.shuffle((1, 2))
rng.shuffle(np.array(5))
print(rng.choice(3, p=np.zeros((3, 1))))
print(rng.multinomial(3, np.zeros((2, 2))))
print(rng.spam(3))
