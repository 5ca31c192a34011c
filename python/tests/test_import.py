"""Exports become reports, and reports documents."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from conftest import EXAMPLES, program

import baocao

EXPORT = EXAMPLES / "import" / "tong-hop.csv"
MAP = EXAMPLES / "import" / "tong-hop.toml"


def test_reports_are_those_of_the_program(tmp_path: Path) -> None:
    command = [program(), "import", EXPORT, "--map", MAP, "-o", tmp_path / "a"]
    subprocess.run(command, check=True, capture_output=True)
    wanted = {path.stem: path.read_text("utf-8") for path in (tmp_path / "a").iterdir()}
    imported = baocao.import_rows(EXPORT, MAP)
    assert dict(imported) == wanted and len(wanted) == 20
    assert {finding["severity"] for finding in imported.findings} == {"note"}
    assert dict(baocao.import_rows([EXPORT], MAP)) == wanted


def test_an_export_becomes_documents() -> None:
    results = list(baocao.render_batches(baocao.import_rows(EXPORT, MAP)))
    assert len(results) == 20 and all(result.pdf for result in results)
    id, text = next(iter(baocao.import_rows(EXPORT, MAP)))
    assert results[0].id == id and json.loads(text)["template"] == "cchc/xa-2025"


def test_a_wrong_export_gives_nothing(tmp_path: Path) -> None:
    other = tmp_path / "khac.csv"
    other.write_text("a;b\n1;2\n", "utf-8")
    with pytest.raises(baocao.Refused) as raised:
        baocao.import_rows(other, MAP)
    assert raised.value.findings
    with pytest.raises(baocao.Failed):
        baocao.import_rows(tmp_path / "khong-co.csv", MAP)
    with pytest.raises(baocao.Failed):
        baocao.import_rows(EXPORT, tmp_path / "khong-co.toml")
