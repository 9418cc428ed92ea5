"""Random NumPy programs, made by running them: a statement that CPython refuses, or whose values grow, is not kept.

A program is one function without parameters that prints what it has computed. Values that depend on rounding are *loose*: they
are printed with a mark, compared with a tolerance, and never decide anything.
"""

import contextlib
import io
import random
import warnings

import numpy as np

from expressions import Expressions
from statements import STATEMENTS

HELPERS = '''
def add_to(a, k):
    a += k


def backwards(a):
    return a[::-1]


def bump_first(a, by=1):
    a[0] = a[0] + by
    return a


def mixed(a, b):
    c = a * 2 - b
    c[0] = b[0]
    return c, a


def either(a, b, t):
    if t > 3:
        return a
    return b


def smooth(a, n=1):
    for _ in range(n):
        a[1:-1] = (a[:-2] + a[1:-1] + a[2:]) // 3


def digits(n):
    total = 0
    while n > 0:
        total += n % 10
        n //= 10
    return total


def first_above(a, limit):
    for k in range(a.shape[0]):
        if a[k] > limit:
            return k
    return -1
'''

STARTS = [
    "np.arange({n}) * 7 % 11 - 3",
    "(np.arange({n}) * 5 % 13 - 4) / 8",
    "np.zeros({n}, dtype=np.int64)",
    "np.arange({n}) % 3 == 1",
    "(np.arange({n}) * 37 % 101).astype(np.uint8)",
    "(np.arange({n}) * 3 % 17 - 8).astype(np.int32)",
    "(np.arange({n}) % 9 - 4).astype(np.float32) / 4",
    "np.full({n}, 2.5)",
    "np.linspace(0.0, {n} * 0.5, {n} + 1)[:0:-1]",
]

#: Values beyond this end a statement's life, so that nothing overflows.
LIMIT = 1e7


class Program(Expressions):
    """A program under construction: its lines, and what its variables hold after them."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.lines = []
        self.loose = set()
        self.count = 0
        self.env = fresh()

    def name(self):
        self.count += 1
        return f"v{self.count}"

    def add(self, text, loose=()):
        """Runs a statement; keeps it if it works and its values stay small. `loose` names what it makes loose."""
        if not self.works(text):
            self.replay()
            return False
        self.lines.extend(text.split("\n"))
        self.loose.update(loose)
        return True

    def works(self, text):
        try:
            run(text, self.env)
        except Exception:
            return False
        return all(small(value) for name, value in self.env.items() if name.startswith("v"))

    def replay(self):
        """The state after the kept lines: views share their buffers again."""
        self.env = fresh()
        run("\n".join(self.lines), self.env)

    def source(self, name):
        body = self.lines + [self.shown(v) for v in self.variables()]
        return f"def {name}():\n" + "".join(f"    {line}\n" for line in body)

    def shown(self, name):
        mark = "~ " if name in self.loose else ""
        value = self.env[name]
        if isinstance(value, np.ndarray):
            return f'print("{mark}{name}", {name}.shape, {name}.dtype, {name})'
        return f'print("{mark}{name}", {name})'

    def variables(self):
        return sorted((name for name in self.env if name.startswith("v")), key=lambda name: int(name[1:]))


def fresh():
    env = {}
    exec("import numpy as np\n" + HELPERS, env)
    return env


def run(text, env):
    with warnings.catch_warnings(), np.errstate(all="raise", under="ignore"), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("error")
        exec(text, env)


def small(value):
    if isinstance(value, (bool, np.bool_, str)):
        return True
    if isinstance(value, np.ndarray):
        if value.ndim > 4 or value.size > 400:
            return False
        value = value.astype(np.float64) if value.dtype != np.float64 else value
        return value.size == 0 or bool(np.all(np.isfinite(value)) and np.abs(value).max() < LIMIT)
    if isinstance(value, (tuple, list)):
        return all(small(item) for item in value)
    return isinstance(value, (int, float, np.generic)) and abs(float(value)) < LIMIT


def generate(seed, statements=14):
    """The program of a seed."""
    program = Program(seed)
    rng = program.rng
    shapes = [(rng.randrange(3, 7),), (rng.randrange(2, 6), rng.randrange(2, 6)), (2, rng.randrange(2, 5), rng.randrange(2, 4))]
    for shape in shapes + [rng.choice(shapes)]:
        start = rng.choice(STARTS).format(n=int(np.prod(shape)))
        reshape = f"({start}).reshape{shape}" if len(shape) > 1 else start
        program.add(f"{program.name()} = {reshape}")
    kinds = [make for make, weight in STATEMENTS for _ in range(weight)]
    for _ in range(statements):
        rng.choice(kinds)(program)
    return program
