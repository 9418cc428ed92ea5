# COMPARE: exact
import numpy as np
from dataclasses import dataclass, field

@dataclass
class Particle:
    mass: float
    pos: np.ndarray
    vel: np.ndarray = field(default_factory=lambda: np.zeros(2))

    def kinetic(self):
        return 0.5 * self.mass * np.dot(self.vel, self.vel)

    def step(self, force, dt):
        self.vel += force / self.mass * dt
        self.pos += self.vel * dt

@dataclass(frozen=True)
class Config:
    dt: float = 0.01
    steps: int = 100
    g: float = 1.0

def force(p, others, g):
    f = np.zeros(2)
    for o in others:
        if o is p:
            continue
        d = o.pos - p.pos
        r2 = d @ d + 0.01
        f += g * p.mass * o.mass * d / r2 ** 1.5
    return f

def main():
    cfg = Config(steps=50)
    ps = [Particle(1.0, np.array([0.0, 0.0])), Particle(0.5, np.array([1.0, 0.0]), np.array([0.0, 1.0])),
          Particle(0.1, np.array([0.0, 2.0]), np.array([-0.7, 0.0]))]
    for step in range(cfg.steps):
        fs = [force(p, ps, cfg.g) for p in ps]
        for p, f in zip(ps, fs):
            p.step(f, cfg.dt)
    for p in ps:
        print(np.round(p.pos, 6), np.round(p.vel, 6), round(p.kinetic(), 6))
    print(cfg)
main()
