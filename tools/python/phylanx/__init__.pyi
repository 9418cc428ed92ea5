from collections.abc import Callable
from typing import Any, Generic, Literal, ParamSpec, TypeVar, overload

_P = ParamSpec("_P")
_R = TypeVar("_R")

__version__: str

class CompileError(Exception):
    filename: str | None
    lineno: int | None
    offset: int | None

class CacheWarning(UserWarning): ...
class FallbackWarning(UserWarning): ...

class Lowered:
    def as_text(
        self, stage: Literal["ast", "typed", "physl", "simplified", "tasks", "placed", "tiled", "llvm", "asm"] = "physl"
    ) -> str: ...
    @property
    def explained(self) -> str: ...
    @property
    def report(self) -> str: ...

class Phylanx(Generic[_P, _R]):
    __wrapped__: Callable[_P, _R]
    @overload
    def __new__(
        cls,
        function: Callable[_P, _R],
        *,
        float: Literal["strict", "reassociate", "fast"] = "reassociate",
        fallback: Literal["python"] | None = None,
        debug: bool = False,
        disable_decorator: bool = False,
    ) -> Phylanx[_P, _R]: ...
    @overload
    def __new__(
        cls,
        function: None = None,
        *,
        float: Literal["strict", "reassociate", "fast"] = "reassociate",
        fallback: Literal["python"] | None = None,
        debug: bool = False,
        disable_decorator: bool = False,
    ) -> Callable[[Callable[_P, _R]], Phylanx[_P, _R]]: ...
    def __call__(self, *args: _P.args, **kwargs: _P.kwargs) -> _R: ...
    def lower(self, *args: Any, **kwargs: Any) -> Lowered: ...
    def explain(self, *args: Any, **kwargs: Any) -> str: ...
    def report(self, *args: Any, **kwargs: Any) -> str: ...
    def get_physl_source(self, *args: Any, **kwargs: Any) -> str: ...
    def inspect_types(self, file: Any = None) -> None: ...
