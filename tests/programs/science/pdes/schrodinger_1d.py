# COMPARE: rtol 1e-8
import numpy as np


def packet(x, centre, width, momentum):
    envelope = np.exp(-0.5 * ((x - centre) / width) ** 2)
    re = envelope * np.cos(momentum * x)
    im = envelope * np.sin(momentum * x)
    norm = np.sqrt(np.sum(re ** 2 + im ** 2) * (x[1] - x[0]))
    return re / norm, im / norm


def hamiltonian(psi, v, dx):
    out = v * psi
    out[1:-1] -= 0.5 * (psi[2:] - 2 * psi[1:-1] + psi[:-2]) / dx ** 2
    out[0] = out[-1] = 0.0
    return out


def leapfrog(re, im, v, dx, dt, steps):
    """Visscher's scheme: real and imaginary parts live at staggered times."""
    for _ in range(steps):
        re += dt * hamiltonian(im, v, dx)
        im -= dt * hamiltonian(re, v, dx)
    return re, im


def expectation(re, im, weight, dx):
    return float(np.sum((re ** 2 + im ** 2) * weight) * dx)


n = 300
x = np.linspace(-15, 15, n)
dx = x[1] - x[0]
barrier = np.where(np.abs(x) < 0.5, 2.0, 0.0)
re, im = packet(x, -5.0, 1.0, 2.0)
one = np.ones(n)
for block in range(4):
    re, im = leapfrog(re, im, barrier, dx, 0.2 * dx ** 2, 500)
    p = expectation(re, im, one, dx)
    left = expectation(re, im, x < 0.0, dx)
    mean = expectation(re, im, x, dx)
    print(f"block {block}: norm {p:.9f} left {left:.9f} <x> {mean:.9f}")
transmitted = expectation(re, im, x > 0.5, dx)
print(f"transmitted {transmitted:.8f}", 0.0 < transmitted < 1.0)
