"""What a function reaches: the text of functions, and the values of module-level and captured variables.

The compiler is given one text for each namespace (a module, or what a closure sees): the lines of the functions that are reached, each
on its own line number, and in the first free line the imports and constants that they use.
"""

import ast
import builtins
import inspect
import linecache
import math
import sys
import types

import numpy

_CONSTANTS = (bool, int, float, complex, str, type(None))
_LIBRARIES = {"numpy", "scipy"}


class SourceError(Exception):
    """A function whose text is not to be had."""


class Refused(Exception):
    """Something that the package refuses before the compiler sees it: the file, the line, and what is wrong."""

    def __init__(self, file, line, message, help):
        super().__init__(message)
        source = linecache.getline(file, line).rstrip()
        column = len(source) - len(source.lstrip())
        caret = f"    {source}\n    {' ' * column}^\n" if source else ""
        self.text = f"{file}:{line}:{column + 1}: error: {message}\n{caret}    help: {help}"


class Gathered:
    """The texts that a function is compiled from, and the variables that they depend on."""

    def __init__(self, function):
        self.spaces = []
        self._by_key = {}
        self._done = set()
        #: `(dict, name, value)` or `(cell, None, value)`: variables whose values are part of the text.
        self.constants = []
        #: `(dict or cell, name or None, name in the code, value)`: variables that hold arrays.
        self.variables = []
        #: Names that stand for what compiled code cannot hold, and why.
        self.unusable = {}
        self.main = self._space(function)
        self._function(function)

    @property
    def files(self):
        """The text of the main namespace, and those of the others by name."""
        others = {space.name: (space.file, space.text()) for space in self.spaces[1:]}
        return self.main.file, self.main.text(), others

    def _space(self, function):
        cells = function.__closure__ or ()
        key = (id(function.__globals__), tuple(id(cell) for cell in cells))
        if key not in self._by_key:
            name = f"{function.__module__.replace('.', '_')}__{len(self.spaces)}" if self.spaces else ""
            space = _Space(name, _file_of(function))
            self._by_key[key] = space
            self.spaces.append(space)
        return self._by_key[key]

    def _function(self, function):
        """Adds a function and all that it reaches; gives its namespace."""
        space = self._space(function)
        if id(function) in self._done:
            return space
        self._done.add(id(function))
        text = _text_of(function)
        space.add(text)
        cells = dict(zip(function.__code__.co_freevars, function.__closure__ or ()))
        for name, line, kind in text.written:
            if kind == "global" or name in cells:
                message = f"{function.__name__}() assigns the variable `{name}`, which lives outside of it"
                raise Refused(space.file, text.first + line - 1, message, "return the value and assign it where the function is called")
        for name, attributes in text.names.items():
            if name in cells:
                self._variable(space, name, cells[name], None, attributes)
            elif name in function.__globals__:
                self._variable(space, name, function.__globals__, name, attributes)
        return space

    def _variable(self, space, name, place, key, attributes):
        try:
            value = place[key] if key is not None else place.cell_contents
        except ValueError:
            return
        if (space.name, name) in self._done:
            if isinstance(value, types.ModuleType):
                self._attributes(value, attributes)
            return
        self._done.add((space.name, name))
        if isinstance(value, numpy.ndarray):
            inner = f"{space.name}.{name}" if space.name else name
            self.variables.append((place, key, inner, value))
            space.declare(name, value)
            return
        reason = self._bind(space, name, value, attributes)
        if reason is None:
            self.constants.append((place, key, value))
        else:
            self.unusable[name] = reason

    def _bind(self, space, name, value, attributes):
        """Makes a name stand for a value in a namespace; gives the reason when it cannot."""
        if isinstance(value, types.ModuleType):
            return self._module(space, name, value, attributes)
        plain = getattr(value, "__phylanx_function__", value)
        if isinstance(plain, types.FunctionType) and not _is_library(plain.__module__):
            return self._plain_function(space, name, plain)
        if isinstance(value, type) and not _is_library(value.__module__):
            return self._class(space, name, value)
        path = _library_path(value)
        if path is not None:
            space.prologue.append(f"from {path[0]} import {path[1]} as {name}")
            return None
        text = _constant(value)
        if text is None:
            return f"is of type {type(value).__qualname__}"
        if text.startswith("phylanx_numpy."):
            space.prologue.append("import numpy as phylanx_numpy")
        space.prologue.append(f"{name} = {text}")
        return None

    def _module(self, space, name, module, attributes):
        if _is_library(module.__name__):
            space.prologue.append(f"import {module.__name__} as {name}")
            return None
        inner = self._attributes(module, attributes)
        space.prologue.append(f"import {inner.name} as {name}")
        return None

    def _attributes(self, module, attributes):
        key = (id(module.__dict__), ())
        if key not in self._by_key:
            file = getattr(module, "__file__", None) or f"<{module.__name__}>"
            self._by_key[key] = _Space(f"{module.__name__.replace('.', '_')}__{len(self.spaces)}", file)
            self.spaces.append(self._by_key[key])
        inner = self._by_key[key]
        for chain in attributes:
            if chain and chain[0] in module.__dict__:
                self._variable(inner, chain[0], module.__dict__, chain[0], {chain[1:]})
        return inner

    def _plain_function(self, space, name, function):
        try:
            inner = self._function(function)
        except SourceError as error:
            return str(error)
        self._import(space, inner, name, function.__code__.co_name)
        return None

    def _class(self, space, name, cls):
        key = (id(sys.modules[cls.__module__].__dict__), ()) if cls.__module__ in sys.modules else None
        try:
            lines, first = inspect.getsourcelines(cls)
        except (OSError, TypeError):
            return "is a class whose text is not to be had"
        if key not in self._by_key:
            inner = _Space(f"{cls.__module__.replace('.', '_')}__{len(self.spaces)}", inspect.getsourcefile(cls) or "?")
            self._by_key[key] = inner
            self.spaces.append(inner)
        inner = self._by_key[key]
        if id(cls) not in self._done:
            self._done.add(id(cls))
            text = _Text(lines, first, keep_decorators=True)
            inner.add(text)
            scope = sys.modules[cls.__module__].__dict__
            for used, attributes in text.names.items():
                if used in scope:
                    self._variable(inner, used, scope, used, attributes)
        self._import(space, inner, name, cls.__name__)
        return None

    def _import(self, space, inner, name, own):
        if inner is not space:
            space.prologue.append(f"from {inner.name or '__main__'} import {own} as {name}")
        elif name != own:
            space.epilogue.append(f"{name} = {own}")


