"""Logistic regression on the Wisconsin breast-cancer data, by gradient descent.

Usage: logistic_regression.py [steps] [copies] [file]
`copies` repeats the table that many times, to have a larger problem.
"""

import sys

import numpy as np


def standardise(features):
    mean = features.mean(axis=0)
    deviation = np.sqrt(((features - mean) ** 2).mean(axis=0))
    return (features - mean) / deviation


def sigmoid(z):
    return 1.0 / (1.0 + np.exp(-z))


def loss_of(p, y):
    p = np.clip(p, 1e-12, 1.0 - 1e-12)
    return -np.mean(y * np.log(p) + (1.0 - y) * np.log(1.0 - p))


def train(x, y, steps, rate):
    weights = np.zeros(x.shape[1])
    bias = 0.0
    for step in range(steps):
        p = sigmoid(x @ weights + bias)
        error = p - y
        weights -= rate * (x.T @ error) / len(y)
        bias -= rate * error.mean()
        if step % 500 == 0:
            print(f"step {step:5d}  loss {loss_of(p, y):.6f}")
    return weights, bias


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    copies = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    path = sys.argv[3] if len(sys.argv) > 3 else "examples/data/breast_cancer.csv"

    table = np.loadtxt(path, delimiter=",", skiprows=1)
    table = np.tile(table, (copies, 1))
    x = standardise(table[:, :-1])
    y = table[:, -1]
    print("samples and features:", x.shape)

    weights, bias = train(x, y, steps, 0.1)

    p = sigmoid(x @ weights + bias)
    accuracy = np.mean((p > 0.5) == (y > 0.5))
    print(f"final loss {loss_of(p, y):.6f}")
    print(f"accuracy {accuracy:.4f}")


if __name__ == "__main__":
    main()
