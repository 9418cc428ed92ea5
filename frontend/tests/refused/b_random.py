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
print(np.random.RandomState(3).choice(np.zeros((2, 2))))
print(np.random.choice(3, p=[0.5, 0.2, 0.3], replace=False))
print(np.random.choice(0))
print(np.random.choice(3, 5, replace=False))
print(np.random.choice(3, p=np.zeros((3, 1))))
print(np.random.RandomState(3).choice(np.zeros((2, 2))))
# ! example.py:3:16: error: Seed must be between 0 and 2**32 - 1
# !     np.random.seed(-1)
# !                    ^^
# !     help: use a seed in this range
# ! example.py:4:7: error: a tuple is no extent
# !     print(np.random.rand((2, 3)))
# !           ^^^^^^^^^^^^^^^^^^^^^^
# !     help: write the extents as arguments, such as `np.random.rand(3, 4)`
# ! example.py:5:29: error: an array of scales is not supported
# !     print(np.random.exponential(np.ones(3)))
# !                                 ^^^^^^^^^^
# !     help: multiply the result by the array
# ! example.py:6:37: error: randint draws int64 or int32, not int8
# !     print(np.random.randint(0, 5, dtype=np.int8))
# !                                         ^^^^^^^
# !     help: draw int64 and convert with `astype`
# ! example.py:7:19: error: only arrays can be shuffled in place
# !     np.random.shuffle((1, 2))
# !                       ^^^^^^
# !     help: make it an array with `np.array(...)`
# ! example.py:8:19: error: len() of unsized object
# !     np.random.shuffle(np.array(5))
# !                       ^^^^^^^^^^^
# !     help: shuffle an array of at least one dimension
# ! example.py:9:24: error: a must be 1-dimensional
# !     print(np.random.choice(np.zeros((2, 2))))
# !                            ^^^^^^^^^^^^^^^^
# !     help: choose row numbers, then index the array
# ! example.py:10:39: error: a must be 1-dimensional
# !     print(np.random.RandomState(3).choice(np.zeros((2, 2))))
# !                                           ^^^^^^^^^^^^^^^^
# !     help: choose row numbers, then index the array
# ! example.py:11:29: error: weights without replacement are not supported
# !     print(np.random.choice(3, p=[0.5, 0.2, 0.3], replace=False))
# !                                 ^^^^^^^^^^^^^^^
# !     help: leave out `p`, or draw with replacement
# ! example.py:12:24: error: a must be greater than 0
# !     print(np.random.choice(0))
# !                            ^
# !     help: choose among at least one
# ! example.py:13:7: error: Cannot take a larger sample than population when replace is False
# !     print(np.random.choice(3, 5, replace=False))
# !           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
# !     help: draw fewer
# ! example.py:14:29: error: 'p' must be 1-dimensional
# !     print(np.random.choice(3, p=np.zeros((3, 1))))
# !                                 ^^^^^^^^^^^^^^^^
# !     help: give one weight for each choice
# ! example.py:15:39: error: a must be 1-dimensional
# !     print(np.random.RandomState(3).choice(np.zeros((2, 2))))
# !                                           ^^^^^^^^^^^^^^^^
# !     help: choose row numbers, then index the array
# ----
import numpy as np

rng = np.random.default_rng(-1)
# ! example.py:3:29: error: expected non-negative integer
# !     rng = np.random.default_rng(-1)
# !                                 ^^
# !     help: use a seed of at least 0
# ----
import numpy as np

rng = np.random.Generator(5)
# ! example.py:3:27: error: this bit generator is not supported
# !     rng = np.random.Generator(5)
# !                               ^
# !     help: use np.random.PCG64(seed)
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
# ! example.py:4:30: error: the argument 'method' of exponential() is not supported
# !     print(rng.exponential(method="inv"))
# !                                  ^^^^^
# !     help: the parameters are (self, scale=1.0, size=None)
# ! example.py:5:39: error: only the method 'zig' is supported
# !     print(rng.standard_exponential(method="inv"))
# !                                           ^^^^^
# !     help: leave `method` out
# ! example.py:6:24: error: Unsupported dtype dtype('int64') for random
# !     print(rng.random(dtype=int))
# !                            ^^^
# !     help: use np.float64 or np.float32
# ! example.py:7:32: error: Unsupported dtype dtype('float64') for integers
# !     print(rng.integers(0, 5, dtype=float))
# !                                    ^^^^^
# !     help: use an integer type
# ! example.py:8:23: error: bounds that are arrays are not supported
# !     print(rng.integers(0, np.array([5, 6])))
# !                           ^^^^^^^^^^^^^^^^
# !     help: draw with one range at a time
# ! example.py:9:13: error: only arrays can be shuffled in place
# !     rng.shuffle((1, 2))
# !                 ^^^^^^
# !     help: make it an array with `np.array(...)`
# ! example.py:10:13: error: len() of unsized object
# !     rng.shuffle(np.array(5))
# !                 ^^^^^^^^^^^
# !     help: shuffle an array of at least one dimension
# ! example.py:11:23: error: p must be 1-dimensional
# !     print(rng.choice(3, p=np.zeros((3, 1))))
# !                           ^^^^^^^^^^^^^^^^
# !     help: give one weight for each choice
# ! example.py:12:26: error: only one set of shares is supported
# !     print(rng.multinomial(3, np.zeros((2, 2))))
# !                              ^^^^^^^^^^^^^^^^
# !     help: pass a vector
# ! example.py:13:7: error: Generator has no supported method `spam`
# !     print(rng.spam(3))
# !           ^^^^^^^^^^^
# !     help: use a function instead
# ----
import numpy as np
print(np.random.gamma(None))
# ! example.py:2:23: error: a parameter of the distribution is None
# !     print(np.random.gamma(None))
# !                           ^^^^
# !     help: pass a number
# ----
import numpy as np
print(np.random.choice(np.zeros((2, 2))))
print(np.random.RandomState(3).choice(np.zeros((2, 2))))
print(np.random.RandomState(3).choice(np.zeros((2, 2))))
# ! example.py:2:24: error: a must be 1-dimensional
# !     print(np.random.choice(np.zeros((2, 2))))
# !                            ^^^^^^^^^^^^^^^^
# !     help: choose row numbers, then index the array
# ! example.py:3:39: error: a must be 1-dimensional
# !     print(np.random.RandomState(3).choice(np.zeros((2, 2))))
# !                                           ^^^^^^^^^^^^^^^^
# !     help: choose row numbers, then index the array
# ! example.py:4:39: error: a must be 1-dimensional
# !     print(np.random.RandomState(3).choice(np.zeros((2, 2))))
# !                                           ^^^^^^^^^^^^^^^^
# !     help: choose row numbers, then index the array
