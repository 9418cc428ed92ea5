# COMPARE: rtol 1e-8
"""A small multilayer perceptron learns a spiral; gradients are checked by differences."""
import numpy as np


def spirals(n):
    t = np.sqrt(np.linspace(0.05, 1.0, n)) * 2.0 * np.pi
    a = np.stack((t * np.cos(t), t * np.sin(t)), axis=1) / 6.0
    x = np.concatenate((a, -a))
    y = np.concatenate((np.zeros(n, dtype=int), np.ones(n, dtype=int)))
    return x, y


def init(sizes):
    w1 = np.random.randn(sizes[0], sizes[1]) / np.sqrt(sizes[0])
    w2 = np.random.randn(sizes[1], sizes[2]) / np.sqrt(sizes[1])
    return w1, np.zeros(sizes[1]), w2, np.zeros(sizes[2])


def forward(params, x):
    w1, b1, w2, b2 = params
    hidden = np.tanh(x @ w1 + b1)
    scores = hidden @ w2 + b2
    scores = scores - scores.max(axis=1, keepdims=True)
    e = np.exp(scores)
    return hidden, e / e.sum(axis=1, keepdims=True)


def cross_entropy(params, x, y):
    _, p = forward(params, x)
    return -np.log(p[np.arange(len(y)), y]).mean()


def backward(params, x, y):
    w1, b1, w2, b2 = params
    hidden, p = forward(params, x)
    delta = p.copy()
    delta[np.arange(len(y)), y] -= 1.0
    delta /= len(y)
    dw2, db2 = hidden.T @ delta, delta.sum(axis=0)
    back = (delta @ w2.T) * (1.0 - hidden ** 2)
    return x.T @ back, back.sum(axis=0), dw2, db2


def numeric_slope(params, x, y, i, j, eps=1e-6):
    w1, b1, w2, b2 = params
    up, down = w1.copy(), w1.copy()
    up[i, j] += eps
    down[i, j] -= eps
    return (cross_entropy((up, b1, w2, b2), x, y) - cross_entropy((down, b1, w2, b2), x, y)) / (2 * eps)


np.random.seed(2)
x, y = spirals(60)
w1, b1, w2, b2 = init((2, 16, 2))
grads = backward((w1, b1, w2, b2), x, y)
print("gradient check:", abs(grads[0][1, 3] - numeric_slope((w1, b1, w2, b2), x, y, 1, 3)) < 1e-8)
for epoch in range(61):
    g1, h1, g2, h2 = backward((w1, b1, w2, b2), x, y)
    w1 -= 0.8 * g1
    b1 -= 0.8 * h1
    w2 -= 0.8 * g2
    b2 -= 0.8 * h2
    if epoch % 20 == 0:
        print(f"epoch {epoch:3d} loss {cross_entropy((w1, b1, w2, b2), x, y):.9f}")
_, p = forward((w1, b1, w2, b2), x)
print("correct", (p.argmax(axis=1) == y).sum(), "of", y.size)
print(f"norms {np.linalg.norm(w1):.8f} {np.linalg.norm(w2):.8f}")
