"""Random expressions over the variables of a program. Each is a pair: its text, and whether it is loose."""

import numpy as np

BINARY = ["+", "-", "*", "+", "-"]
COMPARE = ["<", "<=", ">", ">=", "==", "!="]
FOLDS = ["sum", "max", "min", "any", "all", "argmax", "argmin", "prod", "mean"]
LOOSE_FUNCTIONS = ["np.sqrt(abs({} * 1.0))", "np.sin({} * 1.0)", "np.exp(-abs({} * 0.5))", "np.log1p(abs({} * 2.0))", "np.tanh({} / 2)", "np.arctan({} + 0.5)"]
UNARY = ["-{}", "abs({})", "np.abs({})", "np.square({})", "np.sign({})", "np.floor({})", "{}.copy()", "np.ravel({})", "{}.T"]
SHAPED = [
    "np.roll({}, {k})", "np.flip({})", "np.sort({}, axis=-1)", "np.cumsum({}, axis=0)", "np.cumsum({})", "np.diff({})", "{}.reshape(-1)",
    "np.expand_dims({}, 0)", "np.squeeze({})", "np.repeat({}, 2, axis=0)", "np.tile({}, 2)", "np.concatenate([{}, {}])", "np.stack([{}, {}])",
    "np.vstack([{}, {}])", "np.hstack([{}, {}])", "np.swapaxes({}, 0, -1)", "np.maximum.accumulate({}, axis=0)", "np.unique({})",
    "np.argsort({}, axis=-1, kind='stable')", "np.triu({})", "np.tril({})", "np.diag({})", "np.outer({}, {})", "np.clip({}, -3, 5)", "np.flatnonzero({})",
    "np.atleast_2d({})", "np.rot90({})", "np.moveaxis({}, 0, -1)", "np.pad({}, 1)", "np.trace({})", "np.count_nonzero({}, axis=0)",
]
DTYPES = ["np.int64", "np.int32", "np.float64", "np.uint8", "np.int16", "bool", "np.float32"]


