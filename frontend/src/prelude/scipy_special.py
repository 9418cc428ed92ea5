"""scipy.special, made of functions of NumPy."""
import numpy as np
import physl
import scipy.special


def expit(x):
    """1 / (1 + exp(-x))."""
    return 1.0 / (1.0 + np.exp(np.negative(x)))


def logit(x):
    """log(x / (1 - x))."""
    return np.log(np.divide(x, np.subtract(1.0, x)))


def xlogy(x, y):
    """x log(y), and 0 where x is 0."""
    zero = np.logical_and(np.equal(x, 0), np.logical_not(np.isnan(y)))
    return np.where(zero, 0.0, np.multiply(x, np.log(np.where(zero, 1.0, y))))


def factorial(n, exact=False):
    """n!, as a float."""
    x = np.asarray(n) + 1.0
    return np.where(x > 0.0, scipy.special.gamma(x), 0.0)[()]


def comb(N, k, exact=False):
    """The number of ways to choose k of N, as a float."""
    n = np.asarray(N) + 0.0
    j = np.asarray(k) + 0.0
    logarithm = scipy.special.gammaln(n + 1.0) - scipy.special.gammaln(j + 1.0) - scipy.special.gammaln(n - j + 1.0)
    ways = np.rint(np.exp(logarithm))
    return np.where((j >= 0.0) & (j <= n) & (n >= 0.0), ways, 0.0)[()]


def softmax(x, axis: static = None):
    """Exponentials divided by their sum."""
    top = np.exp(x - np.max(x, axis=axis, keepdims=True))
    return top / np.sum(top, axis=axis, keepdims=True)


def log_softmax(x, axis: static = None):
    """The logarithm of the softmax."""
    rest = x - np.max(x, axis=axis, keepdims=True)
    return rest - np.log(np.sum(np.exp(rest), axis=axis, keepdims=True))


def logsumexp(a, axis: static = None, b=None, keepdims=False, return_sign=False):
    """The logarithm of a sum of exponentials, with weights b."""
    if return_sign:
        physl._refuse("return_sign of scipy.special.logsumexp is not supported", "take the sign of the sum")
    top = np.max(a, axis=axis, keepdims=True)
    if b is None:
        total = np.sum(np.exp(a - top), axis=axis, keepdims=True)
    else:
        total = np.sum(b * np.exp(a - top), axis=axis, keepdims=True)
    result = np.log(total) + top
    if keepdims:
        return result
    if axis is None:
        return result.reshape(-1)[0]
    return np.squeeze(result, axis=axis)
