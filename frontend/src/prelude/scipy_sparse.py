"""scipy.sparse: matrices of compressed rows (CSR)."""
import numpy as np
import scipy.sparse


def _method_csr_matrix(a):
    """Values, columns and row starts of what is not zero in a dense matrix."""
    rows, columns = np.nonzero(a)
    indptr = np.zeros(a.shape[0] + 1, dtype=np.int32)
    indptr[1:] = np.cumsum(np.bincount(rows, minlength=a.shape[0]))
    return a[rows, columns], columns.astype(np.int32), indptr


def _method_csr_array(a):
    """The name by which `csr_array` asks for this file."""
    return scipy.sparse._method_csr_matrix(a)


def _csr_from_places(data, rows, columns, height, width):
    """From values and their places; values at one place are added."""
    order = np.argsort(rows.astype(np.int64) * width + columns, kind="stable")
    kept = np.zeros(data.size, dtype=data.dtype)
    places = np.zeros(data.size, dtype=np.int32)
    indptr = np.zeros(height + 1, dtype=np.int32)
    count, last_row, last_column = 0, -1, -1
    for k in range(order.size):
        at = order[k]
        row, column = int(rows[at]), int(columns[at])
        if row < 0 or row >= height or column < 0 or column >= width:
            raise ValueError("a place lies outside of the matrix")
        if row == last_row and column == last_column:
            kept[count - 1] += data[at]
        else:
            kept[count] = data[at]
            places[count] = column
            indptr[row + 1] += 1
            count += 1
            last_row, last_column = row, column
    for row in range(height):
        indptr[row + 1] += indptr[row]
    return kept[:count].copy(), places[:count].copy(), indptr


def _csr_height(columns):
    """The extent that places ask for."""
    return int(columns.max()) + 1 if columns.size > 0 else 0


def _csr_check(data, indices, indptr, height, width):
    """What scipy checks of the parts of a matrix."""
    if indptr.size != height + 1:
        raise ValueError(f"index pointer size {indptr.size} should be {height + 1}")
    if indices.size != data.size:
        raise ValueError("indices and data should have the same size")
    if indptr[0] != 0:
        raise ValueError("index pointer should start with 0")
    if indptr[height] > indices.size:
        raise ValueError("Last value of index pointer should be less than the size of index and data arrays")


def _csr_dot_vector(data, indices, indptr, width, x):
    """A matrix and a vector."""
    if x.shape[0] != width:
        raise ValueError(f"dimension mismatch: {width} columns and {x.shape[0]} elements")
    y = np.zeros(indptr.size - 1, dtype=np.result_type(data, x))
    for row in range(indptr.size - 1):
        total = y[row]
        for at in range(indptr[row], indptr[row + 1]):
            total += data[at] * x[indices[at]]
        y[row] = total
    return y


def _csr_dot_dense(data, indices, indptr, width, x):
    """A matrix and a dense one."""
    if x.shape[0] != width:
        raise ValueError(f"dimension mismatch: {width} columns and {x.shape[0]} rows")
    y = np.zeros((indptr.size - 1, x.shape[1]), dtype=np.result_type(data, x))
    for row in range(indptr.size - 1):
        for at in range(indptr[row], indptr[row + 1]):
            y[row] += data[at] * x[indices[at]]
    return y


def _csr_dense(data, indices, indptr, width):
    """As a dense matrix."""
    a = np.zeros((indptr.size - 1, width), dtype=data.dtype)
    for row in range(indptr.size - 1):
        for at in range(indptr[row], indptr[row + 1]):
            a[row, indices[at]] += data[at]
    return a


def _csr_transposed(data, indices, indptr, width):
    """Values, columns and row starts of the transposed matrix."""
    starts = np.zeros(width + 1, dtype=np.int32)
    for at in range(data.size):
        starts[indices[at] + 1] += 1
    for column in range(width):
        starts[column + 1] += starts[column]
    free = starts.copy()
    values = np.zeros(data.size, dtype=data.dtype)
    places = np.zeros(data.size, dtype=np.int32)
    for row in range(indptr.size - 1):
        for at in range(indptr[row], indptr[row + 1]):
            place = free[indices[at]]
            values[place] = data[at]
            places[place] = row
            free[indices[at]] = place + 1
    return values, places, starts


def _csr_rows(indptr):
    """The row of each value."""
    rows = np.zeros(int(indptr[indptr.size - 1]), dtype=np.int32)
    for row in range(indptr.size - 1):
        rows[indptr[row]:indptr[row + 1]] = row
    return rows


def _csr_product(data, indices, indptr, width, other, columns, starts, other_width):
    """Two sparse matrices multiplied, columns in order."""
    if width != starts.size - 1:
        raise ValueError(f"dimension mismatch: {width} columns and {starts.size - 1} rows")
    height = indptr.size - 1
    row_of_result = np.zeros(other_width, dtype=np.result_type(data, other))
    seen = np.full(other_width, -1)
    counts = np.zeros(height + 1, dtype=np.int32)
    for row in range(height):
        for at in range(indptr[row], indptr[row + 1]):
            for k in range(starts[indices[at]], starts[indices[at] + 1]):
                if seen[columns[k]] != row:
                    seen[columns[k]] = row
                    counts[row + 1] += 1
    for row in range(height):
        counts[row + 1] += counts[row]
    total = int(counts[height])
    values = np.zeros(total, dtype=row_of_result.dtype)
    places = np.zeros(total, dtype=np.int32)
    seen[:] = -1
    for row in range(height):
        count = int(counts[row])
        for at in range(indptr[row], indptr[row + 1]):
            for k in range(starts[indices[at]], starts[indices[at] + 1]):
                column = columns[k]
                if seen[column] != row:
                    seen[column] = row
                    row_of_result[column] = 0
                    places[count] = column
                    count += 1
                row_of_result[column] += data[at] * other[k]
        places[int(counts[row]):count] = np.sort(places[int(counts[row]):count])
        for k in range(int(counts[row]), count):
            values[k] = row_of_result[places[k]]
    return values, places, counts


def _csr_sum(data, indices, indptr, width, other, columns, starts, sign: static):
    """Two sparse matrices added or taken away."""
    both = np.concatenate((data, other if sign > 0 else -other))
    rows = np.concatenate((scipy.sparse._csr_rows(indptr), scipy.sparse._csr_rows(starts)))
    return scipy.sparse._csr_from_places(both, rows, np.concatenate((indices, columns)), indptr.size - 1, width)


def _csr_diagonal(data, indices, indptr, width):
    """What lies on the diagonal."""
    diagonal = np.zeros(min(indptr.size - 1, width), dtype=data.dtype)
    for row in range(diagonal.size):
        for at in range(indptr[row], indptr[row + 1]):
            if indices[at] == row:
                diagonal[row] += data[at]
    return diagonal
