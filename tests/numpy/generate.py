"""Writes programs that call the functions of table.txt on many kinds of input, and what NumPy prints for them.

Usage: generate.py FOLDER [WORD]; with WORD only rows that contain it. Each program k.py stands beside its expected output k.txt.
"""

import contextlib
import io
import pathlib
import sys

import numpy as np

HEADER = '''import sys
import numpy as np

K = len(sys.argv)


def show(label, x):
    x = np.asarray(x)
    print(label, x.dtype, x.shape, x.ravel())


def layout(label, x):
    x = np.asarray(x)
    if x.ndim > 1 and x.size > 1:
        line = x.reshape(-1)
        line[:1] = line[:1] == 0
        print("reshape gives a view" if x.reshape(-1)[0] == line[0] else "reshape gives a copy")

'''

# What stands for a placeholder: kinds of arrays, by element type, rank, emptiness, strides and special values.
INPUTS = {
    "F": [
        "np.array([1.5, -2.25, 0.0, -0.0, np.nan, np.inf, -np.inf, 3.0])",
        "np.linspace(-3.0, 3.0, 24).reshape(2, 3, 4)[:, ::-1, K:]",
        "np.array([0.5, 1.25, -3.0, 2.0], dtype=np.float32)",
        "np.zeros((0, 3))",
        "np.linspace(-2.0, 2.0, 12).reshape(3, 4)",
        "np.float64(0.75)",
        "np.arange(7.0)[::-2]",
    ],
    "I": [
        "np.array([3, -1, 7, 0, 2, 3])",
        "np.arange(-6, 6).reshape(3, 4)[K:]",
        "np.array([127, -128, 5, 0], dtype=np.int8)",
        "np.zeros((2, 0), dtype=np.int64)",
        "np.array([255, 0, 17], dtype=np.uint8)",
        "np.array([2147483647, -2147483648, 12], dtype=np.int32)[::-1]",
        "np.array([9, 4, 1], dtype=np.uint64)",
        "np.int64(5)",
    ],
    "B": [
        "np.array([True, False, True, True])",
        "np.arange(6).reshape(2, 3)[:, K:] % 2 == 0",
        "np.zeros((0,), dtype=np.bool_)",
    ],
    "V": [
        "np.array([3.5, -1.0, 2.0, 0.25, 2.0, 7.0])",
        "np.array([4, 1, 3, 1, 2])[K:]",
        "np.array([2.5, 0.5, 1.5, 1.0], dtype=np.float32)",
        "np.arange(9)[::-2]",
        "np.array([7, 200, 7, 3], dtype=np.uint8)",
    ],
    "W": [
        "np.array([3.5, -1.0, 2.0, 0.25, 2.0, 7.0])",
        "np.linspace(0.0, 1.0, 9)[K:]",
        "np.arange(10.0)[::-3]",
    ],
    "M": [
        "np.arange(12.0).reshape(3, 4) - 5.5",
        "np.array([[3, 1, 2], [1, 3, 2]])[:, ::-1]",
        "np.arange(20.0).reshape(4, 5)[K:, ::2]",
        "np.array([[1, 2], [3, 4]], dtype=np.int32)",
    ],
    "Q": [
        "np.array([[2.0, -1.0, 0.5], [0.0, 3.0, 1.0], [1.5, 1.0, -4.0]])",
        "np.arange(16).reshape(4, 4)[K:, K:]",
    ],
    "X": [
        "np.array([1.0, np.nan, 3.0, -2.0, np.nan, 0.5])",
        "np.where(np.arange(12).reshape(3, 4)[K:] % 5 == 0, np.nan, np.arange(12.0).reshape(3, 4)[K:])",
        "np.array([[1.0, 2.0], [np.nan, 4.0]], dtype=np.float32)",
    ],
}
INPUTS["C"] = [
    "np.array([1 + 2j, -0.5j, 3, -1 - 1j])",
    "(np.arange(6) - 2j * np.arange(6)[::-1]).reshape(2, 3)[:, K:]",
    "np.array([[1 + 1j, 2], [0.5, -3j]], dtype=np.complex64)",
    "np.zeros((0, 2), dtype=np.complex128)",
]
INPUTS["N"] = [item for pair in zip(INPUTS["F"], INPUTS["I"]) for item in pair]
INPUTS["A"] = INPUTS["N"][:4] + INPUTS["B"][:2] + INPUTS["N"][4:]
# Fresh arrays here, views of odd layout in NumPy: what is written to a `reshape` of them shows where NumPy's would not.
OTHER_LAYOUT = {
    "broadcast_to", "broadcast_arrays", "copy", "sliding_window_view", "real", "imag", "ndarray.real", "ndarray.imag",
}
VARIANTS = 4
ROWS_OF_PROGRAM = 24


