"""The heat equation on a square plate, by explicit Euler steps until it hardly changes.

Usage: heat_2d.py [n] [steps] [tolerance] [file]
The temperature at the end goes to `file` (.npy).
"""

import sys
import time

import numpy as np


def step(u, c):
    """One step in place; returns the largest change of a point."""
    change = c * (u[2:, 1:-1] + u[:-2, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2] - 4.0 * u[1:-1, 1:-1])
    u[1:-1, 1:-1] += change
    return np.max(np.abs(change))


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    limit = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    tolerance = float(sys.argv[3]) if len(sys.argv) > 3 else 1e-3
    path = sys.argv[4] if len(sys.argv) > 4 else "heat_2d.npy"

    u = np.zeros((n, n))
    u[0, :] = 100.0
    u[:, 0] = 50.0
    u[n // 4 : n // 2, n // 4 : n // 2] = 80.0

    start = time.perf_counter()
    done = 0
    change = tolerance + 1.0
    while change > tolerance and done < limit:
        change = step(u, 0.2)
        done += 1
        if done % 100 == 0:
            print(f"step {done}: largest change {change:.6f}")
    seconds = time.perf_counter() - start

    print(f"{done} steps, mean temperature {u.mean():.6f}, largest change {change:.6f}")
    print(f"seconds in the loop: {seconds:.3f}", file=sys.stderr)
    np.save(path, u)


if __name__ == "__main__":
    main()
