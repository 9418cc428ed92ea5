# COMPARE: rtol 1e-9
"""The pitch of a synthetic voice by autocorrelation and by average magnitude difference."""
import numpy as np

RATE = 8000


def voice(f0, n, noise):
    t = np.arange(n) / RATE
    x = np.zeros(n)
    for harmonic, level in enumerate((1.0, 0.6, 0.4, 0.2), start=1):
        x += level * np.sin(2 * np.pi * f0 * harmonic * t + 0.3 * harmonic)
    return x + noise * np.random.standard_normal(n)


def autocorrelation(x, lags):
    x = x - x.mean()
    r = np.zeros(lags)
    for k in range(lags):
        r[k] = np.dot(x[:len(x) - k], x[k:])
    return r / r[0]


def amdf(x, lags):
    d = np.zeros(lags)
    for k in range(1, lags):
        d[k] = np.abs(x[k:] - x[:-k]).mean()
    return d


def parabolic(y, k):
    a, b, c = y[k - 1], y[k], y[k + 1]
    return k + 0.5 * (a - c) / (a - 2 * b + c)


def pitch(frame):
    r = autocorrelation(frame, 200)
    first_dip = np.argmax(r < 0.0)
    k = first_dip + np.argmax(r[first_dip:])
    if r[k] < 0.3:
        return 0.0, r[k]
    return RATE / parabolic(r, k), r[k]


np.random.seed(60)
for f0 in (110.0, 147.3, 220.0):
    frame = voice(f0, 600, 0.2)
    estimate, strength = pitch(frame)
    d = amdf(frame, 120)
    dip = 30 + d[30:].argmin()
    print(f"{f0:6.1f} Hz: estimate {estimate:.8f} strength {strength:.8f} amdf lag {dip}")
    print("   close:", abs(estimate - f0) < 2.0)
silence = np.random.randn(600)
print("noise has no pitch:", pitch(silence)[0] == 0.0)
full = np.correlate(frame, frame, mode="full")
print("correlate agrees:", np.allclose(full[599:605] / full[599], autocorrelation(frame + 0.0, 6), atol=0.05))
