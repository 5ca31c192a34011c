"""Reports on Apache Spark: a row for each report in, a row for each document out.

    from baocao.spark import SCHEMA, map_in_arrow

    rows = reports.mapInArrow(map_in_arrow(output_dir="/mnt/van-ban"), SCHEMA)

``reports`` is a data frame with the columns ``id`` (string) and ``report`` (its JSON: string or binary). Of each row comes
one with the columns of ``SCHEMA``: what :class:`baocao.Result` has, its findings as JSON. A bad report is a row with the
status ``refused`` or ``failed`` and never an exception. :func:`map_in_pandas` does the same for ``mapInPandas``.

Templates and fonts are read once a Python worker. A worker works on one report at a time, as Spark counts: ``local[4]``, or
four cores of an executor, are four workers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Dict, List, Optional

from . import Office, Result
from . import office as _office

if TYPE_CHECKING:
    import pandas
    import pyarrow
    from typing_extensions import Unpack

    from .options import BatchOptions, Path, ReportWithId

    Rows = Dict[str, List[Any]]

SCHEMA = "id string, status string, path string, pdf binary, pages int, findings string, seconds double"
"""The columns of a row that comes out."""

_MOST_ROWS = 64
"""Rows that are handed back together."""

_MOST_BYTES = 16 << 20
"""Bytes of PDF that are handed back together, before the last one."""


def map_in_arrow(
    *,
    id: str = "id",
    report: str = "report",
    templates: Optional[Path] = None,
    fonts: Optional[Path] = None,
    **options: Unpack[BatchOptions],
) -> Callable[[Iterator[pyarrow.RecordBatch]], Iterator[pyarrow.RecordBatch]]:
    """A function for ``DataFrame.mapInArrow``. ``id`` and ``report`` name the columns; the options are those of
    :func:`baocao.render_batches`."""

    def work(batches: Iterator[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        import pyarrow

        types = [pyarrow.string()] * 3 + [pyarrow.binary(), pyarrow.int32(), pyarrow.string(), pyarrow.float64()]
        schema = pyarrow.schema(list(zip(_columns(), types)))
        pairs = (zip(batch.column(id).to_pylist(), batch.column(report).to_pylist()) for batch in batches)
        for rows in _rendered(chain.from_iterable(pairs), templates, fonts, options):
            yield pyarrow.RecordBatch.from_pydict(rows, schema=schema)

    return work


def map_in_pandas(
    *,
    id: str = "id",
    report: str = "report",
    templates: Optional[Path] = None,
    fonts: Optional[Path] = None,
    **options: Unpack[BatchOptions],
) -> Callable[[Iterator[pandas.DataFrame]], Iterator[pandas.DataFrame]]:
    """The same for ``DataFrame.mapInPandas``."""

    def work(frames: Iterator[pandas.DataFrame]) -> Iterator[pandas.DataFrame]:
        import pandas

        pairs = (zip(_values(frame[id]), _values(frame[report])) for frame in frames)
        for rows in _rendered(chain.from_iterable(pairs), templates, fonts, options):
            yield pandas.DataFrame(rows).astype({"pages": "Int32"})

    return work


def _values(column: pandas.Series[Any]) -> list[Any]:
    """The values of a column; what is missing, however pandas writes that, is ``None``."""
    return [None if missing else value for value, missing in zip(column.tolist(), column.isna().tolist())]


def _rendered(
    reports: Iterable[ReportWithId], templates: Optional[Path], fonts: Optional[Path], options: BatchOptions
) -> Iterator[Rows]:
    """What comes of reports, column by column, a few rows at a time."""
    options = {**options, "threads": options.get("threads") or 1}
    kept = _kept(str(templates or ""), str(fonts or ""))
    rows: List[Result] = []
    size = 0
    for result in kept.render_batches(reports, **options):
        rows.append(result)
        size += len(result.pdf or b"")
        if len(rows) >= _MOST_ROWS or size >= _MOST_BYTES:
            yield _by_column(rows)
            rows, size = [], 0
    if rows:
        yield _by_column(rows)


@lru_cache(maxsize=None)
def _kept(templates: str, fonts: str) -> Office:
    """The office of this worker."""
    return _office(templates or None, fonts or None)


def _columns() -> List[str]:
    return [column.split()[0] for column in SCHEMA.split(", ")]


def _by_column(results: List[Result]) -> Rows:
    rows: Rows = {column: [getattr(result, column) for result in results] for column in _columns()}
    rows["findings"] = [json.dumps(findings, ensure_ascii=False) for findings in rows["findings"]]
    return rows
