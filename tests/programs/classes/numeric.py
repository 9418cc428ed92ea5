# COMPARE: exact
import numpy as np
import math
import cmath
class Polynomial:
    def __init__(self, coeffs):
        self.c = np.array(coeffs, dtype=float)
    def __call__(self, x):
        y = np.zeros_like(np.asarray(x, dtype=float))
        for k in self.c[::-1]:
            y = y * x + k
        return y
    def deriv(self):
        return Polynomial(self.c[1:] * np.arange(1, len(self.c)))
    def __add__(self, o):
        n = max(len(self.c), len(o.c))
        r = np.zeros(n)
        r[:len(self.c)] += self.c
        r[:len(o.c)] += o.c
        return Polynomial(r)
    def __mul__(self, o):
        return Polynomial(np.convolve(self.c, o.c))
    def __repr__(self):
        return "Polynomial(" + ", ".join(f"{v:g}" for v in self.c) + ")"
p = Polynomial([1, 2, 3])
print(p, p(2.0), p(np.array([0.0, 1.0])), p.deriv(), p + Polynomial([1]), p * p)
class RungeKutta:
    methods = {"euler": 1, "rk4": 4}
    def __init__(self, f, method="rk4"):
        self.f = f
        self.order = RungeKutta.methods[method]
        self.calls = 0
    def rhs(self, t, y):
        self.calls += 1
        return self.f(t, y)
    def step(self, t, y, h):
        if self.order == 1:
            return y + h * self.rhs(t, y)
        k1 = self.rhs(t, y)
        k2 = self.rhs(t + h / 2, y + h / 2 * k1)
        k3 = self.rhs(t + h / 2, y + h / 2 * k2)
        k4 = self.rhs(t + h, y + h * k3)
        return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    def solve(self, y0, t0, t1, n):
        ts = np.linspace(t0, t1, n + 1)
        ys = [np.array(y0, dtype=float)]
        for i in range(n):
            ys.append(self.step(ts[i], ys[-1], ts[i + 1] - ts[i]))
        return ts, np.array(ys)
rk = RungeKutta(lambda t, y: np.array([y[1], -y[0]]))
ts, ys = rk.solve([1.0, 0.0], 0, 2 * math.pi, 100)
print(ys.shape, rk.calls, abs(ys[-1] - [1, 0]).max() < 1e-5)
print(cmath.sqrt(-1), cmath.exp(1j * math.pi).real, abs(3 + 4j), (1 + 2j).conjugate(), complex(1, 2) * 2)
print(math.gcd(12, 18), math.factorial(10), math.comb(5, 2), math.isclose(0.1 + 0.2, 0.3), math.hypot(3, 4), math.floor(-2.5), divmod(-7, 3), -7 // 2, -7 % 3, 7 % -3, round(2.5), round(-1.567, 2), pow(2, 10, 1000))
data = {"a": [1.0, 2.0, 3.0], "b": [4.0, 6.0]}
stats = {k: (np.mean(v), np.std(v), len(v)) for k, v in data.items()}
for k, (m, s, n) in stats.items():
    print(k, round(m, 3), round(s, 3), n)
history = []
x = 1.0
for it in range(20):
    x_new = 0.5 * (x + 2 / x)
    history.append(abs(x_new - x))
    if history[-1] < 1e-12:
        break
    x = x_new
print(it, len(history), np.array(history)[:3], x)
arrs = [np.arange(3) * i for i in range(3)]
print(np.stack(arrs), np.concatenate(arrs), np.vstack(arrs).sum(axis=0), sum(arrs))
params = {"W1": np.ones((2, 3)), "b1": np.zeros((1, 3))}
grads = {k: np.full_like(v, 0.5) for k, v in params.items()}
for k in params:
    params[k] -= 0.1 * grads[k]
print({k: v.sum() for k, v in params.items()})
