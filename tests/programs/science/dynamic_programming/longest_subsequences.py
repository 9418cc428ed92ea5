# COMPARE: exact
import numpy as np


def lcs_table(a, b):
    t = np.zeros((len(a) + 1, len(b) + 1), dtype=np.int32)
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                t[i + 1, j + 1] = t[i, j] + 1
            else:
                t[i + 1, j + 1] = max(t[i, j + 1], t[i + 1, j])
    return t


def lcs(a, b):
    t = lcs_table(a, b)
    i, j = len(a), len(b)
    out = np.zeros(t[i, j], dtype=a.dtype)
    k = len(out)
    while k > 0:
        if a[i - 1] == b[j - 1]:
            k -= 1
            out[k] = a[i - 1]
            i -= 1
            j -= 1
        elif t[i - 1, j] >= t[i, j - 1]:
            i -= 1
        else:
            j -= 1
    return out


def longest_increasing(x):
    tails = np.zeros(len(x), dtype=x.dtype)
    length = 0
    for value in x:
        k = np.searchsorted(tails[:length], value)
        tails[k] = value
        if k == length:
            length += 1
    return length


def longest_palindrome(x):
    n = len(x)
    best = np.eye(n, dtype=int)
    for span in range(2, n + 1):
        for i in range(n - span + 1):
            j = i + span - 1
            if x[i] == x[j]:
                best[i, j] = 2 + (best[i + 1, j - 1] if span > 2 else 0)
            else:
                best[i, j] = max(best[i + 1, j], best[i, j - 1])
    return best[0, n - 1]


def maximum_subarray(x):
    best = running = x[0]
    start = best_start = best_stop = 0
    for i in range(1, len(x)):
        if running < 0:
            running, start = x[i], i
        else:
            running += x[i]
        if running > best:
            best, best_start, best_stop = running, start, i
    return best, best_start, best_stop


k = np.arange(40)
a = (k * k + 3 * k) % 11
b = (k * 5 + k // 3) % 11
common = lcs(a, b)
print("lcs", common.size, common)
print("increasing", longest_increasing((k * 17) % 41), longest_increasing(k), longest_increasing(-k))
print("palindrome", longest_palindrome(a % 4), longest_palindrome(np.array([1, 2, 3, 2, 1])))
best, start, stop = maximum_subarray((k * 37) % 23 - 12)
print(f"subarray sum {best} from {start} to {stop}")
