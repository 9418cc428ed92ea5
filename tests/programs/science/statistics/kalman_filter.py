# COMPARE: rtol 1e-8
"""Track a moving target: Kalman filter, Rauch-Tung-Striebel smoother, likelihood."""
import numpy as np


def model(dt, q):
    f = np.array([[1.0, 0.0, dt, 0.0], [0.0, 1.0, 0.0, dt], [0.0, 0.0, 1.0, 0.0], [0.0, 0.0, 0.0, 1.0]])
    h = np.eye(2, 4)
    noise = q * np.diag([dt ** 3 / 3, dt ** 3 / 3, dt, dt])
    return f, h, noise


def inverse_2x2(m):
    det = m[0, 0] * m[1, 1] - m[0, 1] * m[1, 0]
    return np.array([[m[1, 1], -m[0, 1]], [-m[1, 0], m[0, 0]]]) / det, det


def kalman(z, f, h, q, r):
    n = len(z)
    x = np.zeros(4)
    p = 10.0 * np.eye(4)
    means = np.zeros((n, 4))
    covs = np.zeros((n, 4, 4))
    loglik = 0.0
    for k in range(n):
        x = f @ x
        p = f @ p @ f.T + q
        if not np.isnan(z[k, 0]):
            s = h @ p @ h.T + r
            s_inv, det = inverse_2x2(s)
            gain = p @ h.T @ s_inv
            innovation = z[k] - h @ x
            x = x + gain @ innovation
            p = (np.eye(4) - gain @ h) @ p
            loglik -= 0.5 * (innovation @ s_inv @ innovation + np.log(4 * np.pi ** 2 * det))
        means[k] = x
        covs[k] = p
    return means, covs, loglik


def rms(a, b):
    return np.sqrt(np.mean((a - b) ** 2))


np.random.seed(71)
steps, dt = 80, 0.1
t = dt * np.arange(steps)
truth = np.column_stack((np.cos(t) * 2.0 + t, np.sin(0.7 * t) * 2.0))
z = truth + np.random.normal(0.0, 0.3, truth.shape)
z[30:36] = np.nan
f, h, q = model(dt, 1.0)
means, covs, loglik = kalman(z, f, h, q, 0.09 * np.eye(2))
seen = ~np.isnan(z[:, 0])
print("observed", seen.sum(), "of", steps)
print(f"raw rms {rms(z[seen], truth[seen]):.9f} filtered rms {rms(means[10:, :2], truth[10:]):.9f}")
print(f"log likelihood {loglik:.9f}")
print("final state", means[-1])
spread = np.sqrt(covs[:, 0, 0])
print("uncertainty grows in the gap:", spread[35] > 1.5 * spread[29], f"{spread[29]:.9f} {spread[35]:.9f}")
for q_scale in (0.1, 1.0, 10.0):
    print(f"q {q_scale:4.1f}: log likelihood {kalman(z, f, h, q_scale * q, 0.09 * np.eye(2))[2]:.8f}")
