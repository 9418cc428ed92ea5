"""The decorator: a function that is compiled when it is called, once for each combination of types of its arguments."""

import functools
import inspect
import sys
import time
import types
import warnings

from . import _cache, _phylanx
from ._errors import CompileError, FallbackWarning
from ._source import Gathered, Refused, SourceError

_FLOATS = ("strict", "reassociate", "fast")
_MAX_SPECIALISATIONS = 1000


class Phylanx(_phylanx.Function):
    """Compiles a function of Python and NumPy to native code.

    Used as `@Phylanx`, or with options as `@Phylanx(float="strict")`:

    float     what may happen to floating-point numbers: "strict" (nothing), "reassociate" (rounding may differ; the default), "fast"
    fallback  "python" runs a function that cannot be compiled in the interpreter, with a warning
    debug     tells on stderr what is compiled, and how long it takes
    disable_decorator  leaves the function as it is
    """

    def __new__(cls, function=None, **options):
        _check(options)
        if options.get("disable_decorator"):
            return function if function is not None else lambda plain: plain
        if function is None:
            return lambda plain: cls(plain, **options)
        return super().__new__(cls)

    def __init__(self, function, **options):
        if isinstance(function, Phylanx):
            function = function.__wrapped__
        if not isinstance(function, types.FunctionType):
            raise TypeError(f"@Phylanx compiles functions written in Python, not {type(function).__name__} objects")
        functools.update_wrapper(self, function)
        self.__phylanx_function__ = function
        self.__globals__ = function.__globals__
        self._options = {"float": options.get("float", "reassociate")}
        self._fallback = options.get("fallback")
        self._debug = bool(options.get("debug"))
        self._fallen = set()
        self._known = []
        self._bind = _binder(function)

    def __get__(self, instance, owner=None):
        return self if instance is None else types.MethodType(self, instance)

    def __repr__(self):
        return f"<Phylanx function {self.__qualname__}>"

    def __reduce__(self):
        return self.__qualname__

    def _call(self, args, kwargs):
        """A call for which there is no code yet, or with arguments by name."""
        if self._bind is None:
            return self._call_unbound(args, kwargs or {})
        args = self._bind(*args, **(kwargs or {}))
        if not self._fallen:
            found = self._find(args)
            if found is not None:
                return found[0]
        texts = self._types(args)
        if texts in self._fallen:
            return self._interpret(args)
        try:
            self._specialise(texts)
        except CompileError as error:
            self._fall_back(texts, error)
            return self._interpret(args)
        found = self._find(args)
        if found is None:
            raise SystemError(f"{self.__qualname__}() was compiled for {texts}, which does not take its arguments")
        return found[0]

    def _call_unbound(self, args, kwargs):
        """A call of a function that takes any number of arguments: the interpreter's, or nobody's."""
        if "*" not in self._fallen:
            try:
                self._request("")
            except CompileError as error:
                self._fall_back("*", error)
        return self.__wrapped__(*args, **kwargs)

    def _fall_back(self, texts, error):
        if self._fallback != "python":
            raise error
        self._fallen.add(texts)
        reason = f"{self.__qualname__}() runs in the interpreter, since it cannot be compiled:\n{error}"
        warnings.warn(reason, FallbackWarning, stacklevel=4)

    def _interpret(self, args):
        code = self.__wrapped__.__code__
        names = code.co_varnames[code.co_argcount : code.co_argcount + code.co_kwonlyargcount]
        count = code.co_argcount
        return self.__wrapped__(*args[:count], **dict(zip(names, args[count:])))

    def _types(self, args):
        code = self.__wrapped__.__code__
        texts = []
        for name, value in zip(code.co_varnames, args):
            try:
                texts.append(_phylanx.describe(value))
            except TypeError as error:
                text = f"{self.__name__}() argument '{name}' {error}"
                raise TypeError(text) from None
        return "".join(texts)

    def _specialise(self, texts):
        began = time.perf_counter()
        gathered, request = self._request(texts)
        file, text, modules, function, _, options = request
        variables = [(place, key, inner, _phylanx.describe(value)) for place, key, inner, value in gathered.variables]
        recipe = _cache.Recipe(self.__qualname__, file, text, modules, texts, {"float": options})
        code, was_there = _cache.fetch(recipe, lambda: self._compile(gathered, _phylanx.compile, request))
        self._add(_phylanx.Specialisation(code, gathered.constants, variables))
        if texts not in self._known:
            self._known.append(texts)
        if self._debug:
            how = "loaded from the cache" if was_there else "compiled"
            taken = time.perf_counter() - began
            print(f"phylanx: {function}({texts}) was {how} in {taken * 1000:.1f} ms", file=sys.stderr)

    def _request(self, texts):
        """What the function is compiled from."""
        function = self.__wrapped__
        try:
            if self._bind is None:
                line = function.__code__.co_firstlineno
                message = f"{self.__name__}() takes any number of arguments, which a compiled function cannot"
                raise Refused(function.__code__.co_filename, line, message, "name each parameter")
            gathered = Gathered(function)
        except Refused as error:
            raise CompileError(error.text) from None
        except SourceError as error:
            code = function.__code__
            raise CompileError(f"{code.co_filename}:{code.co_firstlineno}:1: error: {self.__name__}() cannot be compiled: {error}") from None
        file, text, modules = gathered.files
        return gathered, (file, text, modules, function.__code__.co_name, texts, self._options["float"])

    def _compile(self, gathered, compiler, *request):
        try:
            return compiler(*request)
        except CompileError as error:
            notes = [
                f"note: `{name}` {reason}, which compiled code does not take from outside"
                for name, reason in gathered.unusable.items()
                if f"`{name}`" in str(error) or f"'{name}'" in str(error)
            ]
            if notes:
                raise CompileError("\n".join([str(error), *notes])) from None
            raise

    def _texts_for(self, args, kwargs):
        if self._bind is not None and (args or kwargs or not self.__wrapped__.__code__.co_argcount):
            return self._types(self._bind(*args, **kwargs))
        if not self._known:
            raise TypeError(f"{self.__name__}() has not been called yet: pass arguments of the types that are meant")
        return self._known[-1]

    def lower(self, *args, **kwargs):
        """The function compiled for arguments like these, to be looked at: `f.lower(a).as_text("physl")`."""
        return Lowered(self, self._texts_for(args, kwargs))

    def explain(self, *args, **kwargs):
        """Which rewrites were used and what they saved, by line."""
        return self.lower(*args, **kwargs).explained

    def report(self, *args, **kwargs):
        """What was fused, vectorised and placed, by line."""
        return self.lower(*args, **kwargs).report

    def get_physl_source(self, *args, **kwargs):
        """The function as PhySL text; for the types it was called with last unless arguments are given."""
        gathered, request = self._request(self._texts_for(args, kwargs))
        return self._compile(gathered, _phylanx.physl, request)

    def inspect_types(self, file=None):
        """Prints the types of all variables, for each combination of types that the function was called with."""
        for texts in self._known:
            print(Lowered(self, texts).as_text("typed"), file=file)