def rounds(value):
    """Whether a product of these floats may be rounded, so that the order of the factors matters."""
    if value.dtype.kind != "f":
        return False
    factors = [float(item).as_integer_ratio()[0] for item in value.ravel() if np.isfinite(item)]
    bits = sum((factor // (factor & -factor)).bit_length() for factor in factors if factor)
    return bits > np.finfo(value.dtype).nmant


class Expressions:
    """What a program can say about its variables."""

    def arrays(self, tight=False, where=lambda value: True):
        found = [n for n in self.variables() if isinstance(self.env[n], np.ndarray) and where(self.env[n])]
        return [n for n in found if not (tight and n in self.loose)]

    def scalars(self):
        return [n for n in self.variables() if isinstance(self.env[n], (int, float, np.generic)) and n not in self.loose]

    def array(self, tight=False, where=lambda value: True):
        found = self.arrays(tight, where)
        return self.rng.choice(found) if found else None

    def slice(self, extent):
        rng = self.rng
        ready = [":", ":", "::-1", "::2", "1:", ":-1", "1:-1", "::-2", "-2:", ":2", "2:0:-1"]
        if rng.random() < 0.8:
            return rng.choice(ready)
        low = rng.randrange(0, extent + 1)
        return f"{low}:{rng.randrange(low, extent + 2)}"

    def view(self, name):
        """A basic index of an array, most often a view."""
        rng, value = self.rng, self.env[name]
        if value.ndim == 0:
            return name
        if rng.random() < 0.1:
            return f"{name}[..., {self.slice(value.shape[-1])}]"
        parts = []
        for extent in value.shape:
            if rng.random() < 0.2 and extent:
                parts.append(str(rng.randrange(-extent, extent)))
            elif rng.random() < 0.07:
                parts += ["None", self.slice(extent)]
            else:
                parts.append(self.slice(extent))
        kept = rng.randrange(1, len(parts) + 1) if rng.random() < 0.4 else len(parts)
        return f"{name}[{', '.join(parts[:kept])}]"

    def places(self, name):
        """An index with integers or a mask."""
        rng, value = self.rng, self.env[name]
        extent = value.shape[0] if value.ndim else 0
        if not extent:
            return name
        at = [rng.randrange(-extent, extent) for _ in range(rng.randrange(1, 5))]
        forms = [f"{name}[{at}]", f"{name}[np.array({at})]"]
        if value.dtype != bool and name not in self.loose:
            forms += [f"{name}[{name} % {rng.randrange(2, 5)} == {rng.randrange(3)}]", f"{name}[{name} {rng.choice(COMPARE)} {rng.randrange(-3, 6)}]"]
        if value.ndim > 1:
            other = [rng.randrange(value.shape[1]) for _ in at] if value.shape[1] else []
            forms += [f"{name}[{at}, {self.slice(value.shape[1])}]", f"{name}[:, {sorted(set(other))}]", f"{name}[{at}, {other}]"]
        return rng.choice(forms)

    def term(self, tight):
        rng = self.rng
        name = self.array(tight)
        dice = rng.random()
        if name is None or dice < 0.12:
            return rng.choice([str(rng.randrange(-5, 9)), "0.5", "2.25", *self.scalars()]), False
        loose = name in self.loose
        if dice < 0.5:
            return name, loose
        if dice < 0.72:
            return self.view(name), loose
        if dice < 0.78:
            return self.places(name), loose
        if dice < 0.88:
            return self.fold(name)
        return rng.choice(UNARY).format(name), loose

    def fold(self, name):
        rng, value = self.rng, self.env[name]
        how = rng.choice(FOLDS)
        if name in self.loose and how.startswith("arg"):
            how = "sum"
        axis = f"axis={rng.randrange(-value.ndim, value.ndim)}" if value.ndim and rng.random() < 0.7 else ""
        if axis and rng.random() < 0.4:
            axis += ", keepdims=True"
        rounded = how == "mean" or (value.dtype == np.float32 and how == "sum") or (how == "prod" and rounds(value))
        return f"{name}.{how}({axis})", name in self.loose or rounded

    def expression(self, tight=False, shape=None, depth=2):
        """An expression that evaluates; it broadcasts to `shape` if one is given."""
        for _ in range(25):
            text, loose = self.compound(tight, depth)
            value = self.value(text)
            if value is None or (tight and loose):
                continue
            if shape is None or fits(np.shape(value), shape):
                return text, loose or is_inexact(text, value)
        return str(self.rng.randrange(9)), False

    def compound(self, tight, depth):
        rng = self.rng
        dice = rng.random()
        left = self.term(tight)
        if depth == 0 or dice < 0.15:
            return left
        right = self.compound(tight, depth - 1)
        loose = left[1] or right[1]
        if dice < 0.55:
            return f"({left[0]} {rng.choice(BINARY)} {right[0]})", loose
        if dice < 0.62 and not loose:
            test, other = f"{left[0]} {rng.choice(COMPARE)} {right[0]}", self.term(tight)
            return f"np.where({test}, {other[0]}, {rng.choice([left[0], '0', '1.5'])})", other[1]
        if dice < 0.68:
            return f"np.{rng.choice(['maximum', 'minimum', 'fmax', 'add', 'multiply'])}({left[0]}, {right[0]})", loose
        if dice < 0.74 and not loose:
            return f"({left[0]} {rng.choice(['//', '%'])} {rng.choice([2, 3, 5, -3])})", False
        if dice < 0.78:
            return f"({left[0]} / {rng.choice([2, 4, 0.5, 3, 7])})", True
        if dice < 0.83:
            return rng.choice(LOOSE_FUNCTIONS).format(left[0]), True
        if dice < 0.86 and not loose:
            return f"({left[0]} {rng.choice(COMPARE)} {right[0]})", False
        if dice < 0.88 and not loose:
            return f"({left[0]} {rng.choice(['&', '|', '^'])} {right[0]})", False
        if dice < 0.9 and not loose:
            return f"np.asarray({left[0]}).astype({rng.choice(DTYPES)})", False
        if dice < 0.92:
            return f"({left[0]} @ {right[0]})", loose
        call = rng.choice(SHAPED)
        ordering = any(word in call for word in ("sort", "unique", "nonzero"))
        if (ordering and left[1]) or not np.ndim(self.value(left[0])):
            return left
        return call.format(left[0], left[0], k=rng.randrange(-2, 3)), left[1]

    def value(self, text):
        from generate import run, small

        scope = dict(self.env)
        try:
            run(f"result = {text}", scope)
        except Exception:
            return None
        value = scope["result"]
        return value if small(value) else None


def fits(given, wanted):
    try:
        return np.broadcast_shapes(given, wanted) == tuple(wanted)
    except ValueError:
        return False


def is_inexact(text, value):
    """Products and sums of few bits are exact in 53 bits, not in 24."""
    return np.asarray(value).dtype == np.float32 and any(op in text for op in "*@")
