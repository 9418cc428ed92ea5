# COMPARE: exact
import numpy as np


def checksum(x):
    total = 0.0
    for k in range(x.size):
        total = total * 0.5 + x[k]
    return total


n = 2000
np.random.seed(7)
print(np.random.rand(2), np.random.randn(3), np.random.randint(0, 10, 4))
print(checksum(np.random.gamma(0.4, 2.0, n)), checksum(np.random.gamma(7.5, 2.0, n)), np.random.standard_gamma(1.0))
print(checksum(np.random.beta(0.5, 0.7, n)), checksum(np.random.beta(3.0, 0.7, n)))
print(checksum(np.random.chisquare(3.0, n)), checksum(np.random.f(3.0, 5.0, n)), checksum(np.random.standard_t(4.0, n)))
print(checksum(np.random.standard_cauchy(100)), checksum(np.random.pareto(3.0, n)), checksum(np.random.weibull(1.5, n)))
print(checksum(np.random.power(2.5, n)), checksum(np.random.laplace(0.5, 2.0, n)), checksum(np.random.gumbel(0.5, 2.0, n)))
print(checksum(np.random.logistic(0.5, 2.0, n)), checksum(np.random.lognormal(0.0, 0.5, n)), checksum(np.random.rayleigh(2.0, n)))
print(checksum(np.random.wald(2.0, 3.0, n)), checksum(np.random.triangular(-1.0, 0.5, 3.0, n)), checksum(np.random.vonmises(0.3, 2.0, n)))
print(np.random.poisson(3.0, n).sum(), np.random.poisson(30.0, n).sum(), np.random.poisson())
print(np.random.binomial(10, 0.3, n).sum(), np.random.binomial(1000, 0.4, n).sum(), np.random.binomial(200, 0.9, n).sum())
print(np.random.geometric(0.5, n).sum(), np.random.geometric(0.1, n).sum(), np.random.negative_binomial(5, 0.3, n).sum())
print(np.random.logseries(0.7, n).sum(), np.random.zipf(3.0, n).sum())
print(np.random.multinomial(20, [0.2, 0.3, 0.5]), np.random.multinomial(20, [0.2, 0.3, 0.5], size=2))

state = np.random.RandomState(5)
other = np.random.RandomState([1, 2, 3])
print(state.rand(2), state.randn(2, 2), state.random_sample(3), state.uniform(0.0, 2.0, 2), state.normal(1.0, 2.0, 3))
print(other.rand(), other.randint(0, 100, 5), other.randint(5), other.exponential(2.0, 2), other.standard_normal(2))
print(state.permutation(6), state.choice(5, 3, replace=False), state.choice(4, 3, p=[0.1, 0.2, 0.3, 0.4]))
print(state.randint(0, 200, 5, dtype=np.uint8), state.randint(-5, 5, 4, dtype=np.int16), state.randint(0, 2, 5, dtype=bool))
x = np.arange(7)
state.shuffle(x)
print(x)
m = np.arange(8).reshape(4, 2)
state.shuffle(m)
print(m)
state.seed(5)
print(state.rand(2), np.random.rand())
