# COMPARE: exact
import numpy as np


def dataset(n, dims):
    x = np.zeros((n, dims), dtype=np.int64)
    state = 99
    for i in range(n):
        for j in range(dims):
            state = (state * 1664525 + 1013904223) % 2 ** 32
            x[i, j] = (state >> 20) % 21 - 10
    y = np.where(3 * x[:, 0] - 2 * x[:, 1] + x[:, 2] > 4, 1, -1)
    return x, y


def perceptron(x, y, epochs):
    w = np.zeros(x.shape[1], dtype=np.int64)
    b = 0
    history = np.zeros(epochs, dtype=int)
    for epoch in range(epochs):
        mistakes = 0
        for xi, yi in zip(x, y):
            if yi * (np.dot(w, xi) + b) <= 0:
                w += yi * xi
                b += yi
                mistakes += 1
        history[epoch] = mistakes
        if mistakes == 0:
            return w, b, history[:epoch + 1]
    return w, b, history


def averaged(x, y, epochs):
    w = np.zeros(x.shape[1], dtype=np.int64)
    total = np.zeros_like(w)
    count = 1
    for _ in range(epochs):
        for k in range(len(x)):
            if y[k] * (x[k] @ w) <= 0:
                w = w + y[k] * x[k]
                total += count * y[k] * x[k]
            count += 1
    return count * w - total


def accuracy(w, b, x, y):
    return (np.sign(x @ w + b) == y).sum()


def kernel_perceptron(x, y, epochs):
    gram = (1 + x @ x.T) ** 2
    alpha = np.zeros(len(x), dtype=np.int64)
    for _ in range(epochs):
        for i in range(len(x)):
            if y[i] * np.sum(alpha * y * gram[:, i]) <= 0:
                alpha[i] += 1
    return np.sign(gram @ (alpha * y)), alpha


x, y = dataset(150, 4)
w, b, history = perceptron(x[:100], y[:100], 60)
print("positive", (y == 1).sum(), "mistakes", history[:8], "last", history[-1])
print("weights", w, b)
print("train", accuracy(w, b, x[:100], y[:100]), "test", accuracy(w, b, x[100:], y[100:]), "of 50")
v = averaged(x[:100], y[:100], 10)
print("averaged", v, accuracy(v, 0, x[100:], y[100:]))
ring = np.where((x[:, 0] ** 2 + x[:, 1] ** 2) > 60, 1, -1)
fitted, alpha = kernel_perceptron(x[:80, :2], ring[:80], 15)
print("kernel errors", np.count_nonzero(fitted != ring[:80]), "support", np.count_nonzero(alpha), "updates", alpha.sum())
