# COMPARE: exact
"""Interval arithmetic, fractions and polynomials with operators."""
from functools import total_ordering, reduce
from math import gcd
import operator

@total_ordering
class Fraction:
    __slots__ = ("num", "den")
    def __init__(self, num, den=1):
        if den == 0:
            raise ZeroDivisionError("Fraction(%d, 0)" % num)
        g = gcd(num, den)
        if den < 0:
            g = -g
        self.num, self.den = num // g, den // g
    def __add__(self, o):
        o = Fraction.of(o)
        return Fraction(self.num * o.den + o.num * self.den, self.den * o.den)
    __radd__ = __add__
    def __sub__(self, o):
        return self + (-Fraction.of(o))
    def __neg__(self):
        return Fraction(-self.num, self.den)
    def __mul__(self, o):
        o = Fraction.of(o)
        return Fraction(self.num * o.num, self.den * o.den)
    __rmul__ = __mul__
    def __truediv__(self, o):
        o = Fraction.of(o)
        return Fraction(self.num * o.den, self.den * o.num)
    def __pow__(self, n):
        return reduce(operator.mul, [self] * n, Fraction(1))
    def __eq__(self, o):
        o = Fraction.of(o)
        return self.num == o.num and self.den == o.den
    def __lt__(self, o):
        o = Fraction.of(o)
        return self.num * o.den < o.num * self.den
    def __float__(self):
        return self.num / self.den
    def __hash__(self):
        return hash((self.num, self.den))
    def __repr__(self):
        return f"{self.num}/{self.den}" if self.den != 1 else str(self.num)
    @staticmethod
    def of(x):
        return x if isinstance(x, Fraction) else Fraction(x)

a, b = Fraction(1, 2), Fraction(-3, 4)
print(a + b, a - b, a * b, a / b, a ** 3, 1 + a, 2 * b, -a, float(b))
print(a > b, a >= Fraction(2, 4), a == Fraction(3, 6), max([a, b, Fraction(2, 3)]), sorted([a, b, Fraction(1, 3)]))
print(sum([Fraction(1, k) for k in range(1, 8)], Fraction(0)))
try:
    a / 0
except ZeroDivisionError as e:
    print("error:", e)

class Poly:
    def __init__(self, *coef):
        c = list(coef)
        while len(c) > 1 and c[-1] == 0:
            c.pop()
        self.c = c
    @property
    def degree(self):
        return len(self.c) - 1
    def __call__(self, x):
        total = 0
        for k in reversed(self.c):
            total = total * x + k
        return total
    def __add__(self, other):
        n = max(len(self.c), len(other.c))
        a = self.c + [0] * (n - len(self.c))
        b = other.c + [0] * (n - len(other.c))
        return Poly(*[x + y for x, y in zip(a, b)])
    def __mul__(self, other):
        out = [0] * (len(self.c) + len(other.c) - 1)
        for i, x in enumerate(self.c):
            for j, y in enumerate(other.c):
                out[i + j] += x * y
        return Poly(*out)
    def derivative(self):
        return Poly(*[k * x for k, x in enumerate(self.c)][1:] or [0])
    def __str__(self):
        terms = []
        for k in range(self.degree, -1, -1):
            if self.c[k]:
                head = "" if abs(self.c[k]) == 1 and k else str(abs(self.c[k]))
                var = "" if k == 0 else "x" if k == 1 else f"x^{k}"
                terms.append(("-" if self.c[k] < 0 else "+", head + var))
        if not terms:
            return "0"
        s = "".join(f" {sign} {t}" for sign, t in terms)
        return s[3:] if s.startswith(" +") else "-" + s[3:]

p = Poly(1, -3, 0, 2)
q = Poly(-1, 1)
print(p, "|", q, "|", p * q, "|", p + q, "|", p.derivative())
print(p(2), p(0.5), (p * q).degree, [p(k) for k in range(-2, 3)])
