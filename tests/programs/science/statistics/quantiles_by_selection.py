# COMPARE: rtol 1e-12
import numpy as np


def quickselect(values, k):
    a = values.copy()
    low, high = 0, len(a) - 1
    while low < high:
        pivot = a[(low + high) // 2]
        i, j = low, high
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i += 1
                j -= 1
        if k <= j:
            high = j
        elif k >= i:
            low = i
        else:
            break
    return a[k]


def quantile(values, q):
    position = q * (len(values) - 1)
    k = int(position)
    frac = position - k
    low = quickselect(values, k)
    if frac == 0.0:
        return low
    return low + frac * (quickselect(values, k + 1) - low)


def median_absolute_deviation(x):
    return np.median(np.abs(x - np.median(x)))


def trimmed_mean(x, share):
    cut = int(share * len(x))
    return np.sort(x)[cut:len(x) - cut].mean()


def winsorise(x, low, high):
    a, b = np.quantile(x, low), np.quantile(x, high)
    return np.minimum(np.maximum(x, a), b)


def box_plot(x):
    q1, q2, q3 = np.percentile(x, [25, 50, 75])
    reach = 1.5 * (q3 - q1)
    inside = x[(x >= q1 - reach) & (x <= q3 + reach)]
    return q1, q2, q3, inside.min(), inside.max(), len(x) - len(inside)


np.random.seed(61)
x = np.random.randn(301) + 0.2 * np.random.rand(301)
x[::50] *= 12.0
for q in (0.0, 0.05, 0.25, 0.5, 0.9, 1.0):
    print(f"q={q:.2f}: {quantile(x, q):.10f} {np.isclose(quantile(x, q), np.quantile(x, q))}")
print(f"mean {x.mean():.10f} trimmed {trimmed_mean(x, 0.1):.10f} winsorised {winsorise(x, 0.05, 0.95).mean():.10f}")
print(f"mad {median_absolute_deviation(x):.10f} std {x.std():.10f}")
q1, q2, q3, low, high, outliers = box_plot(x)
print(f"box {q1:.8f} {q2:.8f} {q3:.8f} whiskers {low:.8f} {high:.8f} outliers {outliers}")
print("ranks", np.argsort(np.argsort(x))[:8])