class _Space:
    """A namespace: what the compiler sees as one module."""

    def __init__(self, name, file):
        self.name = name
        self.file = file
        self.lines = {}
        self.prologue = []
        self.epilogue = []

    def add(self, text):
        for at, line in enumerate(text.lines):
            self.lines[text.first + at] = line

    def declare(self, name, array):
        """A variable of an array's type; the array itself takes its place when code is called."""
        for extent in (1, 2):
            shape = (extent,) * array.ndim
            made = f"phylanx_numpy.zeros({shape!r}, phylanx_numpy.{array.dtype.name})"
            self.prologue.append(f"{name} = {made}")
        self.prologue.insert(0, "import numpy as phylanx_numpy")

    def text(self):
        last = max(self.lines, default=0)
        prologue = list(dict.fromkeys(self.prologue))
        free = next((at for at in range(1, last + 1) if at not in self.lines), last + 1)
        lines = [self.lines.get(at, "") for at in range(1, last + 1)]
        if free > last:
            lines.append("")
        lines[free - 1] = "; ".join(prologue)
        lines.extend(self.epilogue)
        return "\n".join(lines) + "\n"


class _Text:
    """The lines of a definition without its indentation, and the names that it reads with what is read of them."""

    def __init__(self, lines, first, keep_decorators=False):
        start = 0 if keep_decorators else _definition(lines)
        self.first = first + start
        self.lines, self.tree = _block(lines[start:])
        self.names, self.written = _names(self.tree)


def _definition(lines):
    for at, line in enumerate(lines):
        if line.lstrip().startswith(("def ", "async def ", "def\t")):
            return at
    raise SourceError("its text is not to be had")


