"""What comes of one report of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, NamedTuple, Optional

if TYPE_CHECKING:
    from typing import Literal

    from .findings import Finding


class Result(NamedTuple):
    """What came of a report.

    ``status`` is ``"ok"`` (a PDF, and nothing to say), ``"findings"`` (a PDF, and something to say), ``"refused"`` (errors
    forbid the PDF; with ``strict`` warnings do) or ``"failed"`` (the work could not be done).
    """

    id: str
    """What was given with the report, or else the name of its file without its ending, or its number from 1 on."""
    status: Literal["ok", "findings", "refused", "failed"]
    pdf: Optional[bytes]
    """The PDF, unless it was kept in a folder."""
    path: Optional[str]
    """Where the PDF was kept."""
    pages: Optional[int]
    findings: List[Finding]
    """All that was found, errors included."""
    seconds: float
    """How long the work on this report took."""
