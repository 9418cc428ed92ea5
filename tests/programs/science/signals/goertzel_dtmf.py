# COMPARE: exact
"""Touch tones: synthesise a number and read it back with Goertzel filters."""
import math
import numpy as np

LOW = (697.0, 770.0, 852.0, 941.0)
HIGH = (1209.0, 1336.0, 1477.0)
KEYS = "123456789*0#"
RATE = 8000.0


def tone(key, samples):
    k = KEYS.index(key)
    t = np.arange(samples) / RATE
    return np.sin(2 * np.pi * LOW[k // 3] * t) + 0.8 * np.sin(2 * np.pi * HIGH[k % 3] * t)


def goertzel(x, freq):
    w = 2.0 * math.pi * freq / RATE
    coeff = 2.0 * math.cos(w)
    s1, s2 = 0.0, 0.0
    for sample in x:
        s1, s2 = sample + coeff * s1 - s2, s1
    return s1 * s1 + s2 * s2 - coeff * s1 * s2


def strongest(x, frequencies):
    best, where = -1.0, -1
    for k, f in enumerate(frequencies):
        power = goertzel(x, f)
        if power > best:
            best, where = power, k
    return where, best


def decode(signal, frame):
    text = ""
    silent = True
    for start in range(0, len(signal) - frame + 1, frame):
        x = signal[start:start + frame]
        if np.mean(x ** 2) < 0.1:
            silent = True
            continue
        row, _ = strongest(x, LOW)
        col, _ = strongest(x, HIGH)
        if silent:
            text += KEYS[3 * row + col]
        silent = False
    return text


frame = 205
number = "0317*59#"
signal = np.zeros(frame * 2 * len(number))
for k, key in enumerate(number):
    start = 2 * k * frame
    signal[start:start + frame] = tone(key, frame)
state = 1
for i in range(len(signal)):
    state = (state * 48271) % 2147483647
    signal[i] += 0.2 * (state / 2147483647 - 0.5)
decoded = decode(signal, frame)
print("sent", number, "read", decoded, "same:", decoded == number)
print("samples", signal.size, "frames", signal.size // frame)
for key in "15#":
    x = tone(key, frame)
    print(key, "row", strongest(x, LOW)[0], "column", strongest(x, HIGH)[0])
