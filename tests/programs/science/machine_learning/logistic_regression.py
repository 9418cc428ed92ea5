# COMPARE: rtol 1e-8
"""Logistic regression by gradient descent and by Newton's method."""
import numpy as np


def sigmoid(z):
    return np.where(z >= 0, 1.0 / (1.0 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1.0 + np.exp(-np.abs(z))))


def loss(w, x, y, ridge):
    z = x @ w
    return np.mean(np.logaddexp(0.0, z) - y * z) + 0.5 * ridge * np.dot(w[1:], w[1:])


def gradient(w, x, y, ridge):
    g = x.T @ (sigmoid(x @ w) - y) / len(y)
    g[1:] += ridge * w[1:]
    return g


def descend(x, y, ridge, rate, steps):
    w = np.zeros(x.shape[1])
    velocity = np.zeros_like(w)
    for _ in range(steps):
        velocity = 0.9 * velocity - rate * gradient(w, x, y, ridge)
        w += velocity
    return w


def newton(x, y, ridge, tol=1e-12):
    w = np.zeros(x.shape[1])
    for step in range(25):
        p = sigmoid(x @ w)
        h = (x * (p * (1 - p))[:, None]).T @ x / len(y) + ridge * np.diag([0.0] + [1.0] * (x.shape[1] - 1))
        delta = np.linalg.solve(h, gradient(w, x, y, ridge))
        w -= delta
        if np.abs(delta).max() < tol:
            return w, step + 1
    return w, -1


def confusion(y, predicted):
    tp = np.sum((y == 1) & predicted)
    fp = np.sum((y == 0) & predicted)
    fn = np.sum((y == 1) & ~predicted)
    return tp, fp, fn, len(y) - tp - fp - fn


np.random.seed(12)
n = 200
features = np.random.randn(n, 3)
truth = np.array([0.5, 2.0, -1.0, 0.0])
x = np.column_stack((np.ones(n), features))
y = (np.random.rand(n) < sigmoid(x @ truth)).astype(float)
a = descend(x, y, 0.01, 0.3, 400)
b, steps = newton(x, y, 0.01)
print("gradient descent", np.round(a, 9))
print("newton          ", b, "converged:", 0 < steps < 15)
print("agree:", np.allclose(a, b, atol=1e-6), f"loss {loss(b, x, y, 0.01):.10f}")
tp, fp, fn, tn = confusion(y, x @ b > 0)
print(f"tp {tp} fp {fp} fn {fn} tn {tn} precision {tp / (tp + fp):.8f} recall {tp / (tp + fn):.8f}")
