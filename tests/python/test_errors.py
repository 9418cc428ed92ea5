"""Refusals and exceptions."""

import inspect
import traceback
import warnings

import numpy as np
import pytest

from phylanx import CompileError, FallbackWarning, Phylanx

CALLS = 0
THINGS = {"a": 1}


class Odd(Exception):
    pass


@Phylanx
def index(a, i):
    x = 1
    return a[i] + x


@Phylanx
def outer(a, i):
    return index(a, i)


def line_of(function, text):
    lines, first = inspect.getsourcelines(function.__wrapped__)
    return first + next(at for at, line in enumerate(lines) if text in line)


def test_an_exception_has_the_users_lines():
    with pytest.raises(IndexError, match="index 10 is out of bounds for axis 0 with size 3") as caught:
        outer(np.zeros(3), 10)
    frames = traceback.extract_tb(caught.value.__traceback__)[-2:]
    assert [(frame.filename, frame.name) for frame in frames] == [(__file__, "outer"), (__file__, "index")]
    assert [frame.lineno for frame in frames] == [line_of(outer, "index(a"), line_of(index, "a[i]")]
    assert frames[-1].line == "return a[i] + x"


@pytest.mark.parametrize(
    "body, args",
    [
        ("return 1 // n", (0,)),
        ("return int('x' * n)", (3,)),
        ("return {'a': n}['b' * n]", (2,)),
        ("return {1: n}[n + 1]", (2,)),
        ("raise ValueError(n, 'two')", (5,)),
        ("raise ValueError", (5,)),
        ("raise RuntimeError(f'text {n}')", (5,)),
        ("assert n < 0, 'message'", (5,)),
        ("return np.zeros(3) + np.zeros(n)", (4,)),
        ("return np.linalg.inv(np.zeros((n, n)))", (2,)),
        ("return [1, 2][n]", (9,)),
        ("open('/nowhere/file' + str(n))", (1,)),
        ("raise Odd('mine', n)", (1,)),
        ("raise StopIteration(n)", (1,)),
        ("raise SystemExit(n)", (7,)),
    ],
)
def test_exceptions_are_pythons(module, body, args):
    made = module("px_raises", f"import numpy as np\nfrom phylanx import Phylanx\n\nclass Odd(Exception):\n    pass\n\n@Phylanx\ndef f(n):\n    {body}\n")
    with pytest.raises(BaseException) as python:
        made.f.__wrapped__(*args)
    with pytest.raises(BaseException) as ours:
        made.f(*args)
    assert type(ours.value) is type(python.value)
    assert str(ours.value) == str(python.value)
    assert ours.value.args == python.value.args
    assert traceback.extract_tb(ours.value.__traceback__)[-1].lineno == 9


def test_after_an_exception_calls_go_on():
    for _ in range(100):
        with pytest.raises(IndexError):
            index(np.zeros(2), 5)
    assert index(np.zeros(2), 1) == 1


def test_a_refusal_is_the_diagnostic_with_file_and_line():
    @Phylanx
    def f(a):
        b = a + 1
        return b.tobytes_of_nothing()

    with pytest.raises(CompileError) as caught:
        f(np.zeros(2))
    error = caught.value
    assert error.filename == __file__ and error.lineno == line_of(f, "tobytes")
    assert str(error).startswith(f"{__file__}:{error.lineno}:")
    assert "tobytes_of_nothing" in str(error)


def test_what_lies_outside_is_explained():
    @Phylanx
    def f(x):
        return x + THINGS["a"]

    with pytest.raises(CompileError, match="note: `THINGS` is of type dict"):
        f(1)

    @Phylanx
    def g(x):
        global CALLS
        CALLS += 1
        return x

    with pytest.raises(CompileError, match="assigns the variable `CALLS`, which lives outside"):
        g(1)

    with pytest.raises(CompileError, match="lambda"):
        Phylanx(lambda x: x)(1)

    @Phylanx
    def h(*args):
        return args

    with pytest.raises(CompileError, match="any number of arguments"):
        h(1)


def test_fallback_runs_in_the_interpreter_and_says_so_once():
    @Phylanx(fallback="python")
    def f(x, *, y=1):
        return x + THINGS["a"] + y

    with pytest.warns(FallbackWarning, match="THINGS"):
        assert f(1) == 3
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert f(2, y=5) == 8


def test_wrong_options_are_refused():
    with pytest.raises(TypeError, match="unexpected keyword argument 'fallbakc'"):
        Phylanx(fallbakc="python")
    with pytest.raises(ValueError, match="float='exact'"):
        Phylanx(float="exact")
    with pytest.raises(TypeError, match="functions written in Python"):
        Phylanx(len)
