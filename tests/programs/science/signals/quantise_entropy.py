# COMPARE: rtol 1e-12
"""Quantise a signal, run-length code it, and measure entropies."""
import numpy as np


def quantise(x, bits):
    levels = 2 ** bits
    low, high = x.min(), x.max()
    step = (high - low) / (levels - 1)
    codes = np.rint((x - low) / step).astype(np.int32)
    return codes, low + codes * step


def run_lengths(codes):
    change = np.flatnonzero(np.diff(codes)) + 1
    starts = np.concatenate(([0], change))
    ends = np.concatenate((change, [codes.size]))
    return codes[starts], ends - starts


def expand(values, lengths):
    return np.repeat(values, lengths)


def entropy(symbols):
    _, counts = np.unique(symbols, return_counts=True)
    p = counts / counts.sum()
    return -np.sum(p * np.log2(p))


def delta_code(codes):
    out = codes.copy()
    out[1:] = codes[1:] - codes[:-1]
    return out


def snr(x, y):
    return 10.0 * np.log10(np.sum(x ** 2) / np.sum((x - y) ** 2))


t = np.linspace(0.0, 1.0, 500)
x = np.exp(-2.0 * t) * np.sin(30.0 * t)
for bits in (2, 4, 6, 8):
    codes, approx = quantise(x, bits)
    values, lengths = run_lengths(codes)
    same = np.array_equal(expand(values, lengths), codes)
    back = np.cumsum(delta_code(codes))
    print(f"{bits} bits: snr {snr(x, approx):.9f} dB, runs {lengths.size}, longest {lengths.max()}, exact {same}")
    print(f"   entropy {entropy(codes):.9f}, of differences {entropy(delta_code(codes)):.9f}, undone {np.all(back == codes)}")