class Lowered:
    """A function compiled for certain types, stage by stage."""

    def __init__(self, function, texts):
        self._function = function
        self._texts = texts

    def _stage(self, name):
        gathered, request = self._function._request(self._texts)
        return self._function._compile(gathered, _phylanx.stage, request, name)

    def as_text(self, stage="physl"):
        """A stage as text: ast, typed, physl, simplified, tasks, placed, tiled, llvm or asm."""
        return self._stage(stage)[0]

    @property
    def explained(self):
        return self._stage("tiled")[1]

    @property
    def report(self):
        return self._stage("tiled")[2]


def _check(options):
    known = {"float", "fallback", "debug", "disable_decorator"}
    for name in options:
        if name not in known:
            raise TypeError(f"Phylanx() got an unexpected keyword argument '{name}'")
    if options.get("float", "reassociate") not in _FLOATS:
        raise ValueError(f"float={options['float']!r} is none of {', '.join(map(repr, _FLOATS))}")
    if options.get("fallback") not in (None, "python"):
        raise ValueError(f"fallback={options['fallback']!r} is not 'python'")


def _binder(function):
    """A function with the same parameters that gives all arguments in order, and raises what the function would raise for wrong
    ones; nothing for one that takes any number of them."""
    code = function.__code__
    if code.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS):
        return None
    count, named = code.co_argcount, code.co_kwonlyargcount
    names = code.co_varnames[: count + named]
    defaults = function.__defaults__ or ()
    scope = {}
    params = []
    for at, name in enumerate(names):
        if at == count:
            params.append("*")
        has_default = count - len(defaults) <= at < count or at >= count and name in (function.__kwdefaults__ or {})
        params.append(f"{name}=None" if has_default else name)
        if at + 1 == code.co_posonlyargcount:
            params.append("/")
    exec(f"def bind({', '.join(params)}): return ({''.join(name + ', ' for name in names)})", scope)
    bind = scope["bind"]
    bind.__defaults__, bind.__kwdefaults__ = function.__defaults__, function.__kwdefaults__
    bind.__name__, bind.__qualname__ = function.__name__, function.__qualname__
    return bind
