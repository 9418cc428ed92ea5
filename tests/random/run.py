"""Runs random NumPy programs under CPython and compiled, and keeps those that differ.

    python run.py PHYLANXC [--count 1000] [--seed 0] [--batch 25] [--jobs 2] [--all] [--keep DIR]

Several programs share one build; a program that is refused is left out of its build and counted. Exit code 1 if any differs.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import io
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from compare import differs
from generate import HELPERS, generate

#: Ways to build and to run the same programs; every one must print what CPython prints.
BUILDS = {"default": [], "strict": ["--float", "strict"]}
RUNS = {
    "default": {},
    "one-thread": {"PHYLANX_THREADS": "1"},
    "two-ranks": {"PHYLANX_RANKS": "2", "PHYLANX_SHARE_FROM": "64"},
    "three-ranks": {"PHYLANX_RANKS": "3", "PHYLANX_SHARE_FROM": "64"},
}
SECONDS = 60
REFUSED_WHEN_RUN = "which would change the element type of the result"


def main():
    options = arguments()
    seeds = range(options.seed, options.seed + options.count)
    batches = [list(seeds[at : at + options.batch]) for at in range(0, options.count, options.batch)]
    results = collections.Counter()
    with concurrent.futures.ProcessPoolExecutor(options.jobs) as pool:
        for number, found in enumerate(pool.map(try_batch, batches, [options] * len(batches))):
            for outcome, seed, text in found:
                results[outcome] += 1
                if outcome != "same":
                    keep(options.keep, outcome, seed, text)
            if sys.stderr.isatty() or (number + 1) % 20 == 0:
                print(f"{sum(results.values())} of {options.count}: {dict(results)}", file=sys.stderr, flush=True)
    print(f"{options.count} programs: " + ", ".join(f"{count} {outcome}" for outcome, count in sorted(results.items())))
    return 0 if set(results) <= {"same", "refused"} else 1


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("phylanxc")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, default=25)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--all", action="store_true", help="every way to build and to run, not the default alone")
    parser.add_argument("--keep", type=pathlib.Path, default=pathlib.Path("random-differences"))
    return parser.parse_args()


def keep(folder, outcome, seed, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{outcome}_{seed}.py").write_text(text)


def try_batch(seeds, options):
    """Outcome, seed and source for each program of a batch."""
    programs = {seed: generate(seed).source(f"p{seed}") for seed in seeds}
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for build in BUILDS if options.all else ["default"]:
            runs = RUNS if options.all else {"default": {}}
            work = Work(pathlib.Path(folder), options.phylanxc, build, runs)
            for seed, (outcome, note) in run_all(dict(programs), work).items():
                if outcome != "same":
                    found.append((outcome, seed, f"# {build}: {note}\n{whole({seed: programs.pop(seed)})}"))
    return found + [("same", seed, "") for seed in programs]


#: A folder to work in, the compiler, how to build and how to run.
Work = collections.namedtuple("Work", "folder phylanxc build runs")


def run_all(programs, work):
    outcomes = {}
    while programs:
        path = work.folder / "app.py"
        path.write_text(whole(programs))
        command = [work.phylanxc, "build", path, "-o", work.folder / "app", *BUILDS[work.build]]
        built = subprocess.run(command, capture_output=True, text=True, timeout=300)
        if built.returncode:
            found = refused(programs, built.stderr) if built.returncode == 1 else {}
            if not found:
                return outcomes | halves(programs, work, built)
            outcomes |= {seed: ("refused", note) for seed, note in found.items()}
            programs = {seed: text for seed, text in programs.items() if seed not in found}
            continue
        outcomes |= compared(programs, work)
        programs = {seed: text for seed, text in programs.items() if seed not in outcomes}
    return outcomes


def halves(programs, work, built):
    """The compiler failed, or pointed at a function that programs share: finds the programs at which it does."""
    if len(programs) == 1:
        outcome = "refused" if built.returncode == 1 else "crashed"
        return {seed: (outcome, built.stderr.strip().split("\n")[0]) for seed in programs}
    seeds = list(programs)
    parts = [seeds[: len(seeds) // 2], seeds[len(seeds) // 2 :]]
    tried = [run_all({seed: programs[seed] for seed in part}, work) for part in parts]
    return tried[0] | tried[1]


def whole(programs):
    calls = "".join(f'print("# {seed}")\np{seed}()\n' for seed in programs)
    return "import numpy as np\n" + HELPERS + "\n\n" + "\n\n".join(programs.values()) + "\n\n" + calls


def refused(programs, stderr):
    """The programs at which diagnostics point, with the message."""
    lines = whole(programs).split("\n")
    starts = {lines.index(f"def p{seed}():") + 1: seed for seed in programs}
    found = {}
    for line, message in re.findall(r"app\.py:(\d+):\d+: error: (.*)", stderr):
        before = [start for start in starts if start <= int(line)]
        if before:
            found.setdefault(starts[max(before)], message)
    return found


def compared(programs, work):
    """Outcomes of the programs that ran every way; of one that ended a run as well."""
    expected = sections(reference(whole(programs)))
    outcomes = {}
    for name, env in work.runs.items():
        seeds, actual, end = executed(programs, work.folder / "app", env)
        for seed in seeds:
            note = differs(expected[str(seed)], actual.get(str(seed), ""), programs[seed])
            if outcomes.get(seed, ("same",))[0] == "same":
                outcomes[seed] = ("different", f"{name}: {note}") if note else ("same", "")
        if end:
            # What would have an element type that only running tells is refused then.
            outcome = "refused" if REFUSED_WHEN_RUN in end else "failed"
            outcomes[seeds[-1]] = (outcome, f"{name}: {end}")
            return {seed: outcome for seed, outcome in outcomes.items() if seed in seeds}
    return outcomes


def executed(programs, app, env):
    """The programs that began, what each printed, and how the run ended if not well."""
    try:
        ran = subprocess.run([app], capture_output=True, text=True, timeout=SECONDS, env=os.environ | env)
        stdout, end = ran.stdout, ran.returncode and ((ran.stderr.strip().split("\n") or ["?"])[-1] or "?")
    except subprocess.TimeoutExpired as late:
        stdout, end = (late.stdout or b"").decode(), f"longer than {SECONDS} s"
    actual = sections(stdout)
    return [seed for seed in programs if str(seed) in actual] or list(programs)[:1], actual, end


def reference(source):
    out = io.StringIO()
    with contextlib.redirect_stdout(out), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(compile(source, "app.py", "exec"), {"__name__": "__main__"})
    return out.getvalue()


def sections(text):
    parts = re.split(r"^# (\d+)\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2]))


if __name__ == "__main__":
    sys.exit(main())
