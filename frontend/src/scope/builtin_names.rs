//! Built-in names of Python.

/// Names that this language knows of, supported or refused where they are used.
#[rustfmt::skip]
pub const BUILTINS: &[&str] = &[
    "print", "len", "range", "min", "max", "abs", "round", "int", "float", "bool", "str", "sum", "pow", "divmod",
    "isinstance", "enumerate", "zip", "reversed", "sorted", "list", "tuple", "any", "all", "map", "filter", "repr",
    "type", "format", "dict", "set", "open", "input", "iter", "next", "chr", "ord", "hash", "id", "complex", "slice",
    "object", "Exception", "ValueError", "TypeError", "IndexError", "KeyError", "RuntimeError", "ZeroDivisionError",
    "OverflowError", "AssertionError", "NotImplementedError", "ArithmeticError", "FloatingPointError", "SystemExit",
    "StopIteration", "NameError", "OSError", "FileNotFoundError", "MemoryError", "LookupError", "BaseException",
    "__name__", "__file__", "exit", "quit", "callable", "hex", "oct", "bin", "super", "getattr", "hasattr", "globals",
    "locals", "eval", "exec", "vars", "dir", "NotImplemented", "Ellipsis", "frozenset", "bytes", "bytearray",
    "property", "staticmethod", "classmethod", "setattr", "delattr", "issubclass", "memoryview", "ascii",
    "breakpoint", "compile", "help", "__doc__", "Warning", "DeprecationWarning", "RecursionError", "UserWarning",
    "KeyboardInterrupt", "EOFError", "ImportError", "IOError", "PermissionError", "TimeoutError", "UnicodeError",
    "AttributeError", "FutureWarning", "RuntimeWarning", ".binds", ".is_sequence",
];
