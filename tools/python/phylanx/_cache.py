"""Compiled code on disk, found by its content: what it was made from, for which types and options, by which compiler, for which CPU.

One file holds one function for one combination of types. It is written beside its place and moved there, so that nobody sees half
of it; whoever compiles holds a lock, so that of many processes that want the same code one makes it.
"""

import contextlib
import hashlib
import json
import os
import pathlib
import warnings

from . import _phylanx
from ._errors import CacheWarning

_MAGIC = b"phylanx cache 1\n"


def folder():
    """Where compiled code is kept: `PHYLANX_CACHE_DIR`, or `phylanx` in the user's folder for caches."""
    given = os.environ.get("PHYLANX_CACHE_DIR")
    if given:
        return pathlib.Path(given)
    home = os.environ.get("XDG_CACHE_HOME")
    return (pathlib.Path(home) if home else pathlib.Path.home() / ".cache") / "phylanx"


class Recipe:
    """What code is made from."""

    def __init__(self, name, file, text, modules, types, options):
        self.parts = {
            "source": _digest([file, text, sorted(modules.items())]),
            "types": types,
            "options": json.dumps(options, sort_keys=True),
            "compiler": _host()[0],
            "cpu": _host()[1],
        }
        self.name = name
        self.file = file
        self.key = _digest([name, sorted(self.parts.items())])


def _digest(value):
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()


_known_host = []


def _host():
    if not _known_host:
        version, _, cpu = _phylanx.host().partition(" ")
        # A compiler that was built anew under the same version is another one.
        stamp = os.stat(_phylanx.__file__)
        _known_host.extend([f"{version} {stamp.st_size} {stamp.st_mtime_ns}", cpu])
    return _known_host


def fetch(recipe, make):
    """The code for a recipe: from the disk, else made and kept there; with whether it was there."""
    place = folder() / f"{recipe.key}.phx"
    found = _read(place)
    if found is not None:
        return found, True
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = open(place.with_suffix(".lock"), "a")
    except OSError as error:
        _warn(error)
        return make(), False
    with lock, _locked(lock):
        found = _read(place)
        if found is not None:
            return found, True
        code = make()
        try:
            _write(place, recipe, code)
        except OSError as error:
            _warn(error)
        return code, False


@contextlib.contextmanager
def _locked(file):
    try:
        import fcntl
    except ImportError:
        yield
        return
    with contextlib.suppress(OSError):
        fcntl.flock(file, fcntl.LOCK_EX)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            os.unlink(file.name)


_warned = []


def _warn(error):
    if not _warned:
        _warned.append(error)
        text = f"compiled code is not kept on disk: {error}; set PHYLANX_CACHE_DIR to a folder that can be written"
        warnings.warn(text, CacheWarning, stacklevel=6)


def _read(place):
    try:
        data = place.read_bytes()
    except OSError:
        return None
    entry = _parse(data)
    return entry[1] if entry else None


def _parse(data):
    """The head and the code of a file; nothing for one that is broken."""
    if not data.startswith(_MAGIC):
        return None
    head, newline, rest = data[len(_MAGIC) :].partition(b"\n")
    digest, code = rest[:64], rest[64:]
    if not newline or hashlib.sha256(code).hexdigest().encode() != digest:
        return None
    return json.loads(head), code


def _write(place, recipe, code):
    head = json.dumps({"name": recipe.name, "file": recipe.file, **recipe.parts}).encode()
    data = _MAGIC + head + b"\n" + hashlib.sha256(code).hexdigest().encode() + code
    half = place.with_suffix(f".{os.getpid()}.half")
    try:
        half.write_bytes(data)
        os.replace(half, place)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(half)


def entries():
    """All that is kept, oldest first: the path, the head, and the size."""
    found = []
    for path in sorted(folder().glob("*.phx"), key=lambda path: (path.stat().st_mtime_ns, path.name)):
        entry = _parse(path.read_bytes())
        if entry:
            found.append((path, entry[0], path.stat().st_size))
    return found


def clear():
    """Removes all that is kept; gives the number of files."""
    count = 0
    for pattern in ("*.phx", "*.lock", "*.half"):
        for path in folder().glob(pattern):
            with contextlib.suppress(OSError):
                path.unlink()
                count += path.suffix == ".phx"
    return count


def why(name=None):
    """For each function that was compiled more than once, in order, what was new each time."""
    last = {}
    lines = []
    for _, head, _ in entries():
        if name is not None and head["name"] != name:
            continue
        known = last.setdefault((head["file"], head["name"]), [])
        if not known:
            reason = "compiled for the first time"
        else:
            nearest = min(known, key=lambda other: len(_differing(head, other)))
            reason = "new " + " and ".join(_differing(head, nearest) or ["entry"])
        known.append(head)
        lines.append(f"{head['file']}: {head['name']}({head['types']}): {reason}")
    return lines


def _differing(head, other):
    return [part for part in ("source", "types", "options", "compiler", "cpu") if head[part] != other[part]]
