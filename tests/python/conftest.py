"""Each test has a cache of its own, so that nothing it sees was compiled by another."""

import pytest


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    folder = tmp_path / "cache"
    monkeypatch.setenv("PHYLANX_CACHE_DIR", str(folder))
    return folder


@pytest.fixture
def module(tmp_path, monkeypatch):
    """Makes modules from text: `module("name", text)` imports one."""
    import importlib
    import sys

    folder = tmp_path / "modules"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))
    made = []

    def make(name, text):
        (folder / f"{name}.py").write_text(text)
        importlib.invalidate_caches()
        made.append(name)
        sys.modules.pop(name, None)
        return importlib.import_module(name)

    yield make
    for name in made:
        sys.modules.pop(name, None)
