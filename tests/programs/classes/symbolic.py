# COMPARE: exact
"""An expression tree with visitors."""
class Expr:
    def __add__(self, other): return Add(self, wrap(other))
    def __radd__(self, other): return Add(wrap(other), self)
    def __mul__(self, other): return Mul(self, wrap(other))
    def __rmul__(self, other): return Mul(wrap(other), self)
    def __neg__(self): return Mul(Num(-1.0), self)

class Num(Expr):
    def __init__(self, v): self.v = v
    def ev(self, env): return self.v
    def diff(self, x): return Num(0.0)
    def __str__(self): return f"{self.v:g}"

class Var(Expr):
    def __init__(self, name): self.name = name
    def ev(self, env): return env[self.name]
    def diff(self, x): return Num(1.0 if self.name == x else 0.0)
    def __str__(self): return self.name

class Add(Expr):
    def __init__(self, a, b): self.a, self.b = a, b
    def ev(self, env): return self.a.ev(env) + self.b.ev(env)
    def diff(self, x): return self.a.diff(x) + self.b.diff(x)
    def __str__(self): return f"({self.a} + {self.b})"

class Mul(Expr):
    def __init__(self, a, b): self.a, self.b = a, b
    def ev(self, env): return self.a.ev(env) * self.b.ev(env)
    def diff(self, x): return self.a.diff(x) * self.b + self.a * self.b.diff(x)
    def __str__(self): return f"{self.a}*{self.b}"

def wrap(v):
    return v if isinstance(v, Expr) else Num(float(v))

def simplify(e):
    if isinstance(e, Add):
        a, b = simplify(e.a), simplify(e.b)
        if isinstance(a, Num) and a.v == 0: return b
        if isinstance(b, Num) and b.v == 0: return a
        if isinstance(a, Num) and isinstance(b, Num): return Num(a.v + b.v)
        return Add(a, b)
    if isinstance(e, Mul):
        a, b = simplify(e.a), simplify(e.b)
        for p, q in ((a, b), (b, a)):
            if isinstance(p, Num):
                if p.v == 0: return Num(0.0)
                if p.v == 1: return q
        return Mul(a, b)
    return e

x, y = Var("x"), Var("y")
f = 3 * x * x + x * y + 2
print(f)
print(f.ev({"x": 2.0, "y": 5.0}))
d = f.diff("x")
print(d)
s = simplify(d)
print(s, s.ev({"x": 2.0, "y": 5.0}))
