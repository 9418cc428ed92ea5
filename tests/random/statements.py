"""Random statements: each maker adds at most one statement to a program. A row is a maker and its weight."""

import numpy as np

from expressions import COMPARE


def assign(p):
    text, loose = p.expression()
    name = p.name()
    p.add(f"{name} = {text}", [name] if loose else [])


def bind_view(p):
    source = p.array()
    name = p.name()
    ways = [p.view(source), f"{source}.T", f"backwards({source})", source, f"{source}[None]"]
    flags = p.env[source].flags
    if flags.c_contiguous or not flags.owndata:
        # The result of arithmetic on transposed arrays lies as its operands do in NumPy, which decides whether these copy.
        ways += [f"{source}.reshape(-1)", f"{source}.ravel()"]
    if p.add(f"{name} = {p.rng.choice(ways)}") and source in p.loose:
        p.loose.add(name)


def sharing(p, name):
    """Variables that may see a write to `name`."""
    target = p.env[name]
    return [n for n in p.arrays() if np.may_share_memory(p.env[n], target)]


def write(p):
    name = p.array()
    target = p.view(name) if p.rng.random() < 0.7 else p.places(name)
    value = p.value(target)
    if value is None:
        return
    tight = name not in p.loose
    text, loose = p.expression(tight=tight, shape=np.shape(value))
    op = p.rng.choice(["=", "=", "=", "+=", "-=", "*="])
    found = p.value(text)
    if op == "=" and isinstance(found, np.ndarray) and np.may_share_memory(found, p.env[name]):
        # What a mask stores is read in NumPy while it is being stored.
        text = f"({text}).copy()" if f"[{name} " in target else text
    p.add(f"{target if '[' in target else target + '[...]'} {op} {text}", sharing(p, name) if loose or not tight else [])


def update(p):
    name = p.array()
    tight = name not in p.loose
    text, loose = p.expression(tight=tight, shape=p.env[name].shape, depth=1)
    op = p.rng.choice(["+=", "-=", "*=", "//=", "%=", "|=", "&=", "/="])
    p.add(f"{name} {op} {text}", sharing(p, name) if loose or op == "/=" else [])


def mask(p):
    name = p.array(tight=True)
    if name:
        test = p.rng.choice([f"{name} % 3 == 1", f"{name} {p.rng.choice(COMPARE)} {p.rng.randrange(-2, 5)}", f"~({name} > 0)"])
        p.add(f"{name}[{test}] {p.rng.choice(['=', '+=', '-='])} {p.rng.randrange(9)}")


def call(p):
    name = p.array(where=lambda a: a.ndim > 0)
    if not name or name in p.loose:
        return
    target = p.view(name)
    rng, new = p.rng, p.name()
    other = p.array(tight=True, where=lambda a: (a.dtype, a.ndim) == (p.env[name].dtype, p.env[name].ndim))
    ways = [
        f"add_to({target}, {rng.randrange(4)})", f"{new} = bump_first({target})", f"{new} = bump_first({target}, by={rng.randrange(5)})",
        f"smooth({target})", f"{new} = either({name}, {other}, {rng.randrange(6)})", f"{new}, {p.name()} = mixed({name}, {name})",
        f"{new} = digits(int(abs({name}).sum()))",
    ]
    if np.ndim(p.value(target)) == 1:
        ways.append(f"{new} = first_above({target}, {rng.randrange(4)})")
    p.add(rng.choice(ways))


def scalar(p):
    name = p.array(tight=True, where=lambda a: a.size > 0)
    if name:
        rng, new = p.rng, p.name()
        at = ", ".join(str(rng.randrange(n)) for n in p.env[name].shape)
        ways = [f"{name}[{at}]" if at else f"{name}[()]", f"int({name}.sum())", f"float({name}.max())", f"{name}.shape[0]", f"len({name})", f"{name}.size", f"bool({name}.any())"]
        p.add(f"{new} = {rng.choice(ways)}")


def scalar_arithmetic(p):
    names = p.scalars()
    if names:
        rng = p.rng
        a, b, new = rng.choice(names), rng.choice(names), p.name()
        p.add(f"{new} = {rng.choice(['{a} + {b} * 2', '{a} // 3 - {b}', '{a} % 5 + {b} % -4', 'max({a}, {b})', 'abs({a}) + 1', '{a} if {a} > {b} else {b}', 'divmod({a}, 4)[1]', 'int({a}) ** 2 % 97', '-{a}', 'not {a}', '{a} == {b}', '{a} < {b} <= 5']).format(a=a, b=b)}")


