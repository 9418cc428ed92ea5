# COMPARE: exact
"""Functions passed about: through functions, tuples, ranges and records."""
import numpy as np


def trapezoid(f, a, b, n=100, *, args=()):
    xs = np.linspace(a, b, n + 1)
    ys = np.zeros(n + 1)
    for i in range(n + 1):
        ys[i] = f(xs[i], *args)
    return (b - a) / n * (ys.sum() - 0.5 * (ys[0] + ys[-1]))


def quadratic(x, p, q):
    return x * x + p * x + q


print(round(trapezoid(quadratic, 0.0, 1.0, args=(1.0, 2.0)), 4))


def rk4(f, y, t, h):
    k1 = f(t, y)
    k2 = f(t + h / 2, y + h / 2 * k1)
    k3 = f(t + h / 2, y + h / 2 * k2)
    k4 = f(t + h, y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


def solve(f, y0, steps, h=0.1):
    y = y0
    for i in range(steps):
        y = rk4(f, y, i * h, h)
    return y


print(round(solve(lambda t, y: -y, 1.0, 10), 8))
state = solve(lambda t, y: np.array([y[1], -y[0]]), np.array([1.0, 0.0]), 10)
print(np.round(state, 6))


def derivative(f, h=1e-5):
    return lambda x: (f(x + h) - f(x - h)) / (2 * h)


d = derivative(lambda x: x**3)
print(round(d(2.0), 4), round(derivative(d)(1.0), 2))


def over(r):
    total = 0
    for i in r:
        total += i
    return total, len(r)


print(over(range(5)), over(range(10, 0, -2)))

pairs = (("sum", lambda a, b: a + b), ("product", lambda a, b: a * b), ("power", pow))
for name, f in pairs:
    print(name, f(2, 5))


def configured(**options):
    def run(x):
        return x * options.get("scale", 1) + options["shift"]

    return run


print(configured(shift=1)(10), configured(scale=2.5, shift=0)(10))


def select(mode):
    fs = (min, max, sum)
    return fs[mode]


for m in range(3):
    print(select(m)((3, 1, 2)))


def bisect(f, lo, hi, tol=1e-10):
    if f(lo) * f(hi) > 0:
        return None
    while hi - lo > tol:
        mid = (lo + hi) / 2
        if f(lo) * f(mid) <= 0:
            hi = mid
        else:
            lo = mid
    return (lo + hi) / 2


root = bisect(lambda x: x * x - 2, 0, 2)
print(round(root, 8) if root is not None else "none", bisect(lambda x: x * x + 1, 0, 2))


def make_filter(kernel):
    half = len(kernel) // 2

    def apply(signal):
        n = len(signal)
        out = np.zeros(n)
        for i in range(n):
            for k in range(len(kernel)):
                j = i + k - half
                if 0 <= j < n:
                    out[i] += kernel[k] * signal[j]
        return out

    return apply


blur = make_filter(np.array([0.25, 0.5, 0.25]))
print(blur(np.array([0.0, 0.0, 4.0, 0.0, 0.0])), blur(blur(np.ones(3))))




def vectorised(f, xs):
    return np.array([f(x) for x in xs])


print(vectorised(lambda x: x * x + 1, (1.0, 2.0, 3.0)))
best = max(((k, -abs(k - 3)) for k in range(6)), key=lambda p: p[1])
print(best)
