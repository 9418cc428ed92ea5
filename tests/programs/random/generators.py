# COMPARE: exact
import numpy as np


def checksum(x):
    total = 0.0
    for k in range(x.size):
        total = total * 0.5 + x[k]
    return total


rng = np.random.default_rng(42)
print(rng.random(), rng.random(3))
print(rng.standard_normal(), rng.standard_normal((2, 2)))
print(rng.normal(10.0, 2.5, size=3), rng.normal(size=2))
print(rng.uniform(-1.0, 1.0, 4), rng.uniform())
print(rng.exponential(2.0), rng.standard_exponential(3))
print(rng.random(dtype=np.float32), rng.random(3, dtype=np.float32))
print(rng.standard_normal(3, dtype=np.float32), rng.standard_exponential(3, dtype=np.float32))
print(rng.standard_gamma(2.5, 3, dtype=np.float32), rng.standard_gamma(0.5, 3, dtype=np.float32))
out = np.zeros(4)
rng.random(out=out)
print(out)

# Two generators live side by side; each has its own state.
left, right = np.random.default_rng(1), np.random.default_rng(1)
print(left.random(2), right.random(), right.random(), left.random() == right.random())
for seed in (0, 1, 2**32, 2**40 + 7):
    print(np.random.default_rng(seed).integers(0, 1000, 5))
print(np.random.default_rng([1, 2, 3]).integers(0, 1000, 5))
print(np.random.default_rng([1, 2, 3, 4, 5, 6]).random(2))
print(np.random.Generator(np.random.PCG64(7)).random(2))

print(rng.integers(10), rng.integers(5, 10, size=(2, 3)), rng.integers(0, 9, 4, endpoint=True))
print(rng.integers(0, 2**40, 3), rng.integers(-2**62, 2**62, 3), rng.integers(0, 2**32, 3))
print(rng.integers(0, 200, 5, dtype=np.uint8), rng.integers(-100, 100, 5, dtype=np.int8))
print(rng.integers(0, 60000, 5, dtype=np.uint16), rng.integers(-30000, 30000, 5, dtype=np.int16))
print(rng.integers(0, 4000000000, 3, dtype=np.uint32), rng.integers(-2000000000, 2000000000, 3, dtype=np.int32))
print(rng.integers(0, 2, 8, dtype=bool))

n = 4000
print(checksum(rng.standard_normal(n)), checksum(rng.standard_exponential(n)))
print(checksum(rng.gamma(0.4, 2.0, n)), checksum(rng.gamma(7.5, 2.0, n)), rng.gamma(1.0), rng.gamma(0.0))
print(checksum(rng.beta(0.5, 0.7, n)), checksum(rng.beta(3.0, 0.7, n)))
print(checksum(rng.chisquare(3.0, n)), checksum(rng.f(3.0, 5.0, n)), checksum(rng.standard_t(4.0, n)))
print(checksum(rng.standard_cauchy(100)), checksum(rng.pareto(3.0, n)), checksum(rng.weibull(1.5, n)))
print(checksum(rng.power(2.5, n)), checksum(rng.laplace(0.5, 2.0, n)), checksum(rng.gumbel(0.5, 2.0, n)))
print(checksum(rng.logistic(0.5, 2.0, n)), checksum(rng.lognormal(0.0, 0.5, n)), checksum(rng.rayleigh(2.0, n)))
print(checksum(rng.wald(2.0, 3.0, n)), checksum(rng.triangular(-1.0, 0.5, 3.0, n)), checksum(rng.vonmises(0.3, 2.0, n)))
print(rng.poisson(3.0, n).sum(), rng.poisson(30.0, n).sum(), rng.poisson(), rng.poisson(0.0))
print(rng.binomial(10, 0.3, n).sum(), rng.binomial(1000, 0.4, n).sum(), rng.binomial(200, 0.9, n).sum())
print(rng.geometric(0.5, n).sum(), rng.geometric(0.1, n).sum(), rng.negative_binomial(5, 0.3, n).sum())
print(rng.logseries(0.7, n).sum(), rng.zipf(3.0, n).sum())
print(rng.normal(np.array([0.0, 10.0, 100.0]), 1.0), rng.normal(np.arange(3.0), np.array([[1.0], [2.0]])))
print(rng.multinomial(20, [0.2, 0.3, 0.5]), rng.multinomial(20, [0.2, 0.3, 0.5], size=2))

print(rng.permutation(8), rng.permutation(np.arange(5) * 2.0), rng.permutation(np.arange(6).reshape(3, 2)))
x = np.arange(7)
rng.shuffle(x)
print(x)
m = np.arange(12).reshape(4, 3)
rng.shuffle(m)
print(m)
rng.shuffle(m, axis=1)
print(m)
print(rng.permuted(m), rng.permuted(m, axis=1), rng.permuted(m, axis=0))
print(rng.choice(10), rng.choice(10, 5), rng.choice(10, 5, replace=False), rng.choice(10, 4, replace=False, shuffle=False))
print(rng.choice(np.array([1.5, 2.5, 3.5]), (2, 2)), rng.choice(20000, 1000, replace=False).sum(), rng.choice(m, 2))
print(rng.choice(4, 6, p=[0.1, 0.2, 0.3, 0.4]), rng.choice(4, 3, replace=False, p=[0.1, 0.2, 0.3, 0.4]))


def walk(generator, steps):
    place = 0.0
    for _ in range(steps):
        place += generator.normal()
    return place


print(walk(rng, 10), walk(np.random.default_rng(3), 100))