def branch(p):
    name = p.array(tight=True)
    if name:
        rng = p.rng
        test = rng.choice([f"{name}.sum() % 2 == 0", f"{name}.max() > 3" if p.env[name].size else "True", f"{name}.size > 6", f"len({name}.shape) == 2"])
        new = p.name()
        (yes, loose), (no, also) = p.expression(tight=True), p.expression(tight=True)
        if np.shape(p.value(yes)) == np.shape(p.value(no)) and np.asarray(p.value(yes)).dtype == np.asarray(p.value(no)).dtype:
            p.add(f"if {test}:\n    {new} = {yes}\nelse:\n    {new} = {no}", [new] if loose or also else [])


def loop(p):
    name = p.array(tight=True, where=lambda a: a.ndim > 0)
    if name:
        rng = p.rng
        target = p.view(name)
        value = p.value(target)
        if value is None:
            return
        text, _ = p.expression(tight=True, shape=np.shape(value), depth=1)
        first = f"{target if '[' in target else target + '[...]'} {rng.choice(['=', '+='])} ({text}) % 31 {rng.choice(['', '+ k', '- k'])}"
        other = p.array(tight=True, where=lambda a: a.ndim > 0)
        second = f"{other}[{rng.choice(['0', '-1', ':1', 'k % ' + str(max(1, p.env[other].shape[0]))])}] {rng.choice(['+=', '='])} {rng.choice(['k', '1', str(name) + '[0]'])}"
        test = rng.choice(["", f"    if k % 2:\n        continue\n", f"    if {name}[0].sum() > 40:\n        break\n"])
        p.add(f"for k in range({rng.randrange(1, 5)}):\n    {first}\n{test}    {second}")


def recurrence(p):
    name = p.array(tight=True, where=lambda a: a.ndim == 1)
    if name:
        step = p.rng.choice([f"{name}[k] = {name}[k - 1] + {name}[k] % 5", f"{name}[k] += {name}[k - 1] // 2", f"{name}[k - 1] = {name}[k] * 2 % 17", f"{name}[k] = max({name}[k], {name}[k - 1])"])
        p.add(f"for k in range(1, {name}.shape[0]):\n    {step}")


def gather(p):
    name = p.array(tight=True, where=lambda a: a.ndim == 1 and a.dtype != bool)
    if name:
        new = p.name()
        kind = p.rng.choice(["if {a}[k] > 1:\n        {v} += {a}[k]", "if {a}[k] % 3 == 1:\n        continue\n    {v} += {a}[k] * k % 7", "{v} = {v} * 3 % 101 + k\n    if {v} > 90:\n        break", "{v} = max({v}, {a}[k])"])
        zero = "0.0" if p.env[name].dtype.kind == "f" else "0"
        p.add(f"{new} = {zero}\nfor k in range(len({name})):\n    " + kind.format(a=name, v=new))


def rows(p):
    name = p.array(tight=True, where=lambda a: a.ndim > 1)
    if name:
        new = p.name()
        zero = "0.0" if p.env[name].dtype.kind == "f" else "0"
        p.add(f"{new} = {zero}\nfor row in {name}:\n    {p.rng.choice(['{v} += row.sum()', 'row += 1', '{v} = {v} + row[0].max() % 5', 'row[0] = row[-1]']).format(v=new)}")


def counting_while(p):
    names = [n for n in p.scalars() if isinstance(p.env[n], (int, np.integer)) and not isinstance(p.env[n], bool)]
    if names:
        a, new = p.rng.choice(names), p.name()
        p.add(f"{new} = abs(int({a})) + 3\nwhile {new} > 2:\n    {new} = {new} // 2 if {new} % 2 == 0 else {new} - 3")


def unpack(p):
    a, b = p.name(), p.name()
    (x, loose), (y, also) = p.expression(depth=1), p.expression(depth=1)
    p.add(f"{a}, {b} = {x}, {y}", [n for n, is_loose in ((a, loose), (b, also)) if is_loose])


STATEMENTS = [
    (assign, 8), (bind_view, 5), (write, 8), (update, 4), (mask, 2), (call, 3), (scalar, 3), (scalar_arithmetic, 2), (branch, 2), (loop, 3),
    (recurrence, 2), (gather, 2), (rows, 1), (counting_while, 1), (unpack, 1),
]
