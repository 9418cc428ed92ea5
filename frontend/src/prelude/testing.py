"""Checks that raise where arrays differ."""
import numpy as np


def assert_allclose(actual, desired, rtol=1e-7, atol=0.0, equal_nan=True, err_msg="", verbose=True):
    """Raises where arrays are not close to each other."""
    if not np.allclose(actual, desired, rtol=rtol, atol=atol, equal_nan=equal_nan):
        raise AssertionError(f"\nNot equal to tolerance rtol={rtol:g}, atol={atol:g}\n{err_msg}")


def assert_array_equal(actual, desired, err_msg="", verbose=True):
    """Raises where arrays differ."""
    if not np.array_equal(actual, desired, equal_nan=True):
        raise AssertionError(f"\nArrays are not equal\n{err_msg}")


def assert_array_almost_equal(actual, desired, decimal=6, err_msg="", verbose=True):
    """Raises where arrays differ in the decimals that count."""
    if not np.allclose(actual, desired, rtol=0.0, atol=1.5 * 10.0 ** -decimal, equal_nan=True):
        raise AssertionError(f"\nArrays are not almost equal to {decimal} decimals\n{err_msg}")


def assert_equal(actual, desired, err_msg="", verbose=True):
    """Raises where values differ."""
    if not np.array_equal(actual, desired, equal_nan=True):
        raise AssertionError(f"\nItems are not equal:\n{err_msg}")
