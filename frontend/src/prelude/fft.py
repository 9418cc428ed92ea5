"""Frequencies, and halves of spectra exchanged."""
import numpy as np


def fftfreq(n, d=1.0):
    """Frequencies of a transform's points."""
    scale = 1.0 / (n * d)
    places = np.arange(n)
    return np.where(places < (n - 1) // 2 + 1, places, places - n) * scale


def rfftfreq(n, d=1.0):
    """Frequencies of a real transform's points."""
    return np.arange(n // 2 + 1) * (1.0 / (n * d))


def fftshift(x, axes: static = None):
    """Frequency 0 moved to the middle."""
    x = np.asarray(x)
    if axes is None:
        for axis in range(x.ndim):
            x = np.roll(x, x.shape[axis] // 2, axis)
        return x
    if isinstance(axes, tuple):
        for axis in axes:
            x = np.roll(x, x.shape[axis] // 2, axis)
        return x
    return np.roll(x, x.shape[axes] // 2, axes)


def ifftshift(x, axes: static = None):
    """Frequency 0 moved to the front."""
    x = np.asarray(x)
    if axes is None:
        for axis in range(x.ndim):
            x = np.roll(x, -(x.shape[axis] // 2), axis)
        return x
    if isinstance(axes, tuple):
        for axis in axes:
            x = np.roll(x, -(x.shape[axis] // 2), axis)
        return x
    return np.roll(x, -(x.shape[axes] // 2), axes)
