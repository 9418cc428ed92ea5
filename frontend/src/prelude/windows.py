"""Windows of signal processing."""
import math
import numpy as np


def _positions(M):
    return np.arange(1 - M, M, 2)


def bartlett(M):
    """A triangle that is zero at both ends."""
    if M < 1:
        return np.zeros(0)
    if M == 1:
        return np.ones(1)
    n = _positions(M)
    return np.where(np.less_equal(n, 0), 1 + n / (M - 1), 1 - n / (M - 1))


def hanning(M):
    """A cosine bell that is zero at both ends."""
    if M < 1:
        return np.zeros(0)
    if M == 1:
        return np.ones(1)
    return 0.5 + 0.5 * np.cos(math.pi * _positions(M) / (M - 1))


def hamming(M):
    """A cosine bell on a pedestal."""
    if M < 1:
        return np.zeros(0)
    if M == 1:
        return np.ones(1)
    return 0.54 + 0.46 * np.cos(math.pi * _positions(M) / (M - 1))


def blackman(M):
    """Three terms of cosines."""
    if M < 1:
        return np.zeros(0)
    if M == 1:
        return np.ones(1)
    n = _positions(M)
    return 0.42 + 0.5 * np.cos(math.pi * n / (M - 1)) + 0.08 * np.cos(2.0 * math.pi * n / (M - 1))


def kaiser(M, beta):
    """A window of Bessel functions; beta sets its width."""
    if M < 1:
        return np.zeros(0)
    if M == 1:
        return np.ones(1)
    half = (M - 1) / 2.0
    n = np.arange(0, M)
    return np.i0(beta * np.sqrt(1 - ((n - half) / half) ** 2.0)) / np.i0(float(beta))
