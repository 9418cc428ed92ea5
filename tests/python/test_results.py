"""Results: arrays that own their memory or alias arguments as in Python, and containers."""

import numpy as np

from phylanx import Phylanx


def compare(function, *args):
    got, expected = Phylanx(function)(*args), function(*args)
    assert type(got) is type(expected)
    assert repr(got) == repr(expected)


def test_new_arrays_are_the_callers():
    @Phylanx
    def make(n):
        return np.arange(n) * 2.0

    for n in [0, 3, 100_000]:
        a, b = make(n), make(n)
        assert a.dtype == np.float64 and a.shape == (n,) and a.flags.writeable
        a[:] = -1
        assert (b == np.arange(n) * 2.0).all()


def test_an_argument_that_is_returned_is_itself():
    @Phylanx
    def same(a):
        return a

    a = np.arange(3.0)
    assert same(a) is a


def test_a_view_of_an_argument_is_a_view():
    @Phylanx
    def rows(a):
        return a[1:, ::2]

    a = np.arange(12.0).reshape(3, 4)
    view = rows(a)
    assert np.shares_memory(view, a) and (view == a[1:, ::2]).all()
    view[0, 0] = 100
    assert a[1, 0] == 100
    del a
    assert view[0, 0] == 100


def test_a_copy_of_an_argument_is_a_copy():
    @Phylanx
    def copies(a):
        return a.copy(), np.array(a), a + 0

    a = np.arange(3.0)
    for copy in copies(a):
        assert not np.shares_memory(copy, a) and (copy == a).all()


def test_results_alias_one_another():
    @Phylanx
    def both(n):
        a = np.zeros(n)
        return a, a[2:], a

    for n in [5, 50_000]:
        a, tail, again = both(n)
        tail[:] = 1
        assert a.sum() == n - 2 and again is a or np.shares_memory(again, a)


def test_transposed_results():
    @Phylanx
    def turned(n):
        return np.arange(n * 2.0).reshape(n, 2).T

    got = turned(4)
    assert got.shape == (2, 4) and (got == np.arange(8.0).reshape(4, 2).T).all()


def test_containers():
    compare(lambda_list, 3)
    compare(nested, 2)
    compare(words, "to be or not to be")
    compare(maybe, -1)
    compare(maybe, 1)
    compare(mixed, 3)
    compare(numbers, 2)
    compare(record, 4)
    compare(spans, 4)


def lambda_list(n):
    return [i * 1.5 for i in range(n)]


def nested(n):
    return [[i, i + 1] for i in range(n)], (n, (n, "x")), {1, 2}, frozenset([3])


def words(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def maybe(n):
    if n > 0:
        return n
    return None


def mixed(n):
    out = []
    for i in range(n):
        if i == 1:
            out.append(i)
        else:
            out.append(i / 2)
    return out


def numbers(n):
    return n, n / 2, n > 1, complex(n, 1), np.float32(n), np.int16(n), str(n), None


def record(n):
    return {"n": n, "half": n / 2, "text": "t"}


def spans(n):
    return range(n, 10, 2), divmod(7, n), ()


def test_arrays_inside_containers():
    def parts(a):
        return {"first": a[0], "rest": [a[1:], a * 2]}

    a = np.arange(4.0)
    got = Phylanx(parts)(a)
    assert got["first"] == 0 and np.shares_memory(got["rest"][0], a)
    assert (got["rest"][1] == a * 2).all()


def test_the_same_list_comes_back():
    @Phylanx
    def same(items):
        items.append(1)
        return items

    items = [0]
    assert same(items) is items and items == [0, 1]