def rows(word):
    """The rows of the table: name and snippet."""
    table = pathlib.Path(__file__).with_name("table.txt").read_text()
    lines = [line.strip() for line in table.splitlines() if line.strip() and not line.startswith("#")]
    pairs = [tuple(part.strip() for part in line.split("|", 1)) for line in lines]
    return [(at, name, text) for at, (name, text) in enumerate(pairs) if word in name or word in text]


def variants(at, most, text):
    """The snippet with its placeholders filled in, in several ways."""
    used = [key for key in INPUTS if "{" + key + "}" in text]
    if not used:
        return [text]
    count = min(most, max(len(INPUTS[key]) for key in used))
    found = []
    for step in range(count):
        filled = text
        for key in used:
            items = INPUTS[key]
            filled = filled.replace("{" + key + "}", items[(at + step) % len(items)])
        if filled not in found:
            found.append(filled)
    return found


def case(label, text):
    """The lines of one case, or nothing where NumPy refuses it."""
    before, _, result = text.rpartition("=>")
    lines = [part.strip() for part in before.split(";") if part.strip()] + [f"r = {result.strip()}"]
    scope = {"np": np, "K": 1, "sys": sys}
    try:
        exec("\n".join(lines), scope)
    except Exception as error:
        return None, f"{label}: {type(error).__name__}: {error}"
    value = scope["r"]
    results = [(f"{label}.{k}", f"r[{k}]") for k in range(len(value))] if isinstance(value, (tuple, list)) else [(label, "r")]
    lines += [f'show("{name}", {result})' for name, result in results]
    if label.split("#")[0] not in OTHER_LAYOUT:
        lines += [f'layout("{name}", {result})' for name, result in results]
    name = "case_" + "".join(c if c.isalnum() else "_" for c in label)
    body = "".join(f"    {line}\n" for line in lines)
    return f"\ndef {name}():\n{body}\n\n{name}()\n", None


def program(cases):
    return HEADER + "".join(cases)


def expected(text):
    out = io.StringIO()
    argv, sys.argv = sys.argv, ["program"]
    with contextlib.redirect_stdout(out), np.errstate(all="ignore"):
        exec(compile(text, "program", "exec"), {"__name__": "__main__"})
    sys.argv = argv
    return out.getvalue()


def main(folder, word=""):
    folder = pathlib.Path(folder)
    chosen = rows(word)
    refused = []
    for number, start in enumerate(range(0, len(chosen), ROWS_OF_PROGRAM)):
        cases = []
        for at, name, text in chosen[start : start + ROWS_OF_PROGRAM]:
            made = []
            name, _, most = name.partition(":")
            for k, filled in enumerate(variants(at, int(most or VARIANTS), text)):
                text_of_case, reason = case(f"{name}#{at}.{k}", filled)
                if text_of_case is None:
                    refused.append(reason)
                else:
                    made.append(text_of_case)
            if not made:
                sys.exit(f"no case of {name} is left: {refused[-1]}")
            cases += made
        text = program(cases)
        (folder / f"{number}.py").write_text(text)
        (folder / f"{number}.txt").write_text(expected(text))


if __name__ == "__main__":
    import warnings

    warnings.simplefilter("ignore")
    main(*sys.argv[1:])
