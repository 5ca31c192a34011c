"""Reports become official Vietnamese documents.

    import baocao
    from pathlib import Path
    Path("bao-cao.pdf").write_bytes(baocao.render(Path("examples/xa-q3-2023.json")))

A report is a dict, its JSON (str or bytes), or the path of its file (``pathlib.Path``; a str is JSON, never a path).

Options, all by keyword, are those of the program ``baocao``:

``templates``, ``fonts``
    Folders of an office's own, laid over what is built in. An :class:`Office` reads them once.
``root``
    The folder that the files beside a report may lie in. A file: as of the program, without it the folder of the nearest
    ``baocao.toml``, or else its own. A dict or JSON: it stands in ``root``; without it no file beside it is read.
``standards``
    The standards of the PDF, joined by commas; ``"a-3a,ua-1"`` where nothing is said.
``config``
    The ``baocao.toml`` that holds, in place of the nearest one above the report or ``root``.
``checks``
    Severities and exemptions, as ``checks`` of a report has them.
``strict``
    Warnings forbid a document as errors do.
``lang``
    The language of exceptions, ``"vi"`` or ``"en"``; findings have both.
``name``
    What a report that is no file is called: in findings, and as the file inside the PDF.

Every function may be called from any thread; the interpreter is not held up meanwhile.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from ._baocao import Batches, Imported, Office, __version__
from .errors import Error, Failed, Refused
from .results import Result

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Optional

    from typing_extensions import Unpack

    from .findings import Finding
    from .options import BatchOptions, NamedOptions, Path, Paths, Report, ReportWithId

__all__ = [
    "Batches",
    "Error",
    "Failed",
    "Imported",
    "Office",
    "Refused",
    "Result",
    "__version__",
    "check",
    "import_rows",
    "render",
    "render_batches",
]


def render(
    report: Report,
    *,
    templates: Optional[Path] = None,
    fonts: Optional[Path] = None,
    **options: Unpack[NamedOptions],
) -> bytes:
    """The PDF of a report. Its errors raise :class:`Refused`; warnings are told by :func:`check`, and with ``strict=True``
    they raise too."""
    return office(templates, fonts).render(report, **options)


def check(
    report: Report,
    *,
    templates: Optional[Path] = None,
    fonts: Optional[Path] = None,
    **options: Unpack[NamedOptions],
) -> list[Finding]:
    """All that is found in a report, in the order of their places, with the fields of ``baocao check --format json``."""
    return office(templates, fonts).check(report, **options)


def import_rows(
    inputs: Paths,
    map: Path,
    *,
    templates: Optional[Path] = None,
    lang: Optional[str] = None,
) -> Imported:
    """The reports of an export, or of several, by a mapping (``docs/import.md``): for each its id and its JSON, ready for
    :func:`render_batches`. As of ``baocao import``, there are all of them or, where anything is wrong, none: errors raise
    :class:`Refused`, and what is to be said besides is in ``.findings`` of what is given back."""
    return office(templates, None).import_rows(inputs, map, lang=lang)


def render_batches(
    reports: Iterable[Report | ReportWithId],
    *,
    templates: Optional[Path] = None,
    fonts: Optional[Path] = None,
    **options: Unpack[BatchOptions],
) -> Batches:
    """What comes of many reports, a :class:`Result` each, in their order. All processors work (or ``threads``), a few
    reports a thread are read ahead, and no more than that is ever in memory.

    A report is given alone or as ``(id, report)``. What is wrong with one is told in its result and never raised; what
    the iterable itself raises comes when all before it is given back.

    With ``output_dir`` the PDF is kept there as ``ID.pdf``, and the result has its ``path`` in place of its bytes. A file
    that is there with the same bytes stays; another is replaced with ``force=True`` only."""
    return office(templates, fonts).render_batches(reports, **options)


def office(templates: Optional[Path] = None, fonts: Optional[Path] = None) -> Office:
    """The office of some folders: the built-in one is kept, others are read anew, so that a change in them is seen. Keep an
    :class:`Office` to make many documents with the same folders."""
    return _built_in() if templates is None and fonts is None else Office(templates=templates, fonts=fonts)


@lru_cache(maxsize=1)
def _built_in() -> Office:
    return Office()
