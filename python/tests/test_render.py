"""One report: dict, JSON or file; the same bytes as the program; what is told of a bad one."""

from __future__ import annotations

import json
import pickle
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import COMMUNE, EXAMPLES, program, rendered, objects

import baocao


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_a_file_is_rendered_as_the_program_renders_it(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    subprocess.run([program(), "render", example, "-o", target], check=True, capture_output=True)
    assert baocao.render(example) == target.read_bytes()


def test_json_is_rendered_as_the_program_renders_it() -> None:
    text = COMMUNE.read_bytes()
    pdf = rendered(text)
    assert baocao.render(text) == pdf
    assert baocao.render(bytearray(text)) == pdf
    assert baocao.render(text.decode()) == pdf


def test_a_dict_is_written_as_json_dumps_writes_it(report: dict[str, Any]) -> None:
    report["document"]["subject"] += ' "trong ngoặc" và \\'
    report["sections"]["chi-dao.ke-hoach"] = "Một dòng.\n\nDòng khác."
    report["figures"]["van-ban-dien-tu.ty-le"] = 99.0
    text = json.dumps(report, indent=2, ensure_ascii=False) + "\n"
    assert baocao.render(report) == rendered(text.encode())


def test_whatever_a_dict_holds_stands_where_json_dumps_puts_it(report: dict[str, Any]) -> None:
    large = 10**20
    report["la"] = {
        "a": [], "b": {}, "c": [None, True, False, 0, -1, 1.5, -0.0, 1e16, 1e-7, 22.0, 0.1 + 0.2],
        "d": 'ký tự "\\/\b\f\n\r\t\x01\x1f\x7f\u2028😀', "đ": [[{"x": [1]}]], "e": (1, 2), "z": large,
    }
    (finding,) = findings_of(report)
    text = json.dumps(report, indent=2, ensure_ascii=False).encode()
    start = text.index(str(large).encode())
    assert finding["place"]["pointer"] == "/la/z"
    assert finding["place"]["bytes"] == [start, start + len(str(large))]


def findings_of(report: Any, **options: Any) -> list[Any]:
    with pytest.raises(baocao.Error) as raised:
        baocao.render(report, **options)
    return raised.value.findings


def test_numbers_keep_their_digits(report: dict[str, Any]) -> None:
    def rendered_with(id: str, value: Any) -> bytes:
        return baocao.render({**report, "figures": {**report["figures"], id: value}})

    class Index:
        def __index__(self) -> int:
            return 7

    class Float(float):
        def __repr__(self) -> str:
            return "Float(...)"

    assert rendered_with("kiem-tra.so-to-chuc", 7) == rendered_with("kiem-tra.so-to-chuc", Index())
    share = "van-ban-dien-tu.ty-le"
    assert rendered_with(share, 75.8) == rendered_with(share, Decimal("75.8")) == rendered_with(share, Float(75.8))
    for digits in ("75.8", "75.8000000000000001", "1E+1", "0E-8"):
        text = json.dumps({**report, "figures": {**report["figures"], share: "@"}}, indent=2, ensure_ascii=False)
        text = text.replace('"@"', digits) + "\n"
        assert rendered_with(share, Decimal(digits)) == rendered(text.encode())


@pytest.mark.parametrize(
    ("value", "id", "pointer"),
    [
        (float("nan"), "dau-vao/sai-kieu", "/figures/x~1y"),
        (float("-inf"), "dau-vao/sai-kieu", "/figures/x~1y"),
        (Decimal("NaN"), "dau-vao/sai-kieu", "/figures/x~1y"),
        pytest.param(10**5000, "dau-vao/so-qua-lon", "/figures/x~1y", id="large"),
        (object(), "dau-vao/sai-kieu", "/figures/x~1y"),
        ({1: 2}, "dau-vao/sai-kieu", "/figures/x~1y"),
        ([0, {"a": b"x"}], "dau-vao/sai-kieu", "/figures/x~1y/1/a"),
        ("\ud800", "dau-vao/khong-phai-utf8", "/figures/x~1y"),
    ],
)
def test_values_that_no_report_has_are_told(report: dict[str, Any], value: Any, id: str, pointer: str) -> None:
    (finding,) = findings_of({**report, "figures": {"x/y": value}})
    assert (finding["id"], finding["place"]["pointer"]) == (id, pointer)


def test_what_has_no_end_is_told(report: dict[str, Any]) -> None:
    report["figures"]["x"] = report
    assert [one["id"] for one in findings_of(report)] == ["dau-vao/qua-sau"]
    wide: list[Any] = ["x" * 1000]
    for _ in range(30):
        wide = [wide] * 10
    assert [one["id"] for one in findings_of({"a": wide})] == ["dau-vao/qua-lon"]


@pytest.mark.parametrize("report", [None, 5, [1], ("a", "b"), "", "  ", "examples/xa-q3-2023.json", b"\xff"])
def test_what_is_no_report_is_told(report: Any) -> None:
    (finding,) = findings_of(report)
    assert finding["severity"] == "error" and finding["id"].startswith("dau-vao/")


def test_what_python_code_raises_is_told(report: dict[str, Any]) -> None:
    class Odd:
        def __index__(self) -> int:
            raise ZeroDivisionError("số 0")

    class Stop(Odd):
        def __index__(self) -> int:
            raise KeyboardInterrupt

    (finding,) = findings_of({**report, "figures": {"x": Odd()}})
    assert "số 0" in finding["found"]
    with pytest.raises(KeyboardInterrupt):
        baocao.render({**report, "figures": {"x": Stop()}})


def test_a_refusal_says_what_the_program_says(report: dict[str, Any], tmp_path: Path) -> None:
    report["figures"]["khong-co-that"] = 1
    file = tmp_path / "a.json"
    file.write_text(json.dumps(report), "utf-8")
    told = subprocess.run([program(), "render", file, "--lang", "en"], capture_output=True, text=True)
    assert told.returncode == 1
    with pytest.raises(baocao.Refused) as raised:
        baocao.render(file, lang="en")
    errors = [one for one in raised.value.findings if one["severity"] == "error"]
    assert [one["id"] for one in errors] == ["so-lieu/ma-khong-biet"]
    assert 'there is no indicator "khong-co-that"' in str(raised.value)
    assert str(raised.value).splitlines()[-1] == told.stderr.splitlines()[-1]
    again = pickle.loads(pickle.dumps(raised.value))
    assert again.findings == raised.value.findings and str(again) == str(raised.value)


def test_what_cannot_be_done_is_no_refusal(tmp_path: Path) -> None:
    with pytest.raises(baocao.Failed, match="khong-co.json"):
        baocao.render(tmp_path / "khong-co.json")
    with pytest.raises(baocao.Failed):
        baocao.check(tmp_path)
    with pytest.raises(baocao.Failed):
        baocao.render(COMMUNE, templates=tmp_path / "khong-co")
    (tmp_path / "baocao.toml").write_text("[chek]\n")
    with pytest.raises(baocao.Failed, match="baocao.toml"):
        baocao.check(COMMUNE, config=tmp_path / "baocao.toml")
    assert issubclass(baocao.Failed, baocao.Error) and not issubclass(baocao.Failed, baocao.Refused)


def test_check_has_what_the_program_has(report: dict[str, Any], tmp_path: Path) -> None:
    report["figures"]["ke-hoach.nhiem-vu-hoan-thanh"] = 99
    file = tmp_path / "a.json"
    file.write_text(json.dumps(report), "utf-8")
    told = subprocess.run([program(), "check", file, "--format", "json"], capture_output=True, check=False)
    findings = json.loads(told.stdout)["reports"][0]["findings"]
    assert findings and baocao.check(file) == findings
    assert {one["id"] for one in baocao.check(report, name="b.json")} == {one["id"] for one in findings}
    assert {one["place"]["file"] for one in baocao.check(report, name="b.json") if one["place"]} == {"b.json"}


def test_options_are_those_of_the_program(report: dict[str, Any], tmp_path: Path) -> None:
    report["figures"]["ke-hoach.nhiem-vu-hoan-thanh"] = 99
    rule = next(one["id"] for one in baocao.check(report) if one["severity"] == "warning")
    assert baocao.render(report).startswith(b"%PDF")
    assert rule in {one["id"] for one in findings_of(report, strict=True)}
    assert rule in {one["id"] for one in findings_of(report, checks={"severity": {rule: "error"}})}
    exempt = {"exemptions": [{"rule": rule, "reason": "đã rõ"}]}
    assert rule not in {one["id"] for one in baocao.check(report, checks=exempt)}
    (tmp_path / "baocao.toml").write_text(f'[check.severity]\n"{rule}" = "error"\n')
    assert rule in {one["id"] for one in findings_of(report, config=tmp_path / "baocao.toml")}
    assert rule in {one["id"] for one in findings_of(report, root=tmp_path)}
    assert baocao.render(report, standards="a-2b") != baocao.render(report)
    with pytest.raises(baocao.Failed, match="kiem-tra/quy-tac-la"):
        baocao.check(report, checks={"severity": {"la/khong-co": "note"}})


def test_wrong_calls_raise(report: dict[str, Any]) -> None:
    untyped: Any = baocao.render
    with pytest.raises(ValueError, match="standards|a-3a"):
        untyped(report, standards="a-9z")
    with pytest.raises(ValueError, match="lang"):
        untyped(report, lang="fr")
    with pytest.raises(ValueError, match="checks"):
        untyped(report, checks={"severity": {"so-lieu/thieu": "grave"}})
    with pytest.raises(TypeError, match="strickt"):
        untyped(report, strickt=True)
    with pytest.raises(TypeError, match="root"):
        untyped(report, root=5)


def test_files_beside_a_report_come_from_the_root(report: dict[str, Any], tmp_path: Path) -> None:
    report["tables"] = {"ho-so": {
        "columns": [{"id": "ten", "title": "Hồ sơ"}, {"id": "so", "title": "Số ngày", "kind": "count"}],
        "data": {"file": "ho-so.csv"},
    }}
    report["appendices"] = [{"title": "Danh mục hồ sơ", "parts": [{"table": "ho-so"}]}]
    (tmp_path / "ho-so.csv").write_text("ten;so\nHồ sơ một;3\n", "utf-8")
    assert findings_of(report)
    pdf = baocao.render(report, root=tmp_path)
    assert b"ho-so.csv" in objects(pdf)
    report["tables"]["ho-so"]["data"]["file"] = "../ho-so.csv"
    below = tmp_path / "duoi"
    below.mkdir()
    assert [one["id"] for one in findings_of(report, root=below) if one["severity"] == "error"] == ["tep/ngoai-goc"]


def test_an_office_brings_templates_of_its_own(tmp_path: Path) -> None:
    own = tmp_path / "mau"
    subprocess.run([program(), "templates", "--export", own], check=True, capture_output=True)
    layout = own / "layout" / "main.typ"
    layout.write_text(layout.read_text("utf-8") + '\n#panic("của cơ quan")\n', "utf-8")
    office = baocao.Office(templates=own)
    for render in (office.render, lambda report: baocao.render(report, templates=own)):
        with pytest.raises(baocao.Refused, match="của cơ quan"):
            render(COMMUNE)
    assert baocao.render(COMMUNE)
