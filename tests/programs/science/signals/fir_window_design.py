# COMPARE: rtol 1e-9
"""A windowed-sinc low-pass filter: design, response, and filtering of two tones."""
import numpy as np


def lowpass(taps, cutoff):
    n = np.arange(taps) - (taps - 1) / 2
    h = 2.0 * cutoff * np.sinc(2.0 * cutoff * n)
    window = 0.54 - 0.46 * np.cos(2.0 * np.pi * np.arange(taps) / (taps - 1))
    h *= window
    return h / h.sum()


def response(h, frequencies):
    n = np.arange(h.size)
    phase = 2.0 * np.pi * frequencies[:, None] * n[None, :]
    re = np.sum(h * np.cos(phase), axis=1)
    im = -np.sum(h * np.sin(phase), axis=1)
    return np.sqrt(re ** 2 + im ** 2)


def fir_loop(h, x):
    y = np.zeros(x.size)
    for n in range(x.size):
        acc = 0.0
        for k in range(min(h.size, n + 1)):
            acc += h[k] * x[n - k]
        y[n] = acc
    return y


def rms(x):
    return np.sqrt(np.mean(x ** 2))


h = lowpass(31, 0.1)
print("symmetric:", np.allclose(h, h[::-1]), f"dc gain {h.sum():.12f}")
f = np.array([0.0, 0.05, 0.1, 0.15, 0.25, 0.5])
for freq, gain in zip(f, response(h, f)):
    print(f"  f={freq:.2f} gain {gain:.10f}")

t = np.arange(300)
low, high = np.sin(2 * np.pi * 0.03 * t), np.sin(2 * np.pi * 0.3 * t)
y = np.convolve(low + high, h)[:t.size]
print("loop agrees:", np.allclose(y[:120], fir_loop(h, (low + high)[:120])))
settled = y[60:]
delay = (h.size - 1) // 2
print(f"rms in {rms(low + high):.9f} out {rms(settled):.9f}")
print(f"left of the high tone {rms(settled - low[60 - delay:300 - delay]):.9f}")
