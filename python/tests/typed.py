"""A script that `mypy --strict` holds the types of the package to; each `error` below must be one."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import baocao
from baocao.spark import SCHEMA, map_in_arrow, map_in_pandas

pdf: bytes = baocao.render(Path("a.json"), standards="a-2b", strict=True, name="b.json", templates="mau")
pdf = baocao.render({"figures": {"a": Decimal("75.8"), "b": None}}, root=Path("."), lang="en")
for finding in baocao.check("{}", checks={"severity": {"so-lieu/thieu": "note"}}):
    severity: str = finding["severity"]
    text: str = finding["message"]["vi"]
    if finding["place"] is not None:
        line: int = finding["place"]["line"]
try:
    baocao.render(b"{}")
except baocao.Refused as refused:
    ids: list[str] = [finding["id"] for finding in refused.findings]
office = baocao.Office(templates="mau", fonts=Path("phong-chu"))
for result in office.render_batches(office.import_rows(["a.csv"], "a.toml"), threads=2, output_dir="out", force=True):
    seconds: float = result.seconds
    path: str | None = result.path
schema: str = SCHEMA
arrow, pandas = map_in_arrow(output_dir="/mnt"), map_in_pandas(report="json")

baocao.render(5)  # type: ignore[arg-type]
baocao.render("{}", strickt=True)  # type: ignore[call-arg]
baocao.render("{}", threads=2)  # type: ignore[call-arg]
baocao.check("{}", checks={"severity": {"so-lieu/thieu": "grave"}})  # type: ignore[arg-type]
finding["idd"]  # type: ignore[typeddict-item]
result.pdf.decode()  # type: ignore[union-attr]
