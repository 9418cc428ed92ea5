"""The page for users: every piece of Python in it runs, and prints what the page says."""

import contextlib
import io
import linecache
import pathlib
import re

import pytest

PAGE = pathlib.Path(__file__).parents[2] / "docs" / "python.md"


def pieces():
    found = re.findall(r"```(\w+)\n(.*?)```", PAGE.read_text(), re.DOTALL)
    for at, (language, text) in enumerate(found):
        if language == "python":
            shown = found[at + 1][1] if at + 1 < len(found) and found[at + 1][0] == "text" else ""
            yield text, shown


def test_every_piece_of_the_page_runs(tmp_path):
    scope = {"__name__": "page"}
    count = 0
    for count, (text, shown) in enumerate(pieces(), 1):
        file = tmp_path / f"piece{count}.py"
        file.write_text(text)
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(text, str(file), "exec"), scope)
        printed = out.getvalue().replace(str(file), "page.py")
        assert printed == shown, f"piece {count}:\n{text}"
    assert count > 8
