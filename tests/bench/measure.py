"""What `make demo` and `make bench` share: compiling, running with time and peak memory, comparing output."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "out"
PHYLANXC = ROOT / "target" / "release" / "phylanxc"
PYTHON = ROOT / ".venv" / "bin" / "python"
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*(?:[eE][-+]?\d+)?|inf|nan)")


class Ran:
    """One run of a program: exit code, seconds, peak memory in bytes, output."""

    def __init__(self, code, seconds, memory, stdout, stderr):
        self.code = code
        self.seconds = seconds
        self.memory = memory
        self.stdout = stdout
        self.stderr = stderr

    def loop_seconds(self):
        """The seconds that heat_2d measures around its loop."""
        found = re.search(r"seconds in the loop: ([0-9.]+)", self.stderr)
        return float(found.group(1)) if found else self.seconds


def run(command, cwd=ROOT, env=None, limit=300):
    """Runs a command to its end."""
    stdout = open(OUT / "stdout.txt", "w+")
    stderr = open(OUT / "stderr.txt", "w+")
    start = time.perf_counter()
    child = subprocess.Popen([str(word) for word in command], cwd=cwd, env={**os.environ, **(env or {})},
                             stdout=stdout, stderr=stderr)
    while True:
        pid, status, usage = os.wait4(child.pid, os.WNOHANG)
        if pid:
            break
        if time.perf_counter() - start > limit:
            child.kill()
        time.sleep(0.001)
    seconds = time.perf_counter() - start
    texts = []
    for stream in (stdout, stderr):
        stream.seek(0)
        texts.append(stream.read())
        stream.close()
    return Ran(os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss * 1024, *texts)


def best(command, times, **options):
    """The fastest of several runs; the first that fails, if one does."""
    runs = []
    for _ in range(times):
        ran = run(command, **options)
        if ran.code != 0:
            return ran
        runs.append(ran)
    return min(runs, key=lambda ran: ran.seconds)


def build(example, *options):
    """The command that compiles an example, and the executable's path."""
    binary = OUT / "bin" / example
    binary.parent.mkdir(parents=True, exist_ok=True)
    return [PHYLANXC, "build", f"examples/{example}.py", "-o", binary, *options], binary


def python(example, args):
    return [PYTHON, f"examples/{example}.py", *args]


def mpirun(ranks, binary, args):
    return ["mpirun", "--oversubscribe", "--allow-run-as-root", "-n", str(ranks), binary, *args]


def numbers(text):
    return [float(word) for word in NUMBER.findall(text)]


def text_difference(expected, found):
    """The largest relative difference of the numbers in two texts; infinite when the texts are not alike."""
    if NUMBER.sub("#", expected).split() != NUMBER.sub("#", found).split():
        return float("inf")
    pairs = list(zip(numbers(expected), numbers(found)))
    return max((abs(a - b) / max(abs(a), abs(b), 1e-300) for a, b in pairs if a != b), default=0.0)


def file_difference(expected, found):
    """The largest difference of two .npy files, relative to the largest element."""
    a, b = np.load(expected), np.load(found)
    if a.shape != b.shape or a.dtype != b.dtype:
        return float("inf")
    return float(np.abs(a - b).max() / max(float(np.abs(a).max()), 1e-300))


def table(head, rows):
    """Prints rows in columns; the first column left, the others right."""
    texts = [[str(cell) for cell in row] for row in [head, *rows]]
    widths = [max(len(row[at]) for row in texts) for at in range(len(head))]
    for number, row in enumerate(texts):
        cells = [row[0].ljust(widths[0])] + [cell.rjust(width) for cell, width in zip(row[1:], widths[1:])]
        print("  ".join(cells).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))


def need_compiler():
    OUT.mkdir(exist_ok=True)
    if not PHYLANXC.exists():
        sys.exit(f"{PHYLANXC} is missing: cargo build --release --workspace")
