# COMPARE: rtol 1e-9
import numpy as np


def conductance(gradient, kappa):
    return np.exp(-(gradient / kappa) ** 2)


def diffuse(image, steps, kappa=0.15, rate=0.2):
    u = image.astype(float)
    for _ in range(steps):
        padded = np.pad(u, 1, mode="edge")
        north = padded[:-2, 1:-1] - u
        south = padded[2:, 1:-1] - u
        west = padded[1:-1, :-2] - u
        east = padded[1:-1, 2:] - u
        flux = np.zeros_like(u)
        for d in (north, south, west, east):
            flux += conductance(d, kappa) * d
        u = u + rate * flux
    return u


def total_variation(u):
    return np.abs(np.diff(u, axis=0)).sum() + np.abs(np.diff(u, axis=1)).sum()


def edge_strength(u, col):
    return u[:, col].mean() - u[:, col - 1].mean()


np.random.seed(21)
clean = np.zeros((28, 36))
clean[:, 18:] = 1.0
noisy = clean + 0.05 * np.random.randn(*clean.shape)
result = diffuse(noisy, 25)
print("shape", result.shape)
print(f"total variation {total_variation(noisy):.6f} -> {total_variation(result):.6f} (clean {total_variation(clean):.1f})")
print(f"edge {edge_strength(noisy, 18):.8f} -> {edge_strength(result, 18):.8f}")
print(f"rms error {np.sqrt(np.mean((noisy - clean) ** 2)):.8f} -> {np.sqrt(np.mean((result - clean) ** 2)):.8f}")
print("mean kept:", np.isclose(noisy.mean(), result.mean()))
