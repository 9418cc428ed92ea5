"""Arrays put together, taken apart and turned."""
import numpy as np
import physl


def atleast_3d(ary):
    """The array with three dimensions at least."""
    a = np.asarray(ary)
    if a.ndim == 0:
        return np.reshape(a, (1, 1, 1))
    if a.ndim == 1:
        return a[None, :, None]
    if a.ndim == 2:
        return a[:, :, None]
    return a


def dsplit(ary, indices_or_sections: static):
    """Parts along the third axis."""
    return np.split(ary, indices_or_sections, axis=2)


def rollaxis(a, axis: static, start: static = 0):
    """An axis moved in front of another."""
    n = a.ndim
    source = physl._axis(axis, n)
    target = start + n if start < 0 else start
    if source < target:
        target -= 1
    return np.moveaxis(a, source, target)


def matrix_transpose(x):
    """The last two axes exchanged."""
    if x.ndim < 2:
        physl._refuse("Input array must be at least 2-dimensional", "give it two dimensions")
    return np.swapaxes(x, -1, -2)


def diagflat(v, k=0):
    """A matrix with the items on a diagonal."""
    return np.diag(np.ravel(np.asarray(v)), k)


def tri(N, M=None, k=0, dtype=float):
    """Ones at and below a diagonal."""
    columns = N if M is None else M
    return np.greater_equal(np.arange(N)[:, None] + k, np.arange(columns)).astype(dtype)


def tril_indices(n, k=0, m=None):
    """Where the lower triangle is."""
    return np.nonzero(np.tri(n, m, k, dtype=bool))


def triu_indices(n, k=0, m=None):
    """Where the upper triangle is."""
    return np.nonzero(np.logical_not(np.tri(n, m, k - 1, dtype=bool)))


def tril_indices_from(arr, k=0):
    """Where the lower triangle of a matrix is."""
    return np.tril_indices(arr.shape[0], k, arr.shape[1])


def triu_indices_from(arr, k=0):
    """Where the upper triangle of a matrix is."""
    return np.triu_indices(arr.shape[0], k, arr.shape[1])


def diag_indices(n, ndim: static = 2):
    """Where the main diagonal is."""
    return (np.arange(n),) * ndim


def diag_indices_from(arr):
    """Where the main diagonal of an array is."""
    return (np.arange(arr.shape[0]),) * arr.ndim


def vander(x, N=None, increasing=False):
    """Powers of the items as columns."""
    x = np.asarray(x)
    count = x.size if N is None else N
    powers = np.ones((x.size, count), dtype=np.promote_types(x.dtype, np.int64))
    for k in range(1, count):
        powers[:, k] = powers[:, k - 1] * x
    if increasing:
        return powers
    return powers[:, ::-1]


def trim_zeros(filt, trim="fb"):
    """A vector without the zeros at its ends."""
    filt = np.asarray(filt)
    first = 0
    last = filt.size
    if "f" in trim or "F" in trim:
        while first < last and filt[first] == 0:
            first += 1
    if "b" in trim or "B" in trim:
        while last > first and filt[last - 1] == 0:
            last -= 1
    return filt[first:last]


def resize(a, new_shape: static):
    """The items over and over in another shape."""
    flat = np.ravel(np.asarray(a))
    out = np.zeros(new_shape, dtype=flat.dtype)
    if flat.size == 0:
        return out
    return np.reshape(flat[np.arange(out.size) % flat.size], out.shape)


def ravel_multi_index(multi_index, dims, mode="raise", order="C"):
    """The place in the flat array for a place in each dimension."""
    flat = np.multiply(np.asarray(multi_index[0]), 0)
    step = 1
    n = len(dims)
    for at in range(n):
        k = n - 1 - at if order == "C" else at
        place = np.asarray(multi_index[k])
        if mode == "wrap":
            place = np.mod(place, dims[k])
        elif mode == "clip":
            place = np.clip(place, 0, dims[k] - 1)
        elif np.any(np.logical_or(np.less(place, 0), np.greater_equal(place, dims[k]))):
            raise ValueError("invalid entry in coordinates array")
        flat = np.add(flat, np.multiply(place, step))
        step = step * dims[k]
    return flat


