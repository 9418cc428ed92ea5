# COMPARE: rtol 1e-10
"""The Ising model with checkerboard Metropolis updates over three temperatures."""
import numpy as np


def neighbour_sum(spins):
    return (
        np.roll(spins, 1, axis=0) + np.roll(spins, -1, axis=0)
        + np.roll(spins, 1, axis=1) + np.roll(spins, -1, axis=1)
    )


def update(spins, beta, mask):
    de = 2 * spins * neighbour_sum(spins)
    accept = (np.random.random(spins.shape) < np.exp(-beta * de)) & mask
    spins[accept] *= -1
    return accept.sum()


def energy(spins):
    return -np.sum(spins * (np.roll(spins, 1, 0) + np.roll(spins, 1, 1)))


def simulate(n, temperature, sweeps, burn):
    spins = np.ones((n, n), dtype=int)
    parity = (np.arange(n)[:, None] + np.arange(n)) % 2 == 0
    beta = 1.0 / temperature
    e = np.zeros(sweeps)
    m = np.zeros(sweeps)
    flips = 0
    for s in range(burn + sweeps):
        flips += update(spins, beta, parity)
        flips += update(spins, beta, ~parity)
        if s >= burn:
            e[s - burn] = energy(spins)
            m[s - burn] = abs(spins.sum())
    return e / spins.size, m / spins.size, flips, spins


np.random.seed(5)
n = 16
for temperature in (1.5, 2.269, 4.0):
    e, m, flips, spins = simulate(n, temperature, 60, 20)
    heat = e.var() * n * n / temperature ** 2
    print(f"T={temperature:.3f} <e>={e.mean():.8f} <|m|>={m.mean():.8f} c={heat:.8f} flips={flips}")
print("last configuration up:", np.count_nonzero(spins == 1))
print("rows", spins.sum(axis=1))
