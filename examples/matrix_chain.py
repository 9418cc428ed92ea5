"""Power iteration with a product of matrices, written the short way.

`a @ b @ c @ x` multiplies from the left: two products of matrices for each step, where three products of a matrix
and a vector would do. Python must do what is written; a compiler need not.

Usage: matrix_chain.py [n] [steps]
"""

import sys

import numpy as np


def dominant(a, b, c, steps):
    """How much a b c stretches its dominant vector, and that vector."""
    x = np.ones(a.shape[0])
    size = 0.0
    for _ in range(steps):
        y = a @ b @ c @ x
        size = np.sqrt(np.sum(y * y))
        x = y / size
    return size, x


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    steps = int(sys.argv[2]) if len(sys.argv) > 2 else 20

    np.random.seed(42)
    a = np.random.rand(n, n) - 0.25
    b = np.random.rand(n, n) - 0.25
    c = np.random.rand(n, n) - 0.25

    size, x = dominant(a, b, c, steps)
    print(f"growth per step: {size:.6e}")
    print(f"first entries: {x[0]:.8f} {x[1]:.8f} {x[2]:.8f}")

    total = np.sum(a @ b)
    scaled = np.sum((2.0 * a) @ (0.5 * c) @ x)
    print(f"sum of a b: {total:.6e}")
    print(f"sum of a c x: {scaled:.6e}")


if __name__ == "__main__":
    main()
