# COMPARE: rtol 1e-9
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np


class Elements(NamedTuple):
    a: float
    e: float
    m0: float


@dataclass
class Planet:
    name: str
    elements: Elements
    mass: float = 1.0

    def position(self, t):
        a, e, m0 = self.elements
        m = m0 + 2 * np.pi * t / a ** 1.5
        ecc = solve_kepler(m, e)
        return np.array([a * (np.cos(ecc) - e), a * np.sqrt(1 - e * e) * np.sin(ecc)])


def solve_kepler(m, e):
    ecc = m
    for _ in range(30):
        delta = (ecc - e * np.sin(ecc) - m) / (1 - e * np.cos(ecc))
        ecc -= delta
        if abs(delta) < 1e-13:
            break
    return ecc


planets = [
    Planet("inner", Elements(0.4, 0.2, 0.0), 0.05),
    Planet("middle", Elements(1.0, 0.017, 1.0)),
    Planet("outer", Elements(1.5, 0.09, 2.0), 0.1),
]
for p in planets:
    x = p.position(0.25)
    print(f"{p.name:>7}: {x[0]:+.9f} {x[1]:+.9f} mass {p.mass}")
times = np.linspace(0, 2, 50)
gaps = np.array([np.linalg.norm(planets[1].position(t) - planets[2].position(t)) for t in times])
print(f"closest {gaps.min():.9f} at t = {times[gaps.argmin()]:.6f}")
print(planets[0].elements)
