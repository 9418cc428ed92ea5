# COMPARE: rtol 1e-8
"""Noise cancelling with LMS, normalised LMS and recursive least squares."""
import numpy as np


def lms(reference, desired, taps, mu, normalised):
    w = np.zeros(taps)
    error = np.zeros(desired.size)
    for n in range(taps - 1, desired.size):
        u = reference[n - taps + 1:n + 1][::-1]
        e = desired[n] - w @ u
        rate = mu / (1e-6 + u @ u) if normalised else mu
        w += rate * e * u
        error[n] = e
    return w, error


def rls(reference, desired, taps, forget=0.995):
    w = np.zeros(taps)
    p = 100.0 * np.eye(taps)
    error = np.zeros_like(desired)
    for n in range(taps - 1, len(desired)):
        u = reference[n - taps + 1:n + 1][::-1]
        pu = p @ u
        gain = pu / (forget + u @ pu)
        e = desired[n] - w @ u
        w = w + gain * e
        p = (p - np.outer(gain, pu)) / forget
        error[n] = e
    return w, error


np.random.seed(55)
n = 600
noise = np.random.normal(0.0, 1.0, n)
path = np.array([0.8, -0.4, 0.25, 0.1, -0.05])
speech = 0.3 * np.sin(0.05 * np.arange(n))
recorded = speech + np.convolve(noise, path)[:n]

results = (
    ("lms", lms(noise, recorded, 5, 0.02, False)),
    ("nlms", lms(noise, recorded, 5, 0.2, True)),
    ("rls", rls(noise, recorded, 5)),
)
print(f"noise before {np.var(recorded - speech):.9f}")
for name, (w, error) in results:
    left = error[300:] - speech[300:]
    print(f"{name:>5}: weights {w}")
    print(f"       residual noise {np.var(left):.9f}, weight error {np.linalg.norm(w - path):.9f}")
