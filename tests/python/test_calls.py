"""Arguments: arrays by reference, scalars, text, None, tuples, lists, dicts and sets."""

import numpy as np
import pytest

from phylanx import Phylanx


@Phylanx
def fill(a, value):
    a[...] = value


@Phylanx
def total(a):
    return a.sum()


@Phylanx
def kinds(b, i, f, c):
    if b:
        return i + 1, f / 2, c * 2
    return i - 1, f * 2, c


@Phylanx
def defaults(a, b=2, *, c=3):
    return a * 100 + b * 10 + c


def test_in_place_changes_are_seen():
    a = np.zeros((3, 4))
    assert fill(a, 2.5) is None
    assert (a == 2.5).all()


@pytest.mark.parametrize("dtype", ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float32", "float64", "complex64", "complex128"])
def test_every_dtype_goes_in_and_out(dtype):
    a = np.array([[1, 0, 1], [0, 1, 1]]).astype(dtype)

    def double(x):
        return x + x, x[0, 0]

    got, expected = Phylanx(double)(a), double(a)
    assert got[0].dtype == expected[0].dtype and (got[0] == expected[0]).all()
    assert type(got[1]) is type(expected[1]) and got[1] == expected[1]


def test_strided_arrays_are_passed_without_copies():
    whole = np.arange(60.0).reshape(6, 10)
    view = whole[::2, ::-3]
    expected = view.copy() * 0 + 700
    fill(view, 700.0)
    assert (view == expected).all()
    assert (whole == 700).sum() == view.size
    assert total(whole.T) == whole.sum()
    assert total(np.asfortranarray(whole)) == whole.sum()
    assert total(np.broadcast_to(np.float64(2), (3, 4))) == 24


def test_zero_size_and_zero_dimensions():
    assert total(np.zeros((0, 3))) == 0
    assert total(np.array(4.0)) == 4
    a = np.zeros((2, 0))
    fill(a, 1.0)
    assert a.shape == (2, 0)


def test_read_only_arrays_are_read_and_not_written():
    a = np.arange(4.0)
    a.flags.writeable = False
    assert total(a) == 6
    with pytest.raises(ValueError, match="assignment destination is read-only"):
        fill(a, 1.0)
    assert (a == np.arange(4.0)).all()


def test_overlapping_arguments_alias():
    def shift(a, b):
        for i in range(len(b)):
            b[i] = a[i] + 1

    mine, numpys = np.zeros(5), np.zeros(5)
    Phylanx(shift)(mine[:-1], mine[1:])
    shift(numpys[:-1], numpys[1:])
    assert (mine == numpys).all() and mine[-1] == 4


def test_scalars_are_pythons_own():
    got = kinds(True, 3, 1.5, 1 + 2j)
    assert got == (4, 0.75, 2 + 4j)
    assert [type(item) for item in got] == [int, float, complex]
    assert kinds(False, 3, 1.5, 1j) == (2, 3.0, 1j)


def test_numpy_scalars_keep_their_type():
    @Phylanx
    def add(a, b):
        return a + b

    for left, right in [(np.float32(1.5), np.float32(2)), (np.int8(3), np.int8(-5)), (np.uint16(7), np.uint16(9)), (np.float64(1), 2), (np.complex64(1 + 2j), np.complex64(1))]:
        got, expected = add(left, right), left + right
        assert type(got) is type(expected) and got == expected


def test_specialised_per_type_and_not_per_value_or_shape():
    @Phylanx
    def f(a, n):
        return a[0] + n

    assert f(np.ones(3), 1) == 2 and f(np.ones(5), 100) == 101
    assert len(f._known) == 1
    assert f(np.ones(3, dtype=int), 1) == 2
    assert f(np.ones(3), 1.5) == 2.5
    assert len(f._known) == 3


def test_defaults_and_names():
    assert defaults(1) == 123
    assert defaults(1, 5) == 153
    assert defaults(b=4, a=2) == 243
    assert defaults(1, 2, c=9) == 129


@pytest.mark.parametrize(
    "args, kwargs",
    [((), {}), ((1, 2, 3), {}), ((1,), {"d": 4}), ((1,), {"a": 2}), ((1, 2, 3, 4), {})],
)
def test_a_wrong_number_of_arguments_is_pythons_own_error(args, kwargs):
    with pytest.raises(TypeError) as python:
        defaults.__wrapped__(*args, **kwargs)
    with pytest.raises(TypeError) as ours:
        defaults(*args, **kwargs)
    assert str(ours.value) == str(python.value)


def test_text_none_and_tuples():
    @Phylanx
    def f(text, nothing, pair):
        if nothing is None:
            return text.upper() + str(pair[0]), pair[1][0] + pair[1][1].sum()
        return text, 0.0

    assert f("abç", None, (5, (1.5, np.ones(3)))) == ("ABÇ5", 4.5)


def test_lists_are_changed_in_place():
    @Phylanx
    def f(items, n):
        items.append(n)
        items[0] = items[0] * 10
        return len(items)

    items = [1, 2, 3]
    assert f(items, 4) == 4
    assert items == [10, 2, 3, 4]


def test_lists_of_arrays_and_of_lists():
    @Phylanx
    def f(arrays, rows):
        for a in arrays:
            a += 1
        rows[0].append(7)
        rows.append([9])
        return sum([a.sum() for a in arrays])

    arrays, rows = [np.zeros(2), np.ones(3)], [[1], [2]]
    first = rows[0]
    assert f(arrays, rows) == 8
    assert (arrays[0] == 1).all() and (arrays[1] == 2).all()
    assert rows == [[1, 7], [2], [9]] and rows[0] is first


def test_dicts_and_sets():
    @Phylanx
    def f(counts, seen):
        for word in ["a", "b", "a"]:
            counts[word] = counts.get(word, 0) + 1
            seen.add(word)
        return sorted(counts.keys())

    counts, seen = {"z": 1}, {"q"}
    assert f(counts, seen) == ["a", "b", "z"]
    assert counts == {"z": 1, "a": 2, "b": 1} and seen == {"q", "a", "b"}


def test_an_unsupported_argument_is_named():
    with pytest.raises(TypeError, match=r"^total\(\) argument 'a' is an array of dtype object"):
        total(np.array([None, 1], dtype=object))
    with pytest.raises(TypeError, match=r"^total\(\) argument 'a' is an array of dtype <U3"):
        total(np.array(["abc"]))
    with pytest.raises(TypeError, match=r"^fill\(\) argument 'value' is of type Exception"):
        fill(np.zeros(3), Exception())
    with pytest.raises(TypeError, match=r"^total\(\) argument 'a' is an array of dtype >f8"):
        total(np.zeros(3, dtype=">f8"))
    with pytest.raises(OverflowError):
        defaults(2**70)


def test_methods():
    class Box:
        @Phylanx
        def get(self, n):
            return n

    with pytest.raises(TypeError, match=r"^get\(\) argument 'self' is of type"):
        Box().get(3)


@Phylanx
def kernel(a, n):
    total = 0.0
    for i in range(n):
        a[1:] = a[:-1] * 2.0 + strided(a, i)
        total += a.sum()
    return total


def strided(a, i):
    return a[i % 2 :: 2].max() + (a @ a) * 0.0


def test_functions_may_be_called_what_parts_of_the_compiler_are():
    mine, numpys = np.ones(6), np.ones(6)
    assert kernel(mine, 3) == kernel.__wrapped__(numpys, 3)
    assert (mine == numpys).all()
