"""Statistics, those that leave nan out, and histograms."""
import numpy as np
import physl


def _kept(result, out):
    if out is None:
        return result
    out[...] = result
    return out


def _filled(a, value):
    if a.dtype.kind == "f":
        return np.where(np.isnan(a), value, a).astype(a.dtype)
    return a


def nancumsum(a, axis: static = None, dtype=None, out=None):
    """Sums of the items so far, nan as 0."""
    return _kept(np.cumsum(_filled(np.asarray(a), 0), axis=axis, dtype=dtype), out)


def nancumprod(a, axis: static = None, dtype=None, out=None):
    """Products of the items so far, nan as 1."""
    return _kept(np.cumprod(_filled(np.asarray(a), 1), axis=axis, dtype=dtype), out)


def _lost(a, axis: static):
    return np.any(np.all(np.isnan(a), axis=axis))


def nanargmax(a, axis: static = None, out=None, *, keepdims=False):
    """Where the largest item is that is no nan."""
    a = np.asarray(a)
    if a.dtype.kind != "f":
        return np.argmax(a, axis=axis, out=out, keepdims=keepdims)
    if a.size > 0 and _lost(a, axis):
        raise ValueError("All-NaN slice encountered")
    return np.argmax(_filled(a, -np.inf), axis=axis, out=out, keepdims=keepdims)


def nanargmin(a, axis: static = None, out=None, *, keepdims=False):
    """Where the smallest item is that is no nan."""
    a = np.asarray(a)
    if a.dtype.kind != "f":
        return np.argmin(a, axis=axis, out=out, keepdims=keepdims)
    if a.size > 0 and _lost(a, axis):
        raise ValueError("All-NaN slice encountered")
    return np.argmin(_filled(a, np.inf), axis=axis, out=out, keepdims=keepdims)


def _lines(a, axis: static):
    """The items as rows to reduce, the shape of the result, and its shape with the reduced axes kept."""
    if axis is None:
        return np.reshape(a, (1, a.size)), (), (1,) * a.ndim
    axes = physl._axes(axis, a.ndim)
    moved = a
    done = 0
    for k in axes:
        moved = np.moveaxis(moved, k - done, -1)
        done += 1
    lead = moved.shape[: a.ndim - len(axes)]
    kept = ()
    for k in range(a.ndim):
        kept = kept + ((1,) if k in axes else (a.shape[k],))
    rows = 1
    for extent in lead:
        rows = rows * extent
    length = 1
    for k in axes:
        length = length * a.shape[k]
    return np.reshape(moved, (rows, length)), lead, kept


def _virtual(n, q, method):
    """Where the quantile lies between the sorted items, counted from 0."""
    if method == "linear":
        return (n - 1) * q
    if method == "lower":
        return np.floor((n - 1) * q)
    if method == "higher":
        return np.ceil((n - 1) * q)
    if method == "midpoint":
        return 0.5 * (np.floor((n - 1) * q) + np.ceil((n - 1) * q))
    if method == "nearest":
        return np.rint((n - 1) * q)
    if method == "hazen":
        return n * q + 0.5 - 1
    if method == "weibull":
        return (n + 1) * q - 1
    if method == "median_unbiased":
        return n * q + (1 / 3.0 + q * (1 - 1 / 3.0 - 1 / 3.0)) - 1
    if method == "normal_unbiased":
        return n * q + (3 / 8.0 + q * (1 - 3 / 8.0 - 3 / 8.0)) - 1
    if method == "interpolated_inverted_cdf":
        return n * q - 1
    if method == "inverted_cdf":
        return np.ceil(n * q) - 1
    if method == "closest_observation":
        place = n * q - 1 - 0.5
        below = np.floor(place)
        return below if place == below and below % 2 == 1 else below + 1
    if method == "averaged_inverted_cdf":
        below = np.ceil(n * q) - 1
        return below + 0.5 if below == n * q - 1 else below
    physl._refuse("this method of quantiles is not known", "use 'linear' or another of NumPy's names")


def _between(line, n, q, method):
    """The quantile of the first n items of a sorted line."""
    place = _virtual(n, q, method)
    place = min(max(place, 0.0), n - 1.0)
    low = int(np.floor(place))
    high = min(low + 1, n - 1)
    part = place - low
    a = line[low]
    b = line[high]
    gap = b - a
    if part >= 0.5:
        return b - gap * (1 - part)
    return a + gap * part


def _kind(a, weak, method):
    """The element type of quantiles: items themselves keep theirs, others are floats."""
    if method in ("lower", "higher", "nearest", "inverted_cdf", "closest_observation"):
        return a.dtype
    if a.dtype.kind == "f" and weak:
        return a.dtype
    return np.float64


