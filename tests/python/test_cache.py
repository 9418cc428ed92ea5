"""Compiled code on disk."""

import os
import subprocess
import sys

import pytest

from phylanx import CacheWarning, Phylanx, _cache

PROGRAM = """
import numpy as np
from phylanx import Phylanx
import px_callee

@Phylanx(debug=True)
def f(a):
    return px_callee.g(a).sum()

print(f(np.arange(4.0)))
"""


def run(folder, **environment):
    ended = subprocess.run([sys.executable, "program.py"], cwd=folder, capture_output=True, text=True, env={**os.environ, **environment}, timeout=120)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout, ended.stderr


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "program.py").write_text(PROGRAM)
    (tmp_path / "px_callee.py").write_text("def g(a):\n    return a + 1\n")
    return tmp_path


def test_the_next_process_finds_the_code(folder):
    out, err = run(folder)
    assert out == "10.0\n" and "was compiled" in err
    out, err = run(folder)
    assert out == "10.0\n" and "loaded from the cache" in err


def test_editing_a_callee_in_another_module_is_noticed(folder):
    run(folder)
    (folder / "px_callee.py").write_text("def g(a):\n    return a + 2\n")
    out, err = run(folder)
    assert out == "14.0\n" and "was compiled" in err
    assert any("new source" in line for line in _cache.why("f"))


def test_many_processes_compile_once(folder):
    many = [subprocess.Popen([sys.executable, "program.py"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(6)]
    ended = [process.communicate(timeout=180) for process in many]
    assert [out for out, _ in ended] == ["10.0\n"] * 6
    assert sum("was compiled" in err for _, err in ended) == 1


def test_a_broken_file_is_made_anew(folder, cache):
    run(folder)
    (file,) = cache.glob("*.phx")
    file.write_bytes(file.read_bytes()[:-7])
    out, err = run(folder)
    assert out == "10.0\n" and "was compiled" in err


def test_types_and_options_have_entries_of_their_own(cache):
    def f(a):
        return a * 2

    Phylanx(f)(1)
    Phylanx(f)(1.5)
    Phylanx(f, float="strict")(1.5)
    assert len(list(cache.glob("*.phx"))) == 3
    lines = _cache.why()
    assert [line.rpartition(": ")[2] for line in lines] == ["compiled for the first time", "new types", "new options"]


def test_a_folder_that_cannot_be_written_is_a_warning(monkeypatch):
    monkeypatch.setenv("PHYLANX_CACHE_DIR", "/proc/nowhere")
    monkeypatch.setattr(_cache, "_warned", [])

    @Phylanx
    def f(x):
        return x + 41

    with pytest.warns(CacheWarning, match="not kept on disk"):
        assert f(1) == 42


def test_the_command_lists_explains_and_clears(folder, cache):
    run(folder)

    def command(*words):
        return subprocess.run([sys.executable, "-m", "phylanx", "cache", *words], capture_output=True, text=True, timeout=60)

    listed = command("ls").stdout
    assert str(cache) in listed and "f(AK1)" in listed
    assert "f(AK1): compiled for the first time" in command("why", "f").stdout
    assert command("clear").stdout.startswith("removed 1 compiled function from")
    assert not list(cache.glob("*"))
    assert command("nonsense").returncode == 2
