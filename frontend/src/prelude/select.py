"""Items chosen by masks, numbers and conditions."""
import numpy as np
import physl


def argwhere(a):
    """Where the items are not zero, a row for each."""
    a = np.asarray(a)
    if a.ndim == 0:
        return np.zeros((1 if a != 0 else 0, 0), dtype=np.int64)
    return np.stack(np.nonzero(a), axis=1)


def extract(condition, arr):
    """The items where a condition holds."""
    return np.ravel(arr)[np.ravel(condition) != 0]


def compress(condition, a, axis: static = None, out=None):
    """The slices along an axis where a condition holds."""
    a = np.asarray(a)
    chosen = np.flatnonzero(condition)
    if axis is None:
        return _kept(np.ravel(a)[chosen], out)
    return _kept(np.take(a, chosen, axis=axis), out)


def _method_compress(a, condition, axis: static = None, out=None):
    """The slices along an axis where a condition holds."""
    return np.compress(condition, a, axis=axis, out=out)


def _kept(result, out):
    if out is None:
        return result
    out[...] = result
    return out


def take(a, indices, axis: static = None, out=None, mode="raise"):
    """The items at indices along an axis."""
    if mode == "raise":
        return _kept(physl.take(a, indices, axis=axis), out)
    a = np.asarray(a)
    n = a.size if axis is None else a.shape[axis]
    places = np.asarray(indices)
    places = np.mod(places, n) if mode == "wrap" else np.clip(places, 0, n - 1)
    return _kept(physl.take(a, places, axis=axis), out)


def put(a, ind, v, mode="raise"):
    """Values stored at places of the flat array."""
    places = np.ravel(np.asarray(ind))
    values = np.ravel(np.asarray(v))
    flat = np.ravel(a).copy()
    n = flat.size
    if values.size > 0:
        for i in range(places.size):
            at = places[i]
            if mode == "wrap":
                at = at % n
            elif mode == "clip":
                at = min(max(at, 0), n - 1)
            elif at < -n or at >= n:
                raise IndexError(f"index {at} is out of bounds for axis 0 with size {n}")
            flat[at] = values[i % values.size]
    a[...] = np.reshape(flat, a.shape)


def place(arr, mask, vals):
    """Values stored one after the other where a mask holds."""
    chosen = np.ravel(mask)
    values = np.ravel(np.asarray(vals))
    flat = np.ravel(arr).copy()
    k = 0
    for i in range(flat.size):
        if chosen[i]:
            if values.size == 0:
                raise ValueError("Cannot insert from an empty array!")
            flat[i] = values[k % values.size]
            k += 1
    arr[...] = np.reshape(flat, arr.shape)


def putmask(a, mask, values):
    """Values stored where a mask holds, each at its own place."""
    chosen = np.ravel(mask)
    values = np.ravel(np.asarray(values))
    flat = np.ravel(a).copy()
    if values.size > 0:
        for i in range(flat.size):
            if chosen[i]:
                flat[i] = values[i % values.size]
    a[...] = np.reshape(flat, a.shape)


def copyto(dst, src, casting="same_kind", where=True):
    """Values stored in an array, where a mask holds."""
    if not np.can_cast(np.asarray(src).dtype, dst.dtype, casting) and isinstance(src, np.ndarray):
        physl._refuse("Cannot cast array data according to the rule of 'casting'", "convert with astype, or pass casting='unsafe'")
    if where is True:
        dst[...] = src
    else:
        dst[...] = np.where(where, src, dst).astype(dst.dtype)


def choose(a, choices, out=None, mode="raise"):
    """From several arrays, the item of the one that a number names."""
    a = np.asarray(a)
    n = len(choices)
    if mode == "wrap":
        a = np.mod(a, n)
    elif mode == "clip":
        a = np.clip(a, 0, n - 1)
    elif np.any(np.logical_or(np.less(a, 0), np.greater_equal(a, n))):
        raise ValueError("invalid entry in choice array")
    result = np.asarray(choices[0])
    for k in range(1, n):
        result = np.where(np.equal(a, k), choices[k], result)
    if n == 1:
        result = np.where(np.equal(a, 0), result, result)
    return _kept(result, out)


def select(condlist, choicelist, default=0):
    """The item of the first array whose condition holds."""
    if len(condlist) != len(choicelist):
        raise ValueError("list of cases must be same length as list of conditions")
    if len(condlist) == 0:
        raise ValueError("select with an empty condition list is not possible")
    result = np.asarray(default)
    if isinstance(default, (int, float)):
        result = np.asarray(default, dtype=np.result_type(choicelist[0], default))
    for at in range(len(condlist)):
        k = len(condlist) - 1 - at
        result = np.where(condlist[k], choicelist[k], result)
    return result


