"""`make bench`: the figures, both sides in one run on the same data. Usage: bench.py [example...]"""

import math
import os
import sys

import measure

# Sizes at which CPython with NumPy needs about a second or more.
EXAMPLES = {
    "logistic_regression": ["8000", "20"],
    "heat_2d": ["2000", "60", "1e-9"],
    "matrix_chain": ["1000", "30"],
    "kmeans": ["1000000", "8", "12"],
}
TIMES = 3


def speed(names):
    """One process with all cores against CPython with NumPy, whole programs, best of several."""
    rows, ratios = [], []
    for name in names:
        args = EXAMPLES[name] + ([measure.OUT / "bench.npy"] if name == "heat_2d" else [])
        _, binary = measure.build(name)
        theirs = measure.best(measure.python(name, args), TIMES)
        ours = measure.best([binary, *args], TIMES)
        if ours.code != 0:
            rows.append((name, f"{theirs.seconds:.2f}", "failed", "-", "-"))
            print(ours.stderr, file=sys.stderr)
            continue
        ratio = theirs.seconds / ours.seconds
        ratios.append(ratio)
        largest = measure.text_difference(theirs.stdout, ours.stdout)
        rows.append((name, f"{theirs.seconds:.2f}", f"{ours.seconds:.2f}", f"{ratio:.2f}x", f"{largest:.1e}"))
    print(f"\nOne process, {os.cpu_count()} cores, against CPython+NumPy (seconds, best of {TIMES})")
    measure.table(("example", "CPython+NumPy", "Phylanx", "ratio", "difference"), rows)
    if ratios:
        print(f"geometric mean {math.prod(ratios) ** (1 / len(ratios)):.2f}x (goal 3x, none below 1x)")


def compile_time(names):
    rows = []
    for name in names:
        command, _ = measure.build(name)
        whole = measure.best(command, 5)
        llvm = measure.best([measure.PHYLANXC, "build", f"examples/{name}.py", "--emit=llvm", "-o", "/dev/null"], 5)
        if whole.code != 0:
            print(whole.stderr, file=sys.stderr)
        rows.append((name, f"{whole.seconds:.3f}", f"{llvm.seconds:.3f}"))
    print("\nCompile time in seconds, best of 5 (goals 0.5 and 0.15)")
    measure.table(("example", "executable", "--emit=llvm"), rows)


def same_bits():
    """Output files and text of 1, 2 and 4 ranks under mpirun."""
    rows = []
    for name in EXAMPLES:
        small = {"heat_2d": ["700", "40", "1e-9"], "logistic_regression": ["500", "20"],
                 "matrix_chain": ["500", "10"], "kmeans": ["100000", "6", "10"]}[name]
        _, binary = measure.build(name)
        results = []
        for ranks in (1, 2, 4):
            path = measure.OUT / f"bits-{ranks}.npy"
            args = small + ([path] if name == "heat_2d" else [])
            ran = measure.run(measure.mpirun(ranks, binary, args), env={"PHYLANX_THREADS": "1"})
            data = path.read_bytes() if name == "heat_2d" and path.exists() else b""
            results.append((ran.code, ran.stdout, data))
        same = all(result == results[0] for result in results) and results[0][0] == 0
        rows.append((name, "same bits" if same else "DIFFERENT"))
    print("\n1, 2 and 4 ranks")
    measure.table(("example", "output"), rows)


def scaling():
    """heat_2d at 4000 x 4000: two ranks of one thread against one process of two threads."""
    _, binary = measure.build("heat_2d")
    args = ["4000", "50", "1e-9", measure.OUT / "scaling.npy"]
    threads = [measure.run([binary, *args], env={"PHYLANX_THREADS": "2"}) for _ in range(TIMES)]
    ranks = [measure.run(measure.mpirun(2, binary, args), env={"PHYLANX_THREADS": "1"}) for _ in range(TIMES)]
    print("\nheat_2d 4000 x 4000, seconds in the loop (goal: at most 1.15x)")
    if any(ran.code != 0 for ran in threads + ranks):
        print("failed\n" + "".join(ran.stderr for ran in threads + ranks), file=sys.stderr)
        return
    one = min(ran.loop_seconds() for ran in threads)
    two = min(ran.loop_seconds() for ran in ranks)
    measure.table(("1 process, 2 threads", "2 ranks, 1 thread each", "ratio"),
                  [(f"{one:.2f}", f"{two:.2f}", f"{two / one:.2f}x")])


def memory():
    """Peak memory of heat_2d against its two arrays, the field and the change."""
    _, binary = measure.build("heat_2d")
    n = 4000
    ran = measure.run([binary, str(n), "5", "1e-9", measure.OUT / "memory.npy"])
    theirs = measure.run(measure.python("heat_2d", [str(n), "5", "1e-9", measure.OUT / "memory.npy"]))
    arrays = 2 * n * n * 8
    print(f"\nPeak memory of heat_2d {n} x {n}, arrays of {arrays / 2**20:.0f} MiB (goal: at most 1.5x)")
    measure.table(("program", "MiB", "ratio"),
                  [("Phylanx", f"{ran.memory / 2**20:.0f}", f"{ran.memory / arrays:.2f}x"),
                   ("CPython+NumPy", f"{theirs.memory / 2**20:.0f}", f"{theirs.memory / arrays:.2f}x")])


def main():
    measure.need_compiler()
    names = sys.argv[1:] or list(EXAMPLES)
    compile_time(names)
    speed(names)
    if len(names) == len(EXAMPLES):
        same_bits()
        scaling()
        memory()


if __name__ == "__main__":
    main()
