# COMPARE: rtol 1e-9
"""American and European puts by implicit finite differences with projected SOR."""
import math
import numpy as np


def normal_cdf(z):
    return 0.5 * (1.0 + math.erf(z / math.sqrt(2.0)))


def formula(s, strike, rate, vol, t):
    d1 = (math.log(s / strike) + (rate + 0.5 * vol * vol) * t) / (vol * math.sqrt(t))
    d2 = d1 - vol * math.sqrt(t)
    return strike * math.exp(-rate * t) * normal_cdf(-d2) - s * normal_cdf(-d1)


def projected_sor(lower, diag, upper, rhs, floor, x, american):
    for sweep in range(200):
        change = 0.0
        for i in range(1, len(x) - 1):
            value = (rhs[i] - lower[i] * x[i - 1] - upper[i] * x[i + 1]) / diag[i]
            value = x[i] + 1.2 * (value - x[i])
            if american:
                value = max(value, floor[i])
            change = max(change, abs(value - x[i]))
            x[i] = value
        if change < 1e-9:
            break
    return x


def put(strike, rate, vol, t, n, steps, american):
    s = np.linspace(0.0, 3.0 * strike, n + 1)
    payoff = np.maximum(strike - s, 0.0)
    dt = t / steps
    i = np.arange(n + 1)
    lower = 0.5 * dt * (rate * i - vol ** 2 * i ** 2)
    upper = -0.5 * dt * (rate * i + vol ** 2 * i ** 2)
    diag = 1.0 + dt * (vol ** 2 * i ** 2 + rate)
    value = payoff.copy()
    for k in range(1, steps + 1):
        rhs = value.copy()
        value[0] = strike if american else strike * math.exp(-rate * k * dt)
        value = projected_sor(lower, diag, upper, rhs, payoff, value, american)
    return s, value


s, european = put(100.0, 0.05, 0.3, 1.0, 60, 12, False)
s, american = put(100.0, 0.05, 0.3, 1.0, 60, 12, True)
for spot in (80.0, 100.0, 120.0):
    e, a = np.interp(spot, s, european), np.interp(spot, s, american)
    print(f"spot {spot:5.1f}: european {e:.8f} (formula {formula(spot, 100.0, 0.05, 0.3, 1.0):.8f}) american {a:.8f}")
print("early exercise is worth something:", bool(np.all(american >= european - 1e-8)))
boundary = s[np.nonzero(american > np.maximum(100.0 - s, 0.0) + 1e-9)[0][0]]
print("exercise below", boundary)
