# COMPARE: exact
import numpy as np

MATCH, MISMATCH, GAP = 2, -1, -2


def encode(sequence):
    codes = np.zeros(len(sequence), dtype=np.int8)
    for k, letter in enumerate(sequence):
        codes[k] = "ACGT".find(letter)
    return codes


def substitution(a, b):
    return np.where(a[:, None] == b[None, :], MATCH, MISMATCH)


def global_scores(a, b):
    s = substitution(a, b)
    f = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    f[:, 0] = GAP * np.arange(len(a) + 1)
    f[0, :] = GAP * np.arange(len(b) + 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            f[i, j] = max(f[i - 1, j - 1] + s[i - 1, j - 1], f[i - 1, j] + GAP, f[i, j - 1] + GAP)
    return f


def traceback(f, x, y):
    i, j = len(x), len(y)
    top, middle, bottom = "", "", ""
    while i > 0 or j > 0:
        if i > 0 and j > 0:
            same = x[i - 1] == y[j - 1]
            if f[i, j] == f[i - 1, j - 1] + (MATCH if same else MISMATCH):
                i -= 1
                j -= 1
                top, bottom = x[i] + top, y[j] + bottom
                middle = ("|" if same else ".") + middle
                continue
        if i > 0 and f[i, j] == f[i - 1, j] + GAP:
            i -= 1
            top, bottom = x[i] + top, "-" + bottom
        else:
            j -= 1
            top, bottom = "-" + top, y[j] + bottom
        middle = " " + middle
    return top, middle, bottom


def smith_waterman(a, b):
    s = substitution(a, b)
    h = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    best = 0
    end = (0, 0)
    for i in range(1, h.shape[0]):
        for j in range(1, h.shape[1]):
            score = max(0, h[i - 1, j - 1] + s[i - 1, j - 1], h[i - 1, j] + GAP, h[i, j - 1] + GAP)
            h[i, j] = score
            if score > best:
                best, end = score, (i, j)
    return best, end


x = "GATTACAGATTCCGTAGA"
y = "GCATACAGTTCGTTAGGA"
f = global_scores(encode(x), encode(y))
top, middle, bottom = traceback(f, x, y)
print("score", f[-1, -1])
print(top)
print(middle)
print(bottom)
print("identities", middle.count("|"), "length", len(top))
best, (i, j) = smith_waterman(encode(x), encode(y))
print("local score", best, "ends at", i, j, x[i - 4:i], y[j - 4:j])
