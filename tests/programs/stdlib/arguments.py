# COMPARE: exact
"""argparse without arguments: the defaults."""
import argparse


def options():
    parser = argparse.ArgumentParser(description="Solves it.")
    parser.add_argument("--n", type=int, default=10, help="number of points (default: %(default)s)")
    parser.add_argument("-t", "--tol", type=float, default=1e-6)
    parser.add_argument("--name", default="run")
    parser.add_argument("--method", choices=["euler", "rk4"], default="rk4")
    parser.add_argument("-v", "--verbose", action="store_true", help="say more")
    parser.add_argument("--no-plot", action="store_false", dest="plot")
    parser.add_argument("--seed", type=int)
    parser.add_argument("out", nargs="?", default="out.txt")
    return parser.parse_args()


args = options()
print(args.n, args.tol, args.name, args.method, args.verbose, args.plot, args.seed, args.out)
if args.seed is None:
    print("no seed")
print(args.n * 2, args.name.upper(), args.tol < 1)
