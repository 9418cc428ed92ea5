"""Looking inside: stages, explanations, PhySL, types."""

import contextlib
import io

import numpy as np
import pytest

import phylanx
from phylanx import Phylanx


@Phylanx
def f(a):
    """Twice the sum."""
    b = a * 2
    return b.sum()


@pytest.mark.parametrize("stage, word", [("ast", "f"), ("typed", "float64[:]"), ("physl", "physl."), ("simplified", "physl."), ("tasks", "physl.spawn"), ("placed", "physl.spawn"), ("tiled", "scf.for"), ("llvm", "define"), ("asm", "phylanx_session_entry")])
def test_every_stage_is_text(stage, word):
    assert word in f.lower(np.ones(3)).as_text(stage)


def test_an_unknown_stage_is_refused():
    with pytest.raises(ValueError, match="there is no stage 'binary'; stages are ast, typed"):
        f.lower(np.ones(3)).as_text("binary")


def test_physl_source():
    with pytest.raises(TypeError, match="has not been called yet"):
        Phylanx(f.__wrapped__).get_physl_source()
    f(np.ones(3))
    assert "define" in f.get_physl_source() and "f" in f.get_physl_source()


def test_explanations_and_report_are_text():
    assert isinstance(f.explain(np.ones(3)), str) and isinstance(f.report(np.ones(3)), str)


def test_types_are_printed():
    g = Phylanx(f.__wrapped__)
    g(np.ones(3))
    g(np.ones((2, 2), dtype=np.float32))
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        g.inspect_types()
    assert "float64[:]" in out.getvalue() and "float32[:, :]" in out.getvalue()


def test_it_looks_like_the_function():
    assert f.__name__ == "f" and f.__doc__ == "Twice the sum." and f.__module__ == __name__
    assert repr(f) == "<Phylanx function f>"
    assert phylanx.__version__.count(".") == 2
    assert "Compiles a function" in Phylanx.__doc__
