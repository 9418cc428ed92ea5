# COMPARE: rtol 1e-9
import numpy as np


def forward(x, w1, b1, w2, b2):
    hidden = np.tanh(x @ w1 + b1)
    return hidden, 1.0 / (1.0 + np.exp(-(hidden @ w2 + b2)))


np.random.seed(8)
x = np.random.randn(200, 2)
y = (x[:, 0] * x[:, 1] > 0).astype(np.float64)[:, None]
w1 = np.random.randn(2, 16) * 0.5
b1 = np.zeros(16)
w2 = np.random.randn(16, 1) * 0.5
b2 = np.zeros(1)
for epoch in range(100):
    hidden, p = forward(x, w1, b1, w2, b2)
    error = (p - y) / len(x)
    grad = error @ w2.T * (1.0 - hidden ** 2)
    w2 -= 2.0 * (hidden.T @ error)
    b2 -= 2.0 * error.sum(axis=0)
    w1 -= 2.0 * (x.T @ grad)
    b1 -= 2.0 * grad.sum(axis=0)
hidden, p = forward(x, w1, b1, w2, b2)
print("loss", -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)))
print("accuracy", np.mean((p > 0.5) == (y > 0.5)))
