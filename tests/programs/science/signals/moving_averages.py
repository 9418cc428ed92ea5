# COMPARE: rtol 1e-10
import numpy as np


def simple(x, w):
    c = np.cumsum(np.insert(x, 0, 0.0))
    return (c[w:] - c[:-w]) / w


def exponential(x, alpha):
    y = np.empty_like(x)
    y[0] = x[0]
    for i in range(1, len(x)):
        y[i] = alpha * x[i] + (1 - alpha) * y[i - 1]
    return y


def weighted(x, w):
    weights = np.arange(1, w + 1)
    return np.convolve(x, weights[::-1] / weights.sum(), mode="valid")


def rolling_extremes(x, w):
    n = len(x) - w + 1
    low = np.zeros(n)
    high = np.zeros(n)
    for i in range(n):
        window = x[i:i + w]
        low[i], high[i] = window.min(), window.max()
    return low, high


def crossings(fast, slow):
    above = fast > slow
    change = np.diff(above.astype(int))
    return np.where(change == 1)[0] + 1, np.where(change == -1)[0] + 1


def drawdown(x):
    peak = np.maximum.accumulate(x)
    loss = (peak - x) / peak
    end = loss.argmax()
    start = x[:end + 1].argmax()
    return loss[end], int(start), int(end)


np.random.seed(404)
price = 100.0 * np.exp(np.cumsum(0.01 * np.random.randn(250)))
fast, slow = simple(price, 10)[20:], simple(price, 30)
print("lengths", len(fast), len(slow))
up, down = crossings(fast, slow)
print("buy", up)
print("sell", down)
ema = exponential(price, 0.1)
print(f"ema last {ema[-1]:.9f} mean gap {np.abs(price - ema).mean():.9f}")
print("weighted", weighted(price, 5)[:3])
low, high = rolling_extremes(price, 20)
print(f"widest channel {(high - low).max():.9f} at {(high - low).argmax()}")
print("largest drawdown %.9f from %d to %d" % drawdown(price))
returns = np.diff(np.log(price))
print(f"volatility {returns.std(ddof=1) * np.sqrt(250):.9f}")
