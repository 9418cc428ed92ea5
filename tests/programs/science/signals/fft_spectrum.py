# COMPARE: rtol 1e-8
import numpy as np


def welch(x, size, rate):
    window = np.hanning(size)
    total = np.zeros(size // 2 + 1)
    pieces = 0
    for start in range(0, len(x) - size + 1, size // 2):
        segment = x[start:start + size] * window
        total += np.abs(np.fft.rfft(segment)) ** 2
        pieces += 1
    return np.fft.rfftfreq(size, 1.0 / rate), total / (pieces * rate * (window ** 2).sum())


def fft_convolve(a, b):
    n = len(a) + len(b) - 1
    return np.fft.irfft(np.fft.rfft(a, n) * np.fft.rfft(b, n), n)


np.random.seed(4)
rate = 100.0
t = np.arange(1024) / rate
x = np.sin(2 * np.pi * 12.5 * t) + 0.4 * np.sin(2 * np.pi * 31 * t) + 0.2 * np.random.randn(t.size)
freq, power = welch(x, 128, rate)
print("peak", freq[power.argmax()], f"{power.max():.9f}")
top = np.argsort(power)[-4:]
print(np.sort(freq[top]))
h = np.exp(-np.arange(30) / 5.0)
print("convolution:", np.allclose(fft_convolve(x, h), np.convolve(x, h)))
spectrum = np.fft.fft(x)
print("parseval:", np.isclose(np.sum(np.abs(spectrum) ** 2) / len(x), np.sum(x ** 2)))
spectrum[np.abs(np.fft.fftfreq(len(x), 1 / rate)) > 20] = 0
print(f"low passed rms {np.fft.ifft(spectrum).real.std():.9f}")
