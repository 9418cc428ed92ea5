# COMPARE: rtol 1e-8
import numpy as np

CX = np.array([0, 1, 0, -1, 0, 1, -1, -1, 1])
CY = np.array([0, 0, 1, 0, -1, 1, 1, -1, -1])
W = np.array([4 / 9] + [1 / 9] * 4 + [1 / 36] * 4)
OPPOSITE = np.array([0, 3, 4, 1, 2, 7, 8, 5, 6])


def equilibrium(rho, ux, uy):
    feq = np.zeros((9,) + rho.shape)
    usq = ux ** 2 + uy ** 2
    for k in range(9):
        cu = CX[k] * ux + CY[k] * uy
        feq[k] = W[k] * rho * (1.0 + 3.0 * cu + 4.5 * cu ** 2 - 1.5 * usq)
    return feq


def macroscopic(f):
    rho = f.sum(axis=0)
    ux = np.tensordot(CX, f, axes=1) / rho
    uy = np.tensordot(CY, f, axes=1) / rho
    return rho, ux, uy


def stream(f):
    for k in range(9):
        f[k] = np.roll(np.roll(f[k], CX[k], axis=1), CY[k], axis=0)


def bounce_back(f, before, solid):
    for k in range(9):
        f[k][solid] = before[OPPOSITE[k]][solid]


ny, nx = 20, 36
tau = 0.8
solid = np.zeros((ny, nx), dtype=bool)
solid[0, :] = True
solid[-1, :] = True
y, x = np.arange(ny)[:, None], np.arange(nx)[None, :]
solid |= (x - 9) ** 2 + (y - 10) ** 2 <= 9

f = equilibrium(np.ones((ny, nx)), np.zeros((ny, nx)), np.zeros((ny, nx)))
mass = f.sum()
for step in range(60):
    rho, ux, uy = macroscopic(f)
    ux += 1e-4 * tau
    before = f.copy()
    f += (equilibrium(rho, ux, uy) - f) / tau
    bounce_back(f, before, solid)
    stream(f)

rho, ux, uy = macroscopic(f)
ux[solid] = 0.0
uy[solid] = 0.0
print("mass kept:", np.isclose(f.sum(), mass))
print("solid nodes", np.count_nonzero(solid))
print(f"mean flow {ux[~solid].mean():.12f}")
print("profile", ux[2:-2:3, 25] * 1e3)
print("wake is slower:", ux[10, 14] < ux[4, 14])