def _quantiles(a, q, weak, axis: static, method, keepdims, skip, out):
    a = np.asarray(a)
    kind = _kind(a, weak, method)
    rows, lead, kept = _lines(a, axis)
    levels = np.asarray(q, dtype=np.float64)
    flat = np.ravel(levels)
    for i in range(flat.size):
        if not (flat[i] >= 0.0 and flat[i] <= 1.0):
            raise ValueError("Quantiles must be in the range [0, 1]")
    result = np.zeros((flat.size, rows.shape[0]), dtype=kind)
    for r in range(rows.shape[0]):
        line = np.sort(rows[r].astype(kind))
        n = line.size
        while n > 0 and line[n - 1] != line[n - 1]:
            n -= 1
        for k in range(flat.size):
            if n == 0 or (n < line.size and not skip):
                if result.dtype.kind == "f":
                    result[k, r] = np.nan
            else:
                result[k, r] = _between(line, n, flat[k], method)
    shape = kept if keepdims else lead
    return _kept(np.reshape(result, levels.shape + shape)[()], out)


def quantile(a, q, axis: static = None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The items below which parts of all items lie."""
    return _quantiles(a, q, isinstance(q, (int, float)), axis, method, keepdims, False, out)


def percentile(a, q, axis: static = None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The items below which parts of all items lie, in hundredths."""
    return _quantiles(a, _levels(q), isinstance(q, (int, float)), axis, method, keepdims, False, out)


def _levels(q):
    levels = np.true_divide(np.asarray(q, dtype=np.float64), 100)
    if np.any(np.logical_not(np.logical_and(np.greater_equal(levels, 0), np.less_equal(levels, 1)))):
        raise ValueError("Percentiles must be in the range [0, 100]")
    return levels


def nanquantile(a, q, axis: static = None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The items below which parts of the items lie that are no nan."""
    return _quantiles(a, q, isinstance(q, (int, float)), axis, method, keepdims, True, out)


def nanpercentile(a, q, axis: static = None, out=None, overwrite_input=False, method="linear", keepdims=False):
    """The items below which parts of the items lie that are no nan, in hundredths."""
    return _quantiles(a, _levels(q), isinstance(q, (int, float)), axis, method, keepdims, True, out)


def median(a, axis: static = None, out=None, overwrite_input=False, keepdims=False):
    """The item in the middle, or the mean of both."""
    return _medians(a, axis, keepdims, False, out)


def nanmedian(a, axis: static = None, out=None, overwrite_input=False, keepdims=False):
    """The item in the middle of those that are no nan."""
    return _medians(a, axis, keepdims, True, out)


def _medians(a, axis: static, keepdims, skip, out):
    a = np.asarray(a)
    kind = a.dtype if a.dtype.kind == "f" else np.float64
    rows, lead, kept = _lines(a, axis)
    result = np.zeros(rows.shape[0], dtype=kind)
    for r in range(rows.shape[0]):
        line = np.sort(rows[r].astype(kind))
        n = line.size
        while n > 0 and line[n - 1] != line[n - 1]:
            n -= 1
        if n == 0 or (n < line.size and not skip):
            result[r] = np.nan
        elif n % 2 == 1:
            result[r] = line[n // 2] + 0.0
        else:
            result[r] = np.mean(line[n // 2 - 1 : n // 2 + 1])
    shape = kept if keepdims else lead
    return _kept(np.reshape(result, shape)[()], out)


def average(a, axis: static = None, weights=None, returned=False, *, keepdims=False):
    """The mean, with weights if there are any."""
    a = np.asarray(a)
    if weights is None:
        mean = np.mean(a, axis=axis, keepdims=keepdims)
        if returned:
            count = a.size // max(np.size(mean), 1)
            return mean, np.multiply(np.ones_like(mean), count)
        return mean
    w = np.asarray(weights)
    kind = np.result_type(a, w, np.float64) if a.dtype.kind in "biu" else np.result_type(a, w)
    if w.ndim != a.ndim:
        if axis is None:
            physl._refuse("Axis must be specified when shapes of a and weights differ.", "pass axis=")
        k = physl._axis(axis, a.ndim)
        if w.shape[0] != a.shape[k]:
            raise ValueError("Shape of weights must be consistent with shape of a along specified axis.")
        w = np.broadcast_to(np.reshape(w, (1,) * k + w.shape + (1,) * (a.ndim - k - 1)), a.shape)
    total = np.sum(w, axis=axis, dtype=kind, keepdims=keepdims)
    if np.any(np.equal(total, 0)):
        raise ZeroDivisionError("Weights sum to zero, can't be normalized")
    mean = np.divide(np.sum(np.multiply(a, w), axis=axis, dtype=kind, keepdims=keepdims), total)
    if returned:
        return mean, np.multiply(np.ones_like(mean), total)
    return mean


def _edges(a, bins, range):
    """The edges of bins of one width."""
    if bins < 1:
        raise ValueError("`bins` must be positive, when an integer")
    low = 0.0
    high = 1.0
    if range is not None:
        low = float(range[0])
        high = float(range[1])
        if low > high:
            raise ValueError("max must be larger than min in range parameter.")
        if not (np.isfinite(low) and np.isfinite(high)):
            raise ValueError(f"supplied range of [{low}, {high}] is not finite")
    elif a.size > 0:
        low = float(np.min(a))
        high = float(np.max(a))
        if not (np.isfinite(low) and np.isfinite(high)):
            raise ValueError(f"autodetected range of [{low}, {high}] is not finite")
    if low == high:
        low = low - 0.5
        high = high + 0.5
    return np.linspace(low, high, bins + 1, dtype=a.dtype if a.dtype.kind == "f" else np.float64)


def histogram_bin_edges(a, bins=10, range=None, weights=None):
    """The edges of the bins of a histogram."""
    flat = np.ravel(np.asarray(a))
    if isinstance(bins, (int, np.integer)):
        return _edges(flat, bins, range)
    return np.asarray(bins)


def _even(flat, edges, weights, counts):
    """Items counted in bins of one width."""
    bins = counts.size
    low = edges[0]
    width = edges[bins] - low
    for i in range(flat.size):
        x = flat[i]
        if x >= low and x <= edges[bins]:
            k = int((x - low) / width * bins)
            if k == bins:
                k -= 1
            if x < edges[k]:
                k -= 1
            elif k != bins - 1 and x >= edges[k + 1]:
                k += 1
            if weights is None:
                counts[k] += 1
            else:
                counts[k] += weights[i]
    return counts


def _uneven(flat, edges, weights, counts):
    """Items counted in any bins."""
    bins = counts.size
    places = np.searchsorted(edges, flat, side="right")
    for i in range(flat.size):
        k = places[i] - 1
        if flat[i] == edges[bins]:
            k = bins - 1
        if k >= 0 and k < bins:
            if weights is None:
                counts[k] += 1
            else:
                counts[k] += weights[i]
    return counts


def _density(counts, edges):
    widths = np.diff(edges).astype(np.float64)
    return np.divide(np.divide(counts, widths), np.sum(counts))


def histogram(a, bins=10, range=None, density=None, weights=None):
    """How many items lie in each bin, and the edges of the bins."""
    flat = np.ravel(np.asarray(a))
    if isinstance(bins, str):
        physl._refuse("a rule for the number of bins is not supported", "give the number of bins, or their edges")
    if isinstance(bins, (int, np.integer)):
        if weights is None and not density and flat.dtype != np.float32:
            return physl.histogram(flat, bins, range)
        edges = _edges(flat, bins, range)
        if weights is None:
            counts = _even(flat, edges, None, np.zeros(edges.size - 1, dtype=np.int64))
        else:
            w = np.ravel(np.asarray(weights))
            if w.size != flat.size:
                raise ValueError("weights should have the same shape as a.")
            counts = _even(flat, edges, w, np.zeros(edges.size - 1, dtype=w.dtype))
        if density:
            return _density(counts, edges), edges
        return counts, edges
    edges = np.asarray(bins)
    if edges.ndim != 1:
        physl._refuse("`bins` must be 1d, when an array", "give the edges as a vector")
    if np.any(np.greater(edges[:-1], edges[1:])):
        raise ValueError("`bins` must increase monotonically, when an array")
    if weights is None:
        counts = _uneven(flat, edges, None, np.zeros(edges.size - 1, dtype=np.int64))
    else:
        w = np.ravel(np.asarray(weights))
        if w.size != flat.size:
            raise ValueError("weights should have the same shape as a.")
        counts = _uneven(flat, edges, w, np.zeros(edges.size - 1, dtype=w.dtype))
    if density:
        return _density(counts, edges), edges
    return counts, edges


def _axis_edges(x, bins, range):
    if isinstance(bins, (int, np.integer)):
        return _edges(x, bins, range)
    return np.asarray(bins, dtype=np.float64)


def _bin_of(x, edges):
    """The bin of each item, -1 outside."""
    places = np.searchsorted(edges, x, side="right") - 1
    last = edges.size - 1
    places = np.where(np.equal(x, edges[last]), last - 1, places)
    return np.where(np.logical_or(np.less(places, 0), np.greater_equal(places, last)), -1, places)


def histogram2d(x, y, bins=10, range=None, density=None, weights=None):
    """How many points lie in each cell, and the edges of the cells."""
    x = np.asarray(x, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    if x.size != y.size:
        raise ValueError("x and y must have the same length.")
    x_range = None if range is None else range[0]
    y_range = None if range is None else range[1]
    if isinstance(bins, (tuple, list)):
        x_edges = _axis_edges(x, bins[0], x_range)
        y_edges = _axis_edges(y, bins[1], y_range)
    else:
        x_edges = _axis_edges(x, bins, x_range)
        y_edges = _axis_edges(y, bins, y_range)
    # As in NumPy the counts are the inner part of a larger array, with cells for what lies outside.
    counts = np.zeros((x_edges.size + 1, y_edges.size + 1))[1:-1, 1:-1]
    rows = _bin_of(x, x_edges)
    columns = _bin_of(y, y_edges)
    for i in np.arange(x.size):
        if rows[i] >= 0 and columns[i] >= 0:
            if weights is None:
                counts[rows[i], columns[i]] += 1.0
            else:
                counts[rows[i], columns[i]] += weights[i]
    if density:
        areas = np.multiply(np.diff(x_edges)[:, None], np.diff(y_edges)[None, :])
        counts = np.divide(np.divide(counts, areas), np.sum(counts))
    return counts, x_edges, y_edges


def cumulative_sum(x, /, *, axis: static = None, dtype=None, out=None, include_initial=False):
    """Sums of the items so far."""
    x = np.asarray(x)
    if axis is None and x.ndim > 1:
        physl._refuse("For arrays which have more than one dimension ``axis`` argument is required.", "pass axis=")
    k = 0 if axis is None else axis
    total = np.cumsum(x, axis=k, dtype=dtype)
    if include_initial:
        first = np.zeros_like(np.take(total, np.arange(1), axis=k)) if total.shape[k] > 0 else total
        total = np.concatenate((first, total), axis=k)
    return _kept(total, out)


def cumulative_prod(x, /, *, axis: static = None, dtype=None, out=None, include_initial=False):
    """Products of the items so far."""
    x = np.asarray(x)
    if axis is None and x.ndim > 1:
        physl._refuse("For arrays which have more than one dimension ``axis`` argument is required.", "pass axis=")
    k = 0 if axis is None else axis
    total = np.cumprod(x, axis=k, dtype=dtype)
    if include_initial:
        first = np.ones_like(np.take(total, np.arange(1), axis=k)) if total.shape[k] > 0 else total
        total = np.concatenate((first, total), axis=k)
    return _kept(total, out)


def histogramdd(sample: shaped, bins=10, range=None, density=None, weights=None):
    """How many points lie in each cell of several dimensions, and the edges of the cells."""
    points = _points(sample)
    edges = ()
    counts = ()
    flat = np.zeros(points.shape[0], dtype=np.int64)
    outside = np.zeros(points.shape[0], dtype=np.bool_)
    cells = 1
    for k in _counted(sample):
        column = points[:, k]
        limits = None if range is None else range[k]
        wanted = bins if isinstance(bins, (int, np.integer)) else bins[k]
        line = _axis_edges(column, wanted, limits)
        place = _bin_of(column, line)
        outside = np.logical_or(outside, np.less(place, 0))
        flat = flat * (line.size - 1) + place
        cells = cells * (line.size - 1)
        edges = edges + (line,)
        counts = counts + (line.size - 1,)
    inside = np.flatnonzero(np.logical_not(outside))
    if weights is None:
        hist = np.bincount(flat[inside], minlength=cells).astype(np.float64)
    else:
        hist = np.bincount(flat[inside], weights=np.asarray(weights)[inside], minlength=cells)
    hist = np.reshape(hist, counts)
    if density:
        total = np.sum(hist)
        k = 0
        for line in edges:
            widths = np.diff(line)
            hist = hist / np.reshape(widths, (1,) * k + (widths.size,) + (1,) * (len(edges) - 1 - k))
            k += 1
        hist = hist / total
    return hist, list(edges)


def _points(sample):
    """A row for each point."""
    if isinstance(sample, (tuple, list)):
        return np.stack([np.asarray(line, dtype=np.float64) for line in sample], axis=1)
    made = np.asarray(sample, dtype=np.float64)
    return made if made.ndim == 2 else made[:, None]


def _counted(sample: shaped):
    """The numbers of the coordinates, which must be known."""
    if isinstance(sample, (tuple, list)):
        return physl._axes(None, len(sample))
    return physl._axes(None, sample.shape[1] if sample.ndim == 2 else 1)
