"""Apache Spark on two cores of this machine: a row a document, as the program makes it, whatever the reports are."""

from __future__ import annotations

import base64
import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import many, program

import baocao

pyspark = pytest.importorskip("pyspark")

from baocao.spark import SCHEMA, map_in_arrow, map_in_pandas  # noqa: E402

COUNT = int(os.environ.get("N", "500"))
REPORTS = list(many(COUNT, broken_every=20))


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("baocao")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "50",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def wanted() -> dict[str, baocao.Result]:
    """What comes of the reports without Spark."""
    began = time.monotonic()
    results = {result.id: result for result in baocao.render_batches(REPORTS)}
    print(f"\n{COUNT} reports in this process: {time.monotonic() - began:.1f} s")
    assert sum(result.status in ("ok", "findings") for result in results.values()) == COUNT * 19 // 20
    return results


def frame(spark: Any, reports: list[tuple[str, str | None]], partitions: int) -> Any:
    rows = spark.sparkContext.parallelize(reports, partitions)
    return rows.toDF("id string, report string")


def compare(rows: list[Any], wanted: dict[str, baocao.Result], ids: list[str]) -> None:
    assert sorted(row.id for row in rows) == sorted(ids)
    for row in rows:
        result = wanted[row.id]
        pdf = Path(row.path).read_bytes() if row.path else row.pdf
        assert (None if pdf is None else bytes(pdf)) == result.pdf, row.id
        assert (row.status, row.pages) == (result.status, result.pages), row.id
        assert json.loads(row.findings) == result.findings, row.id
        assert 0 <= row.seconds < 60


def test_documents_are_those_of_a_batch(spark: Any, wanted: dict[str, baocao.Result], tmp_path: Path) -> None:
    reports, batch, kept = tmp_path / "reports", tmp_path / "batch", tmp_path / "spark"
    reports.mkdir()
    for id, text in REPORTS:
        (reports / f"{id}.json").write_text(text or "", "utf-8")
    told = subprocess.run([program(), "batch", reports, "-d", batch], capture_output=True, check=False)
    assert told.returncode == 1, told.stderr
    began = time.monotonic()
    rows = frame(spark, REPORTS, 8).mapInArrow(map_in_arrow(output_dir=kept), SCHEMA).collect()
    print(f"\n{COUNT} reports through Spark: {time.monotonic() - began:.1f} s")
    compare(rows, wanted, [id for id, _ in REPORTS])
    made = {path.name: path.read_bytes() for path in batch.glob("*.pdf")}
    assert len(made) == COUNT * 19 // 20
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == made


def test_a_row_a_document_through_pandas(spark: Any, wanted: dict[str, baocao.Result]) -> None:
    some = REPORTS[:100:2] + REPORTS[19:200:20]
    rows = frame(spark, some, 3).mapInPandas(map_in_pandas(), SCHEMA).collect()
    compare(rows, wanted, [id for id, _ in some])
    assert all((row.pdf is None) == (row.status in ("refused", "failed")) for row in rows)
    assert {row.status for row in rows} >= {"ok", "refused"}


def test_columns_and_options_may_be_others(spark: Any) -> None:
    row = {"ma": 7, "du_lieu": bytearray(REPORTS[0][1] or "", "utf-8")}
    one = spark.createDataFrame([row], "ma int, du_lieu binary")
    work = map_in_arrow(id="ma", report="du_lieu", standards="a-2b")
    (made,) = one.mapInArrow(work, SCHEMA).collect()
    assert made.id == "7"
    assert bytes(made.pdf) == baocao.render(REPORTS[0][1] or "", standards="a-2b", name="7.json")


def test_a_line_a_document_through_a_pipe(spark: Any, wanted: dict[str, baocao.Result]) -> None:
    some = [(id, text) for id, text in REPORTS[:200] if wanted[id].status != "refused" or is_json(text)]
    lines = [f'{{"id": "{id}", "name": "{id}.json", "report": {text}}}' for id, text in some]
    lines.insert(60, "{")
    piped = spark.sparkContext.parallelize(lines, 4).pipe(f"{shlex.quote(program())} worker").collect()
    answers = [json.loads(line) for line in piped]
    broken = answers.pop(60)
    assert (broken["id"], broken["status"]) == ("", "failed")
    assert [answer["id"] for answer in answers] == [id for id, _ in some]
    for answer in answers:
        result = wanted[answer["id"]]
        document = answer["document"]
        assert (document and base64.b64decode(document["pdf"])) == result.pdf, result.id
        assert (document and document["pages"]) == result.pages, result.id
        assert answer["review"]["findings"] == result.findings, result.id
    assert {answer["status"] for answer in answers} == {"made", "refused"}


def is_json(text: str | None) -> bool:
    try:
        return isinstance(json.loads(text or ""), dict)
    except ValueError:
        return False