def unravel_index(indices, shape, order="C"):
    """The place in each dimension for a place in the flat array."""
    if isinstance(shape, int):
        return _unravel(np.asarray(indices), (shape,), order)
    return _unravel(np.asarray(indices), shape, order)


def _unravel(indices, shape, order):
    size = 1
    for extent in shape:
        size = size * extent
    if np.any(np.logical_or(np.less(indices, 0), np.greater_equal(indices, size))):
        wrong = indices if indices.ndim == 0 else np.ravel(indices)[np.argmax(np.ravel(np.logical_or(np.less(indices, 0), np.greater_equal(indices, size))))]
        raise ValueError(f"index {wrong} is out of bounds for array with size {size}")
    rest = indices[()]
    places = ()
    for at in range(len(shape)):
        if order == "C":
            extent = shape[len(shape) - 1 - at]
            places = (np.mod(rest, extent),) + places
        else:
            extent = shape[at]
            places = places + (np.mod(rest, extent),)
        rest = np.floor_divide(rest, extent)
    return places


def indices(dimensions, dtype=int, sparse=False):
    """The index of each place, for each dimension."""
    n = len(dimensions)
    grids = ()
    for k in range(n):
        line = np.reshape(np.arange(dimensions[k], dtype=dtype), (1,) * k + (dimensions[k],) + (1,) * (n - 1 - k))
        grids = grids + (line if sparse else np.broadcast_to(line, dimensions),)
    if sparse:
        return grids
    return np.stack(grids) if n > 0 else np.zeros((0,), dtype=dtype)


def fromfunction(function, shape, *, dtype=float):
    """A function of the indices of each place."""
    grids = np.indices(shape, dtype=dtype)
    if len(shape) == 1:
        return function(grids[0])
    if len(shape) == 2:
        return function(grids[0], grids[1])
    if len(shape) == 3:
        return function(grids[0], grids[1], grids[2])
    physl._refuse("np.fromfunction of more than three dimensions is not supported", "call the function on np.indices(shape)")


def block(arrays):
    """An array of nested lists of arrays, joined from the inside out."""
    if isinstance(arrays, list):
        depth = _depth(arrays)
        rank = max(depth, _rank(arrays))
        return _joined(arrays, depth, rank)
    return np.array(arrays)


def _depth(arrays):
    """How deeply lists are nested, counted at the first item."""
    if isinstance(arrays, list):
        return 1 + _depth(arrays[0])
    return 0


def _rank(arrays):
    if isinstance(arrays, list):
        return _rank(arrays[0])
    return np.ndim(arrays)


def _joined(arrays, depth: static, rank: static):
    if isinstance(arrays, list):
        parts = ()
        for k in range(len(arrays)):
            parts = parts + (_joined(arrays[k], depth - 1, rank),)
        return np.concatenate(parts, axis=rank - depth)
    a = np.asarray(arrays)
    if a.ndim == rank:
        return a
    return np.reshape(a, (1,) * (rank - a.ndim) + a.shape)


def rot90(m, k: static = 1, axes: static = (0, 1)):
    """A plane of the array turned by right angles."""
    return physl.rot90(np.asarray(m), k, axes)


def sliding_window_view(x, window_shape, axis: static = None):
    """All windows of a shape, as a copy."""
    window = (window_shape,) if isinstance(window_shape, int) else window_shape
    axes = physl._axes(axis, x.ndim)
    if len(window) != len(axes):
        physl._refuse("window_shape and axis must have the same length", "give an extent for each axis")
    out = x
    for k in range(len(axes)):
        count = x.shape[axes[k]] - window[k] + 1
        if window[k] < 0:
            raise ValueError("`window_shape` cannot contain negative values")
        if count < 1:
            raise ValueError("window shape cannot be larger than input array shape")
        places = np.arange(count)[:, None] + np.arange(window[k])
        moved = np.moveaxis(out, axes[k], 0)[places]
        out = np.moveaxis(np.moveaxis(moved, 1, -1), 0, axes[k])
    return out


def mask_indices(n, mask_func, k=0):
    """Where a function leaves a matrix of ones."""
    return np.nonzero(mask_func(np.ones((n, n), dtype=int), k) != 0)


