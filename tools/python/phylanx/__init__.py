"""Phylanx compiles functions of plain Python and NumPy to native code.

    from phylanx import Phylanx

    @Phylanx
    def smooth(a, steps):
        for _ in range(steps):
            a[1:-1] = (a[:-2] + a[2:]) / 2
        return a.mean()

A function is compiled when it is called, once for each combination of types of its arguments. Arrays are passed by reference.
"""

from ._errors import CompileError, CacheWarning, FallbackWarning
from ._function import Phylanx
from ._phylanx import __version__

__all__ = ["CacheWarning", "CompileError", "FallbackWarning", "Phylanx", "__version__"]
