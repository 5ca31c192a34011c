"""What the tests share: the examples of the project, the program, and many reports made of the examples."""

from __future__ import annotations

import json
import os
import re
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
COMMUNE = EXAMPLES / "xa-q3-2026.json"


def program() -> str:
    """The program that the package is compared with."""
    path = os.environ.get("BAOCAO")
    assert path, "BAOCAO must name the program: target/debug/baocao"
    return path


def rendered(report: bytes) -> bytes:
    """The PDF of a report as the program makes it."""
    made = subprocess.run([program(), "render", "-", "-o", "-"], input=report, capture_output=True, check=True)
    return made.stdout


def objects(pdf: bytes) -> bytes:
    """What stands in the small objects of a PDF, which are in compressed streams."""
    streams = re.findall(rb"/Type/ObjStm.*?stream\n(.*?)\nendstream", pdf, re.DOTALL)
    return b"\n".join(zlib.decompress(stream) for stream in streams)


def commune(number: int) -> dict[str, Any]:
    """The report of a commune, its own by number, name and figures."""
    report: dict[str, Any] = json.loads(COMMUNE.read_text("utf-8"))
    document = report["document"]
    document["code_number"] = number + 1
    document["subject"] += f" (báo cáo số {number + 1})"
    figures = report["figures"]
    whole = [id for id, value in figures.items() if isinstance(value, int) and not isinstance(value, bool)]
    id = whole[number % len(whole)]
    figures[id] += number
    return report


BROKEN = [
    lambda text: "",
    lambda text: text[: len(text) // 2],
    lambda text: text.replace('"figures"', '"figurs"', 1),
    lambda text: text.replace('"template": "cchc/', '"template": "cchc/khong-co-', 1),
    lambda text: None,
    lambda text: "[1, 2, 3]",
    lambda text: text.replace('"kind": "quarter"', '"kind": "quater"', 1),
    lambda text: "\x00",
]
"""Ways in which a report can be wrong."""


def many(count: int, broken_every: int = 0) -> Iterator[tuple[str, str | None]]:
    """Ids and JSON of reports; every so many-th is broken, each time in another way."""
    for number in range(count):
        text = json.dumps(commune(number), ensure_ascii=False)
        if broken_every and number % broken_every == broken_every - 1:
            yield f"xa-{number:04}", BROKEN[number // broken_every % len(BROKEN)](text)
        else:
            yield f"xa-{number:04}", text


@pytest.fixture
def report() -> dict[str, Any]:
    return commune(0)
