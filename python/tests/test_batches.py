"""Many reports: their order, bad ones among them, memory, threads, files."""

from __future__ import annotations

import gc
import itertools
import json
import multiprocessing
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from conftest import COMMUNE, commune, many, objects

import baocao


def test_results_come_in_order_with_the_bytes_of_one_at_a_time() -> None:
    reports = list(many(24, broken_every=3))
    results = list(baocao.render_batches(reports))
    assert [result.id for result in results] == [id for id, _ in reports]
    for result, (id, report) in zip(results, reports):
        assert isinstance(result, baocao.Result) and result.seconds >= 0
        if result.status in ("ok", "findings"):
            assert result.pdf == baocao.render(report, name=f"{id}.json")
            assert (result.status == "ok") == (result.findings == [])
            assert result.pages and result.path is None
        else:
            assert result.status == "refused"
            assert result.pdf is None and result.pages is None
            assert any(finding["severity"] == "error" for finding in result.findings)
            with pytest.raises(baocao.Refused):
                baocao.render(report)
    assert sum(result.status == "refused" for result in results) == 8


def test_ids_are_given_or_made(tmp_path: Path) -> None:
    missing = tmp_path / "khong-co.json"
    items: list[Any] = [COMMUNE, commune(1), ("a", commune(2)), (None, commune(3)), (7, commune(4)), missing, 5]
    results = list(baocao.render_batches(items))
    assert [result.id for result in results] == ["xa-q3-2026", "2", "a", "", "7", "khong-co", "7"]
    good = [result.status in ("ok", "findings") for result in results]
    assert good == [True] * 5 + [False] * 2
    assert [result.status for result in results[5:]] == ["failed", "refused"]
    assert b"a.json" in objects(results[2].pdf or b"")


def test_reports_are_read_as_results_are_taken() -> None:
    taken = itertools.count()

    def endless() -> Iterator[tuple[str, str]]:
        for number in taken:
            yield str(number), "{}"

    threads = 2
    results = baocao.render_batches(endless(), threads=threads)
    for expected in range(50):
        assert next(results).id == str(expected)
        ahead = next(taken) - expected
        # The count itself takes a number, which is none of the reports.
        taken = itertools.count(expected + ahead)
        assert ahead <= 3 * threads + 1
        break
    del results
    gc.collect()


def test_what_the_reports_raise_comes_last() -> None:
    def reports() -> Iterator[dict[str, Any]]:
        yield commune(0)
        yield commune(1)
        raise OSError("nguồn hỏng")

    results = baocao.render_batches(reports())
    assert [next(results).id, next(results).id] == ["1", "2"]
    with pytest.raises(OSError, match="nguồn hỏng"):
        next(results)
    with pytest.raises(StopIteration):
        next(results)


def test_a_slow_source_does_not_hold_back_what_is_there() -> None:
    began = time.monotonic()

    def reports() -> Iterator[str]:
        for _ in range(6):
            time.sleep(0.2)
            yield "{}"

    next(baocao.render_batches(reports(), threads=1))
    assert time.monotonic() - began < 1.0


def test_the_interpreter_is_not_held_up() -> None:
    ticks = 0
    over = threading.Event()

    def tick() -> None:
        nonlocal ticks
        while not over.is_set():
            ticks += 1
            time.sleep(0.001)

    clock = threading.Thread(target=tick)
    clock.start()
    baocao.render(commune(0))
    before = ticks
    began = time.monotonic()
    for number in range(3):
        baocao.render(commune(number))
    spent, ticked = time.monotonic() - began, ticks - before
    over.set()
    clock.join()
    assert ticked > spent * 100


def test_threads_share_an_office() -> None:
    office = baocao.Office()
    wanted = [office.render(commune(number)) for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda number: office.render(commune(number % 4)), range(16))) == wanted * 4


def test_memory_stays_flat() -> None:
    resource = pytest.importorskip("resource")
    office = baocao.Office()

    def peak() -> int:
        return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

    def run(count: int) -> int:
        for _ in office.render_batches(many(count), threads=2):
            pass
        return peak()

    run(30)
    after_some = run(30)
    assert run(150) < after_some * 1.3


def test_pdf_files_are_kept(tmp_path: Path) -> None:
    out = tmp_path / "van-ban" / "quy-3"
    reports = [("xa-1", commune(1)), ("xã 2", commune(2)), ("../xa-3", commune(3)), ("CON", commune(4))]
    reports += [("😀", commune(5)), ("x" * 300, commune(6)), ("", commune(7)), ("xã-8", commune(8))]
    results = list(baocao.render_batches(reports, output_dir=out))
    kept = [result.status in ("ok", "findings") for result in results]
    assert kept == [True] + [False] * 6 + [True]
    assert {result.status for result in results[1:7]} == {"failed"}
    assert sorted(path.name for path in out.iterdir()) == ["xa-1.pdf", "xã-8.pdf"]
    assert results[0].pdf is None and results[0].path == str(out / "xa-1.pdf")
    assert (out / "xa-1.pdf").read_bytes() == baocao.render(commune(1), name="xa-1.json")


def test_files_that_are_there_stay_unless_they_are_the_same(tmp_path: Path) -> None:
    def render(number: int, **options: Any) -> baocao.Result:
        return next(baocao.render_batches([("xa", commune(number))], output_dir=tmp_path, **options))

    first = render(1)
    assert render(1).path == first.path and render(1).status == first.status
    other = render(2)
    assert (other.status, other.findings[0]["id"]) == ("failed", "tep/da-co")
    assert (tmp_path / "xa.pdf").read_bytes() == baocao.render(commune(1), name="xa.json")
    assert render(2, force=True).path == first.path
    assert (tmp_path / "xa.pdf").read_bytes() == baocao.render(commune(2), name="xa.json")


def test_wrong_calls_raise() -> None:
    untyped: Any = baocao.render_batches
    for options in ({"threads": 0}, {"threads": -1}, {"name": "a"}, {"thread": 2}):
        with pytest.raises((ValueError, TypeError, OverflowError)):
            untyped([], **options)
    with pytest.raises(TypeError):
        untyped(5)


def in_child(queue: Any) -> None:
    try:
        queue.put(len(baocao.render(COMMUNE)))
    except Exception as error:
        queue.put(type(error).__name__)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not fork")
@pytest.mark.parametrize(("method", "wanted"), [("fork", "RuntimeError"), ("spawn", None)])
def test_a_fork_is_told_and_does_not_hang(method: str, wanted: str | None) -> None:
    size = len(baocao.render(COMMUNE))
    context: Any = multiprocessing.get_context(method)
    queue = context.Queue()
    child = context.Process(target=in_child, args=(queue,))
    child.start()
    assert queue.get(timeout=60) == (wanted or size)
    child.join(10)


def test_json_of_the_results_is_plain() -> None:
    (result,) = baocao.render_batches(["{}"])
    assert json.loads(json.dumps(result.findings)) == result.findings
