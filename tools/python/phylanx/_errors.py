"""Exceptions of the compiler, and of compiled code with the user's lines in their tracebacks."""

import ast
import builtins
import importlib
import re
import sys
import types


class CompileError(Exception):
    """A function uses something that cannot be compiled; the text says where, why, and what to write instead."""

    def __init__(self, text):
        super().__init__(text)
        place = re.match(r"(?P<file>[^\n]*?):(?P<line>\d+):(?P<column>\d+): ", text)
        #: The file and line of the first thing that is wrong.
        self.filename = place["file"] if place else None
        self.lineno = int(place["line"]) if place else None
        self.offset = int(place["column"]) if place else None


class CacheWarning(UserWarning):
    """The cache of compiled code cannot be used."""


class FallbackWarning(UserWarning):
    """A function runs in the interpreter, since it cannot be compiled."""


def exception(function, kind, message, args, frames):
    """The exception that compiled code has raised; `frames` are its places, the innermost first."""
    return placed(_make(_class(function, kind), message, args), frames)


def placed(made, frames):
    """The exception with a traceback of these places."""
    traceback = None
    for file, line, name in frames:
        frame = _frame(file, line, name or "<module>")
        traceback = types.TracebackType(traceback, frame, frame.f_lasti, line)
    return made.with_traceback(traceback)


def _class(function, kind):
    if "." in kind:
        module, _, name = kind.rpartition(".")
        try:
            return getattr(importlib.import_module(module), name)
        except (ImportError, AttributeError):
            return RuntimeError
    for place in (vars(builtins), getattr(function, "__globals__", {})):
        found = place.get(kind)
        if isinstance(found, type) and issubclass(found, BaseException):
            return found
    found = _known(function, kind)
    return found if found is not None else type(kind, (RuntimeError,), {})


def _known(function, kind):
    """A class of exceptions that some module has which the function reaches."""
    for module in list(sys.modules.values()):
        found = getattr(module, "__dict__", {}).get(kind)
        if isinstance(found, type) and issubclass(found, BaseException) and found.__name__ == kind:
            return found
    return None


def _make(cls, message, args):
    system = re.fullmatch(r"\[Errno (\d+)\] (.*?): (\'.*\'|\".*\")", message, re.DOTALL)
    try:
        if system and issubclass(cls, OSError):
            return cls(int(system[1]), system[2], ast.literal_eval(system[3]))
        values = ast.literal_eval(f"({args},)") if args else ()
        made = cls(*values)
        if not message or str(made) == message:
            return made
    except Exception:
        pass
    try:
        return cls(message)
    except Exception:
        return RuntimeError(f"{cls.__name__}: {message}")


def _frame(file, line, name):
    """A frame in the user's file: that of a piece of code which gives its own frame."""
    code = compile("frame = get()", file, "exec")
    code = code.replace(co_name=name, co_firstlineno=line)
    scope = {"get": sys._getframe, "__name__": name, "__file__": file}
    exec(code, scope)
    return scope["frame"]
