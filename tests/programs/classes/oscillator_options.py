# COMPARE: exact
import argparse
import numpy as np


def build_parser():
    p = argparse.ArgumentParser(description="Simulate a damped oscillator")
    p.add_argument("--steps", type=int, default=100, help="number of steps")
    p.add_argument("--dt", type=float, default=0.01)
    p.add_argument("--method", choices=["euler", "rk4"], default="rk4")
    p.add_argument("-v", "--verbose", action="store_true")
    return p


def euler(f, y, t, dt):
    return y + dt * f(t, y)


def rk4(f, y, t, dt):
    k1 = f(t, y)
    k2 = f(t + dt / 2, y + dt / 2 * k1)
    k3 = f(t + dt / 2, y + dt / 2 * k2)
    k4 = f(t + dt, y + dt * k3)
    return y + dt / 6 * (k1 + 2 * k2 + 2 * k3 + k4)


METHODS = {"euler": euler, "rk4": rk4}


def main(argv=None):
    args = build_parser().parse_args(argv)
    step = METHODS[args.method]
    f = lambda t, y: np.array([y[1], -y[0] - 0.1 * y[1]])
    y = np.array([1.0, 0.0])
    history = np.empty((args.steps + 1, 2))
    history[0] = y
    for i in range(args.steps):
        y = step(f, y, i * args.dt, args.dt)
        history[i + 1] = y
        if args.verbose and i % 25 == 0:
            print(f"step {i:4d}: {y}")
    energy = 0.5 * (history ** 2).sum(axis=1)
    print(args.method, energy[0], energy[-1], np.argmax(np.abs(history[:, 1])))
    return 0


if __name__ == "__main__":
    main([])
    main(["--method", "euler", "--steps", "60", "-v"])
    raise SystemExit(main(["--dt=0.1"]))