def unstack(x: shaped, *, axis: static = 0):
    """The slices along an axis."""
    moved = np.moveaxis(x, axis, 0)
    return tuple([moved[i] for i in range(moved.shape[0])])


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
    """Numbers whose logarithms are evenly spaced."""
    powers = np.power(base, np.linspace(start, stop, num, endpoint))
    return powers if dtype is None else powers.astype(dtype)


def geomspace(start, stop, num=50, endpoint=True, dtype=None):
    """Numbers each the same multiple of the one before."""
    if start == 0 or stop == 0:
        raise ValueError("Geometric sequence cannot include zero")
    sign = -1.0 if start < 0 else 1.0
    first = sign * start
    last = sign * stop
    powers = np.power(10.0, np.linspace(np.log10(first), np.log10(last), num, endpoint))
    if num > 0:
        powers[0] = first
        if num > 1 and endpoint:
            powers[num - 1] = last
    powers = sign * powers
    return powers if dtype is None else powers.astype(dtype)


def insert(arr, obj, values, axis: static = None):
    """Values put in front of positions along an axis."""
    a = np.asarray(arr)
    if axis is None:
        a = np.ravel(a)
        k = 0
    else:
        k = physl._axis(axis, a.ndim)
    n = a.shape[k]
    single = isinstance(obj, int) or np.ndim(obj) == 0
    places = np.ravel(np.asarray(obj)).copy()
    if places.dtype == np.bool_:
        places = np.flatnonzero(places)
    for i in range(places.size):
        if places[i] < -n or places[i] > n:
            raise IndexError(f"index {places[i]} is out of bounds for axis {k} with size {n}")
        if places[i] < 0:
            places[i] = places[i] + n
    given = np.asarray(values)
    moved = np.moveaxis(a, k, 0)
    if single:
        block = given if given.ndim == a.ndim else _row(given)
        count = block.shape[0]
        out = np.empty((n + count,) + moved.shape[1:], dtype=a.dtype)
        at = places[0]
        out[:at] = moved[:at]
        out[at : at + count] = block
        out[at + count :] = moved[at:]
        return np.moveaxis(out, 0, k)
    block = np.moveaxis(np.broadcast_to(given, a.shape[:k] + (places.size,) + a.shape[k + 1 :]), k, 0)
    out = np.empty((n + places.size,) + moved.shape[1:], dtype=a.dtype)
    order = np.argsort(places, kind="stable")
    taken = np.zeros(n + places.size, dtype=np.bool_)
    for i in range(places.size):
        at = places[order[i]] + i
        out[at] = block[order[i]]
        taken[at] = True
    source = 0
    for i in range(n + places.size):
        if not taken[i]:
            out[i] = moved[source]
            source += 1
    return np.moveaxis(out, 0, k)


def _row(values):
    return values[None]


def pad(array, pad_width: static, mode="constant", constant_values=0, end_values=0, stat_length=None, reflect_type="even"):
    """The array with borders around it."""
    a = np.asarray(array)
    if stat_length is not None or reflect_type != "even":
        physl._refuse("stat_length and reflect_type of np.pad are not supported", "pad in two steps")
    out = a
    for k in range(a.ndim):
        before, after = _pair(pad_width, k, a.ndim)
        if before < 0 or after < 0:
            raise ValueError("index can't contain negative values")
        if mode == "constant":
            low, high = _pair(constant_values, k, a.ndim)
            out = _bordered(out, k, before, after, low, high)
        elif mode == "empty":
            out = _bordered(out, k, before, after, 0, 0)
        elif mode == "linear_ramp":
            low, high = _pair(end_values, k, a.ndim)
            out = _ramped(out, k, before, after, low, high)
        elif mode == "edge" or mode == "reflect" or mode == "symmetric" or mode == "wrap":
            if out.shape[k] == 0 and before + after > 0:
                raise ValueError(f"can't extend empty axis {k} using modes other than 'constant' or 'empty'")
            out = np.take(out, _sources(out.shape[k], before, after, mode), axis=k)
        else:
            out = _summarised(out, k, before, after, mode)
    return out


