"""What a function reaches: other functions, constants, arrays, closures, other modules."""

import math
import math as m
from math import sqrt as root

import numpy
import numpy as np
import numpy as anything
from numpy import sin
from numpy.linalg import norm

from phylanx import Phylanx

SCALE = 3
NAME = "abc"
PAIR = (2, (0.5, True))
TABLE = np.arange(4.0)
SMALL = np.float32(1.5)
LIMIT = float("inf")


def helper(x):
    return x * SCALE + deeper(x)


@Phylanx
def deeper(x):
    return x + PAIR[0] + PAIR[1][0]


@Phylanx
def uses(x):
    return helper(x), NAME + "d", TABLE.sum(), SMALL + np.float32(1), LIMIT > x


@Phylanx
def libraries(x):
    return math.sqrt(x) + m.floor(x) + root(x) + sin(x) + numpy.cos(x) + anything.tanh(x) + norm(np.array([x, x])) + np.linalg.norm(np.ones(2))


@Phylanx
def reads_table(i):
    return TABLE[i]


@Phylanx
def writes_table(i, value):
    TABLE[i] = value
    return TABLE


@Phylanx
def both_names(a):
    a[0] = 42.0
    return TABLE[0]


def test_functions_and_constants():
    got, expected = uses(2.0), uses.__wrapped__(2.0)
    assert got == expected
    assert [type(item) for item in got] == [type(item) for item in expected]


def test_libraries_under_any_name():
    assert math.isclose(libraries(2.5), libraries.__wrapped__(2.5), rel_tol=1e-12)


def test_a_changed_constant_is_noticed(monkeypatch):
    assert uses(1.0)[0] == 1 * 3 + 3.5
    monkeypatch.setitem(globals(), "SCALE", 10)
    assert uses(1.0)[0] == 1 * 10 + 3.5
    monkeypatch.setitem(globals(), "SCALE", 0.5)
    assert uses(1.0)[0] == 1 * 0.5 + 3.5


def test_a_changed_function_is_noticed(monkeypatch):
    def other(x):
        return -x

    assert uses(1.0)[0] == 6.5
    monkeypatch.setitem(globals(), "helper", other)
    assert uses(1.0)[0] == -1


def test_arrays_of_the_module_are_shared(monkeypatch):
    monkeypatch.setitem(globals(), "TABLE", np.arange(4.0))
    assert reads_table(2) == 2
    TABLE[2] = 9
    assert reads_table(2) == 9
    assert writes_table(1, 7.0) is TABLE and TABLE[1] == 7
    monkeypatch.setitem(globals(), "TABLE", np.arange(10, 20))
    assert reads_table(2) == 12 and type(reads_table(2)) is np.int64


def test_an_argument_may_be_an_array_of_the_module(monkeypatch):
    monkeypatch.setitem(globals(), "TABLE", np.arange(4.0))
    assert both_names(TABLE) == 42
    assert both_names(np.zeros(3)) == 42
    TABLE[0] = 1
    assert both_names(np.zeros(3)) == 1


STEP = 2


def stepped(x, step=STEP, *, scale=STEP * 2, é=(STEP, 1.5)):
    return x + step * scale + é[0]


STEP = 50


def test_defaults_are_those_of_the_definition():
    @Phylanx
    def f(x):
        return stepped(x), stepped(x, 1, scale=3)

    assert f(1) == (11, 6)


def make(k, weights):
    def inner(x):
        return x * k + weights[0]

    @Phylanx
    def outer(x):
        return inner(x) + k * SCALE

    return outer


def test_closures():
    weights = np.array([0.5])
    two, three = make(2, weights), make(3, weights)
    assert two(10) == 20.5 + 6 and three(10) == 30.5 + 9
    weights[0] = 1
    assert two(10) == 21 + 6


def test_a_changed_cell_is_noticed():
    k = 1

    @Phylanx
    def f(x):
        return x + k

    assert f(1) == 2
    k = 5
    assert f(1) == 6


def test_recursion():
    assert fibonacci(15) == 610


@Phylanx
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def test_other_modules(module):
    inner = module("px_inner", "FACTOR = 2\n\ndef scaled(x):\n    return x * FACTOR\n")
    outer = module("px_outer", "import px_inner\nfrom px_inner import scaled as s\nimport numpy as np\nfrom phylanx import Phylanx\n\n@Phylanx\ndef f(a):\n    return s(a) + px_inner.scaled(a) + px_inner.FACTOR\n")
    assert (outer.f(np.ones(2)) == 6).all()
    inner.FACTOR = 5
    assert (outer.f(np.ones(2)) == 15).all()


def test_classes_of_the_module():
    @Phylanx
    def f(x):
        p = Point(x, 2 * x)
        return p.norm2()

    assert f(3.0) == 45


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def norm2(self):
        return self.x * self.x + self.y * self.y


def test_printing_goes_through_sys_stdout(capsys):
    @Phylanx
    def shout(a):
        print("values", a, a.sum())

    print("before")
    shout(np.arange(3))
    print("after")
    assert capsys.readouterr().out == "before\nvalues [0 1 2] 3\nafter\n"


def test_random_text_of_constants():
    @Phylanx
    def f():
        return ODD

    assert f() == ODD


ODD = "quote ' \" \\ \n é"


# fmt: off
@Phylanx
def odd_layout(
    a,
    b=(1,
2),
):
    """Text that goes
on at the margin
    """
    text = """
def no_function():
"""
# a comment at the margin
    if a > 0:
        return (text.strip(), a +
b[1])

    return "", 0
# fmt: on


def test_definitions_of_any_layout():
    assert odd_layout(1) == ("def no_function():", 3)
    assert odd_layout(-1, (3, 4)) == ("", 0)
