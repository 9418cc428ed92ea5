# COMPARE: rtol 1e-9
import numpy as np


def paths(s0, rate, vol, t, steps, n):
    dt = t / steps
    z = np.random.standard_normal((n, steps))
    increments = (rate - 0.5 * vol ** 2) * dt + vol * np.sqrt(dt) * z
    log_path = np.cumsum(increments, axis=1)
    return s0 * np.exp(np.concatenate((np.zeros((n, 1)), log_path), axis=1))


def summary(payoff, discount):
    value = discount * payoff
    return value.mean(), value.std(ddof=1) / np.sqrt(len(value))


def asian_call(s, strike):
    return np.maximum(s[:, 1:].mean(axis=1) - strike, 0.0)


def barrier_call(s, strike, barrier):
    alive = s.max(axis=1) < barrier
    return np.where(alive, np.maximum(s[:, -1] - strike, 0.0), 0.0)


def lookback_put(s):
    return s.max(axis=1) - s[:, -1]


def control_variate(payoff, s, s0, rate, t):
    control = s[:, -1]
    c = np.cov(payoff, control)
    beta = c[0, 1] / c[1, 1]
    return payoff - beta * (control - s0 * np.exp(rate * t)), beta


np.random.seed(77)
s0, strike, rate, vol, t = 100.0, 105.0, 0.03, 0.25, 1.0
s = paths(s0, rate, vol, t, 24, 2000)
discount = np.exp(-rate * t)
print("paths", s.shape, f"forward {s[:, -1].mean():.8f}")
call = np.maximum(s[:, -1] - strike, 0.0)
better, beta = control_variate(call, s, s0, rate, t)
for name, payoff in (
    ("call", call),
    ("call with control", better),
    ("asian", asian_call(s, strike)),
    ("barrier", barrier_call(s, strike, 140.0)),
    ("lookback", lookback_put(s)),
):
    price, error = summary(payoff, discount)
    print(f"{name:>18}: {price:.8f} +- {error:.8f}")
print(f"beta {beta:.8f}")
