"""`make demo`: compiles and runs the examples, and prints what came out beside CPython with NumPy."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "bench"))
import measure

# Example, arguments, the file it writes.
EXAMPLES = [
    ("logistic_regression", ["4000", "20"], None),
    ("heat_2d", ["1500", "100", "1e-3"], "heat_2d.npy"),
    ("matrix_chain", ["800", "20"], None),
    ("kmeans", ["300000", "8", "20"], None),
]
TOLERANCE = 1e-6


def difference(expected, found, files):
    largest = measure.text_difference(expected.stdout, found.stdout)
    if files and largest < float("inf"):
        largest = max(largest, measure.file_difference(*files))
    return largest


def show(example, args, file):
    """The rows of one example: one process with all cores, and two ranks under mpirun."""
    command, binary = measure.build(example)
    stages = measure.OUT / "stages" / example
    built = measure.run(command, env={"PHYLANX_DUMP": str(stages)})
    if built.code != 0:
        return [(example, "-", "-", "-", "-", "does not compile")], built.stderr
    outputs = {label: measure.OUT / f"{example}-{label}.npy" for label in ("cpython", "1", "2")}
    with_file = lambda label: args + [outputs[label]] if file else args
    expected = measure.run(measure.python(example, with_file("cpython")))
    runs = [("1", [binary, *with_file("1")]), ("2", measure.mpirun(2, binary, with_file("2")))]
    rows, said = [], ""
    for label, command in runs:
        env = {"PHYLANX_THREADS": str(max(1, (os.cpu_count() or 1) // int(label)))}
        found = measure.run(command, env=env)
        if found.code != 0:
            rows.append((example, label, "-", f"{expected.seconds:.2f}", "-", f"FAIL (exit {found.code})"))
            said += found.stderr
            continue
        largest = difference(expected, found, (outputs["cpython"], outputs[label]) if file else None)
        verdict = "pass" if largest <= TOLERANCE else "FAIL"
        rows.append((example, label, f"{found.seconds:.2f}", f"{expected.seconds:.2f}", f"{largest:.1e}", verdict))
    return rows, said


def main():
    measure.need_compiler()
    rows, said = [], ""
    for number, (example, args, file) in enumerate(EXAMPLES, 1):
        print(f"[{number}/{len(EXAMPLES)}] {example} {' '.join(args)}", flush=True)
        more, text = show(example, args, file)
        rows += more
        said += text
    trace = measure.OUT / "heat_2d.trace.json"
    binary = measure.OUT / "bin" / "heat_2d"
    if binary.exists():
        measure.run([binary, "600", "20", "1e-3", measure.OUT / "traced.npy"],
                    env={"PHYLANX_TRACE": str(trace), "PHYLANX_RANKS": "2"})
    print()
    measure.table(("example", "ranks", "seconds", "CPython+NumPy", "difference", ""), rows)
    print(f"\nexecutables   {measure.OUT / 'bin'}/")
    print(f"stage dumps   {measure.OUT / 'stages'}/")
    if trace.exists():
        print(f"trace         {trace} (open it in https://ui.perfetto.dev)")
    if said:
        print("\n" + said, file=sys.stderr)
    sys.exit(0 if all(row[-1] == "pass" for row in rows) else 1)


if __name__ == "__main__":
    main()