def _block(lines):
    """The lines of the definition that lines begin with, without its indentation, and its tree. It ends before a line that is no further
    in, unless that stands in a text or in parentheses, so that what comes before is no whole definition."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    kept = [_without(line.rstrip("\n"), indent) for line in lines]
    for end in range(1, len(kept) + 1):
        if end < len(kept) and (not kept[end].strip() or kept[end][0] in " \t#" or kept[end - 1].startswith("@")):
            continue
        try:
            return kept[:end], ast.parse("\n".join(kept[:end])).body[0]
        except SyntaxError as error:
            wrong = error
    raise SourceError(f"its text is not to be had: {wrong}")


def _without(line, indent):
    return line[indent:] if not line[:indent].strip() else line


def _names(tree):
    """Names that are read, each with the chains of attributes that are read of it; and outer variables that functions say they
    assign: name, line and how."""
    found = {}
    written = []
    inner = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            chain = [node.attr]
            below = node.value
            while isinstance(below, ast.Attribute):
                inner.add(below)
                chain.append(below.attr)
                below = below.value
            if isinstance(below, ast.Name) and node not in inner:
                found.setdefault(below.id, set()).add(tuple(reversed(chain)))
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            found.setdefault(node.id, set())
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            kind = "global" if isinstance(node, ast.Global) else "nonlocal"
            written.extend((name, node.lineno, kind) for name in node.names)
    return found, written


def _text_of(function):
    code = function.__code__
    if code.co_name == "<lambda>":
        raise SourceError("it is a lambda: write it with def")
    lines = linecache.getlines(code.co_filename, function.__globals__)
    if not lines:
        raise SourceError(f"its text ({code.co_filename}) is not to be had")
    text = _Text(lines[code.co_firstlineno - 1 :], code.co_firstlineno)
    if text.tree.name != code.co_name:
        raise SourceError(f"its text ({code.co_filename}) has changed")
    _only_outer_names(text, function)
    return text


def _only_outer_names(text, function):
    """Leaves out names that are local wherever they are read."""
    outer = _settle_defaults(text, function)
    work = [function.__code__]
    while work:
        code = work.pop()
        outer.update(code.co_names, code.co_freevars)
        work.extend(const for const in code.co_consts if isinstance(const, types.CodeType))
    text.names = {name: chains for name, chains in text.names.items() if name in outer}


def _settle_defaults(text, function):
    """Puts the values of default arguments, as they were when the function was defined, in place of what computes them; gives the
    names that the others read."""
    arguments = text.tree.args
    given = list(zip(reversed(arguments.defaults), reversed(function.__defaults__ or ())))
    named = function.__kwdefaults__ or {}
    given += [(node, named.get(arg.arg)) for arg, node in zip(arguments.kwonlyargs, arguments.kw_defaults) if node is not None]
    names = set()
    for node, value in sorted(given, key=lambda pair: (pair[0].lineno, pair[0].col_offset), reverse=True):
        constant = _constant(value)
        if isinstance(node, ast.Constant):
            continue
        if constant is None or "phylanx_numpy" in constant or node.lineno != node.end_lineno:
            names.update(inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name))
            continue
        line = text.lines[node.lineno - 1].encode()
        text.lines[node.lineno - 1] = (line[: node.col_offset] + constant.encode() + line[node.end_col_offset :]).decode()
    return names


def _file_of(function):
    return function.__code__.co_filename


def _is_library(module):
    root = (module or "").partition(".")[0]
    return root in _LIBRARIES or root in sys.stdlib_module_names and root != "__main__"


def _library_path(value):
    """The module and name of something that a library gives."""
    name = getattr(value, "__name__", None)
    if not isinstance(name, str) or not (callable(value) or isinstance(value, type)):
        return None
    for module in (getattr(value, "__module__", None), "numpy"):
        found = sys.modules.get(module) if module and _is_library(module) else None
        if found is not None and getattr(found, name, None) is value:
            return (module, name)
    if isinstance(value, (types.BuiltinFunctionType, type)) and getattr(builtins, name, None) is value:
        return ("builtins", name)
    return None


def _constant(value):
    """The text of a constant; nothing for what is none."""
    if isinstance(value, tuple):
        items = [_constant(item) for item in value]
        if any(item is None for item in items) or type(value) is not tuple:
            return None
        return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
    if isinstance(value, numpy.generic) and value.dtype.kind in "biufc":
        inner = _constant(value.item())
        name = "bool_" if value.dtype.kind == "b" else value.dtype.name
        return None if inner is None else f"phylanx_numpy.{name}({inner})"
    if type(value) not in _CONSTANTS:
        return None
    if isinstance(value, float) and not math.isfinite(value):
        return f'float("{value}")'
    if isinstance(value, complex):
        return f"complex({_constant(value.real)}, {_constant(value.imag)})"
    return repr(value)
