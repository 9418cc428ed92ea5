"""Functions of scalars called for each item of arrays."""
import numpy as np
import physl


def vectorize(pyfunc, otypes=None, doc=None, excluded=None, cache=False, signature=None):
    """A function of scalars as one of arrays."""
    if excluded is not None or signature is not None:
        physl._refuse("excluded and signature of np.vectorize are not supported", "write the loop out")
    return physl._vectorize(pyfunc, otypes)


def _vectorized(pyfunc, otypes, *args):
    arrays = np.broadcast_arrays(*args)
    shape = arrays[0].shape
    n = arrays[0].size
    if len(arrays) > 6:
        physl._refuse("a vectorized function of more than six arguments is not supported", "write the loop out")
    if otypes is not None:
        kind = otypes[0]
        out = np.zeros(n, dtype=kind)
        for i in range(n):
            out[i] = _at(pyfunc, arrays, i)
        return np.reshape(out, shape)
    if n == 0:
        raise ValueError("cannot call `vectorize` on size 0 inputs unless `otypes` is set")
    # NumPy learns the element types from a call with its own scalars, then calls with Python's.
    first = _of_scalars(pyfunc, arrays)
    if isinstance(first, tuple):
        outs = ()
        for k in range(len(first)):
            outs = outs + (np.zeros(n, dtype=np.asarray(first[k]).dtype),)
        for i in range(n):
            results = _at(pyfunc, arrays, i)
            for k in range(len(first)):
                outs[k][i] = results[k]
        shaped = ()
        for k in range(len(first)):
            shaped = shaped + (np.reshape(outs[k], shape),)
        return shaped
    out = np.zeros(n, dtype=np.asarray(first).dtype)
    for i in range(n):
        out[i] = _at(pyfunc, arrays, i)
    return np.reshape(out, shape)


def _at(pyfunc, arrays, i):
    if len(arrays) == 1:
        return pyfunc(_one(arrays[0], i))
    if len(arrays) == 2:
        return pyfunc(_one(arrays[0], i), _one(arrays[1], i))
    if len(arrays) == 3:
        return pyfunc(_one(arrays[0], i), _one(arrays[1], i), _one(arrays[2], i))
    if len(arrays) == 4:
        return pyfunc(_one(arrays[0], i), _one(arrays[1], i), _one(arrays[2], i), _one(arrays[3], i))
    if len(arrays) == 5:
        return pyfunc(_one(arrays[0], i), _one(arrays[1], i), _one(arrays[2], i), _one(arrays[3], i), _one(arrays[4], i))
    return pyfunc(_one(arrays[0], i), _one(arrays[1], i), _one(arrays[2], i), _one(arrays[3], i), _one(arrays[4], i), _one(arrays[5], i))


def _one(array, i):
    return np.ravel(array)[i].item()


def _of_scalars(pyfunc, arrays):
    if len(arrays) == 1:
        return pyfunc(_start(arrays[0]))
    if len(arrays) == 2:
        return pyfunc(_start(arrays[0]), _start(arrays[1]))
    if len(arrays) == 3:
        return pyfunc(_start(arrays[0]), _start(arrays[1]), _start(arrays[2]))
    if len(arrays) == 4:
        return pyfunc(_start(arrays[0]), _start(arrays[1]), _start(arrays[2]), _start(arrays[3]))
    if len(arrays) == 5:
        return pyfunc(_start(arrays[0]), _start(arrays[1]), _start(arrays[2]), _start(arrays[3]), _start(arrays[4]))
    return pyfunc(_start(arrays[0]), _start(arrays[1]), _start(arrays[2]), _start(arrays[3]), _start(arrays[4]), _start(arrays[5]))


def _start(array):
    return np.ravel(array)[0]
