# COMPARE: rtol 1e-9
"""Gaussian and multinomial naive Bayes with cross-validation."""
import math
import numpy as np


def fit_gaussian(x, y, classes):
    k, d = classes, x.shape[1]
    mean = np.zeros((k, d))
    var = np.zeros((k, d))
    prior = np.zeros(k)
    for c in range(k):
        rows = x[y == c]
        mean[c] = rows.mean(axis=0)
        var[c] = rows.var(axis=0) + 1e-6
        prior[c] = len(rows) / len(x)
    return mean, var, prior


def predict_gaussian(model, x):
    mean, var, prior = model
    diff = x[:, None, :] - mean
    log_p = -0.5 * (np.log(2 * math.pi * var) + diff ** 2 / var).sum(axis=2) + np.log(prior)
    return log_p.argmax(axis=1), log_p


def cross_validate(x, y, folds):
    scores = np.zeros(folds)
    index = np.arange(len(x))
    for f in range(folds):
        test = index % folds == f
        model = fit_gaussian(x[~test], y[~test], 3)
        predicted, _ = predict_gaussian(model, x[test])
        scores[f] = np.mean(predicted == y[test])
    return scores


def fit_multinomial(counts, y, smoothing):
    totals = np.zeros((2, counts.shape[1]))
    for c in (0, 1):
        totals[c] = counts[y == c].sum(axis=0) + smoothing
    return np.log(totals / totals.sum(axis=1, keepdims=True)), np.log(np.bincount(y) / y.size)


np.random.seed(44)
y = np.repeat(np.arange(3), 50)
centres = np.array([[0.0, 0.0, 1.0], [2.0, 1.0, 0.0], [1.0, 3.0, -1.0]])
x = centres[y] + np.random.randn(150, 3)
model = fit_gaussian(x, y, 3)
predicted, log_p = predict_gaussian(model, x)
table = np.zeros((3, 3), dtype=int)
for truth, guess in zip(y, predicted):
    table[truth, guess] += 1
print("confusion\n", table)
print("means", np.round(model[0], 8)[1])
scores = cross_validate(x, y, 5)
print("folds", scores, f"mean {scores.mean():.8f}")
evidence = np.log(np.exp(log_p).sum(axis=1))
print(f"log evidence {evidence.sum():.8f}")

words = np.random.poisson(1.0, size=(40, 6))
label = np.arange(40) % 2
words[label == 1, :2] += np.random.poisson(2.0, size=(20, 2))
theta, prior = fit_multinomial(words, label, 1.0)
guess = (words @ theta.T + prior).argmax(axis=1)
print("documents right", (guess == label).sum(), "word weights", np.round(theta[1] - theta[0], 8))
