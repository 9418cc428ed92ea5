"""`python -m phylanx`: `phylanxc`, and `python -m phylanx cache ls|why|clear`."""

import os
import pathlib
import shutil
import sys

from . import _cache

_USAGE = """usage: python -m phylanx cache ls          what is kept, and where
       python -m phylanx cache why [NAME]  why functions were compiled
       python -m phylanx cache clear       remove all of it
       python -m phylanx ...               as phylanxc"""


def _cache_command(arguments):
    match arguments:
        case ["ls"]:
            print(_cache.folder())
            for path, head, size in _cache.entries():
                print(f"  {path.stem[:12]}  {size:>9}  {head['name']}({head['types']})  {head['file']}")
        case ["why"] | ["why", _]:
            for line in _cache.why(*arguments[1:]):
                print(line)
        case ["clear"]:
            count = _cache.clear()
            print(f"removed {count} compiled function{'' if count == 1 else 's'} from {_cache.folder()}")
        case _:
            print(_USAGE, file=sys.stderr)
            return 2
    return 0


def _compiler():
    beside = pathlib.Path(__file__).parent / "bin" / "phylanxc"
    return str(beside) if beside.is_file() else os.environ.get("PHYLANXC") or shutil.which("phylanxc")


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ["cache"]:
        return _cache_command(arguments[1:])
    if not arguments:
        print(_USAGE, file=sys.stderr)
        return 2
    compiler = _compiler()
    if compiler is None:
        print("phylanx: error: phylanxc was not found: put it on PATH, or its path in PHYLANXC", file=sys.stderr)
        return 2
    os.execv(compiler, [compiler, *arguments])


if __name__ == "__main__":
    sys.exit(main())
