# COMPARE: rtol 1e-8
"""Softmax regression with shuffled minibatches and the Adam step."""
import numpy as np


def softmax(z):
    z = np.exp(z - np.max(z, axis=1, keepdims=True))
    return z / np.sum(z, axis=1, keepdims=True)


def one_hot(y, k):
    out = np.zeros((y.size, k))
    out[np.arange(y.size), y] = 1.0
    return out


def make_data(n):
    x = np.random.normal(size=(n, 5))
    true = np.array([[1.0, -1.0, 0.0], [0.5, 0.5, -1.0], [0.0, 2.0, -2.0], [0.0, 0.0, 0.0], [-1.0, 0.0, 1.0]])
    gumbel = -np.log(-np.log(np.random.random((n, 3))))
    return x, np.argmax(2.0 * x @ true + gumbel, axis=1)


def adam(w, g, m, v, t, rate=0.05):
    m *= 0.9
    m += 0.1 * g
    v *= 0.999
    v += 0.001 * g ** 2
    w -= rate * (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.999 ** t)) + 1e-8)


def train(x, y, k, epochs, batch):
    w = np.zeros((x.shape[1], k))
    m, v = np.zeros_like(w), np.zeros_like(w)
    targets = one_hot(y, k)
    t = 0
    losses = np.zeros(epochs)
    for epoch in range(epochs):
        order = np.random.permutation(len(x))
        for start in range(0, len(x), batch):
            rows = order[start:start + batch]
            p = softmax(x[rows] @ w)
            t += 1
            adam(w, x[rows].T @ (p - targets[rows]) / len(rows), m, v, t)
        p = softmax(x @ w)
        losses[epoch] = -np.sum(targets * np.log(p)) / len(x)
    return w, losses


np.random.seed(15)
x, y = make_data(210)
w, losses = train(x[:160], y[:160], 3, 12, 32)
print("classes", np.bincount(y))
print("losses", losses[[0, 3, 7, 11]])
print("weights sum to zero:", np.allclose(w.sum(axis=1), 0.0, atol=0.05))
print(np.round(w, 8))
guess = softmax(x[160:] @ w).argmax(axis=1)
print("test accuracy", (guess == y[160:]).mean())
