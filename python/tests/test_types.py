"""The types of the package, as mypy sees them."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import ROOT

import baocao


def test_the_types_hold(tmp_path: Path) -> None:
    api = pytest.importorskip("mypy.api")
    package = Path(baocao.__file__).parent
    assert (package / "py.typed").is_file() and find_spec("baocao._baocao")
    script = ROOT / "python" / "tests" / "typed.py"
    settings = ["--strict", "--config-file", str(ROOT / "python" / "pyproject.toml"), "--cache-dir", str(tmp_path)]
    for checked in ([str(script)], ["--package", "baocao"]):
        told, errors, status = api.run([*settings, *checked])
        assert status == 0, told + errors


def test_the_stubs_name_what_is_there(tmp_path: Path) -> None:
    stubtest = pytest.importorskip("mypy.stubtest")
    options = stubtest.parse_options(["baocao._baocao", "--ignore-missing-stub"])
    assert stubtest.test_stubs(options) == 0
