# COMPARE: rtol 1e-10
import numpy as np


def accelerations(position, mass):
    offset = position[None, :, :] - position[:, None, :]
    distance = np.sqrt((offset ** 2).sum(axis=2) + 0.01)
    return (offset * (mass[None, :] / distance ** 3)[:, :, None]).sum(axis=1)


np.random.seed(17)
n = 50
position = np.random.randn(n, 3)
velocity = np.zeros((n, 3))
mass = np.random.rand(n)
for _ in range(20):
    velocity += 0.01 * accelerations(position, mass)
    position += 0.01 * velocity
print(position[:3], 0.5 * np.sum(mass * (velocity ** 2).sum(axis=1)))
