# COMPARE: rtol 1e-12
import numpy as np
from scipy import special
from scipy.special import erf, expit, gammaln

x = np.linspace(-3.0, 3.0, 13)
y = np.linspace(0.1, 20.0, 9)
print(erf(x), special.erfc(x), erf(0.5), special.erfc(2.0))
print(special.gamma(y), gammaln(y), special.gamma(5.0), special.gamma(np.array([0.5, -1.5])))
print(special.j0(y), special.j1(y), special.y0(y), special.y1(y))
print(expit(x), special.logit(np.array([0.1, 0.5, 0.9])), expit(0.3))
print(special.xlogy(np.array([0.0, 1.0, 2.0]), np.array([0.0, 2.0, 3.0])))
print(special.comb(10, 3), special.comb(np.array([5, 6, 7]), 2), special.factorial(5), special.factorial(np.arange(6)))
m = x[:12].reshape(3, 4)
print(special.softmax(m), special.softmax(m, axis=1), special.logsumexp(m), special.logsumexp(m, axis=0))