def piecewise(x, condlist, funclist):
    """Functions or values, each where its condition holds."""
    x = np.asarray(x)
    y = np.zeros(x.shape, dtype=x.dtype)
    n = len(condlist)
    if len(funclist) != n and len(funclist) != n + 1:
        physl._refuse("with a list of conditions as many functions, or one more, are expected", "give a function for each")
    if len(funclist) == n + 1:
        rest = np.ones(x.shape, dtype=np.bool_)
        for k in range(n):
            rest = np.logical_and(rest, np.logical_not(condlist[k]))
        y = _piece(x, y, rest, funclist[n])
    for k in range(n):
        y = _piece(x, y, np.asarray(condlist[k]), funclist[k])
    return y


def _piece(x, y, chosen, function):
    if isinstance(function, (int, float)):
        return np.where(chosen, function, y).astype(x.dtype)
    y[chosen] = function(x[chosen])
    return y


def take_along_axis(arr, indices, axis: static = -1):
    """For each line along an axis, its items at its own indices."""
    arr = np.asarray(arr)
    if axis is None:
        return np.ravel(arr)[indices]
    k = physl._axis(axis, arr.ndim)
    moved = np.moveaxis(arr, k, -1)
    places = np.moveaxis(np.asarray(indices), k, -1)
    lead = np.broadcast_shapes(moved.shape[:-1], places.shape[:-1])
    wide = np.broadcast_to(moved, lead + (moved.shape[-1],))
    lines = np.reshape(wide, (_count(lead), moved.shape[-1]))
    chosen = np.reshape(np.broadcast_to(places, lead + (places.shape[-1],)), (_count(lead), places.shape[-1]))
    result = lines[np.arange(lines.shape[0])[:, None], chosen]
    return np.moveaxis(np.reshape(result, lead + (places.shape[-1],)), -1, k)


def _count(shape):
    count = 1
    for extent in shape:
        count = count * extent
    return count


def put_along_axis(arr, indices, values, axis: static = -1):
    """For each line along an axis, values stored at its own indices."""
    if axis is None:
        arr[...] = np.reshape(_put_flat(np.ravel(arr).copy(), np.ravel(indices), values), arr.shape)
        return
    k = physl._axis(axis, arr.ndim)
    moved = np.moveaxis(arr, k, -1)
    places = np.moveaxis(np.asarray(indices), k, -1)
    given = np.broadcast_to(values, np.asarray(indices).shape)
    given = np.reshape(np.moveaxis(given, k, -1), (-1, places.shape[-1]))
    lines = np.reshape(moved, (-1, moved.shape[-1])).copy()
    chosen = np.reshape(places, (-1, places.shape[-1]))
    for i in range(lines.shape[0]):
        for j in range(chosen.shape[1]):
            lines[i, chosen[i, j]] = given[i, j]
    arr[...] = np.moveaxis(np.reshape(lines, moved.shape), -1, k)


def _put_flat(flat, places, values):
    given = np.broadcast_to(values, places.shape)
    for i in range(places.size):
        flat[places[i]] = given[i]
    return flat


def apply_along_axis(func1d, axis: static, arr):
    """A function of vectors on each line along an axis."""
    arr = np.asarray(arr)
    k = physl._axis(axis, arr.ndim)
    moved = np.moveaxis(arr, k, -1)
    lines = np.reshape(moved, (-1, moved.shape[-1]))
    if lines.shape[0] == 0:
        raise ValueError("Cannot apply_along_axis when any iteration dimensions are 0")
    first = np.asarray(func1d(lines[0]))
    results = np.zeros((lines.shape[0],) + first.shape, dtype=first.dtype)
    results[0] = first
    for i in range(1, lines.shape[0]):
        results[i] = func1d(lines[i])
    shaped = np.reshape(results, moved.shape[:-1] + first.shape)
    if first.ndim == 0:
        return shaped[()]
    if first.ndim == 1:
        return np.moveaxis(shaped, -1, k)
    if first.ndim == 2:
        return np.moveaxis(shaped, (-2, -1), (k, k + 1))
    physl._refuse("apply_along_axis of a function with more than two dimensions is not supported", "write a loop")


def apply_over_axes(func, a, axes: static):
    """A function of an array and an axis, over several axes in turn."""
    result = np.asarray(a)
    for axis in physl._axes(axes, result.ndim):
        step = func(result, axis)
        result = step if step.ndim == result.ndim else np.expand_dims(step, axis)
    return result