def _pair(width, k: static, n: static):
    """What stands before and after along an axis."""
    if isinstance(width, (int, float, np.integer, np.floating)):
        return width, width
    if isinstance(width, np.ndarray):
        if width.ndim == 0:
            return width[()], width[()]
        if width.ndim == 1:
            return width[0], width[width.shape[0] - 1]
        return width[min(k, width.shape[0] - 1), 0], width[min(k, width.shape[0] - 1), 1]
    if isinstance(width[0], (tuple, list)):
        if len(width) == 1:
            return width[0][0], width[0][len(width[0]) - 1]
        return width[k][0], width[k][len(width[k]) - 1]
    if len(width) == 1:
        return width[0], width[0]
    return width[0], width[1]


def _bordered(a, k: static, before, after, low, high):
    moved = np.moveaxis(a, k, 0)
    n = moved.shape[0]
    out = np.zeros((before + n + after,) + moved.shape[1:], dtype=a.dtype)
    out[:before] = np.asarray(low).astype(a.dtype)
    out[before : before + n] = moved
    out[before + n :] = np.asarray(high).astype(a.dtype)
    return np.moveaxis(out, 0, k)


def _sources(n, before, after, mode):
    """Where the items along an axis come from."""
    at = np.arange(-before, n + after)
    if mode == "edge":
        return np.clip(at, 0, n - 1)
    if mode == "wrap":
        return np.mod(at, n)
    if mode == "symmetric":
        turn = np.mod(at, 2 * n)
        return np.where(np.less(turn, n), turn, 2 * n - 1 - turn)
    if n == 1:
        return np.multiply(at, 0)
    turn = np.mod(at, 2 * n - 2)
    return np.where(np.less(turn, n), turn, 2 * n - 2 - turn)


def _ramped(a, k: static, before, after, low, high):
    moved = np.moveaxis(a, k, 0)
    n = moved.shape[0]
    out = np.zeros((before + n + after,) + moved.shape[1:], dtype=a.dtype)
    out[before : before + n] = moved
    for i in range(before):
        ramp = low + (moved[0] - low) * (i / before)
        out[i] = np.trunc(ramp).astype(a.dtype) if a.dtype.kind in "iu" else np.asarray(ramp).astype(a.dtype)
    for i in range(after):
        ramp = high + (moved[n - 1] - high) * (i / after)
        out[before + n + after - 1 - i] = np.trunc(ramp).astype(a.dtype) if a.dtype.kind in "iu" else np.asarray(ramp).astype(a.dtype)
    return np.moveaxis(out, 0, k)


def _summarised(a, k: static, before, after, mode):
    if mode == "maximum":
        line = np.max(a, axis=k, keepdims=True)
    elif mode == "minimum":
        line = np.min(a, axis=k, keepdims=True)
    elif mode == "mean":
        line = np.mean(a, axis=k, keepdims=True)
    elif mode == "median":
        line = np.median(a, axis=k, keepdims=True)
    else:
        physl._refuse("this mode of np.pad is not known", "use 'constant', 'edge', 'reflect', 'symmetric', 'wrap' or a statistic")
    if a.dtype.kind in "iu" and (mode == "mean" or mode == "median"):
        line = np.rint(line)
    line = line.astype(a.dtype)
    front = np.take(line, np.zeros(before, dtype=np.int64), axis=k)
    back = np.take(line, np.zeros(after, dtype=np.int64), axis=k)
    return np.concatenate((front, a, back), axis=k)


def roll(a, shift, axis: static = None):
    """Items moved along axes, those that leave one end coming in at the other."""
    if not isinstance(axis, (tuple, list)):
        if isinstance(shift, (tuple, list)):
            out = np.asarray(a)
            for k in range(len(shift)):
                out = physl.roll(out, shift[k], axis)
            return out
        return physl.roll(a, shift, axis)
    out = np.asarray(a)
    if not isinstance(shift, (tuple, list)):
        for k in range(len(axis)):
            out = physl.roll(out, shift, axis[k])
        return out
    m, n = len(shift), len(axis)
    if m != n and m != 1 and n != 1:
        raise ValueError(
            f"shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape ({m},) and arg 1 with shape ({n},)."
        )
    for k in range(max(m, n)):
        out = physl.roll(out, shift[k if m > 1 else 0], axis[k if n > 1 else 0])
    return out
