"""What is raised. Both kinds say all that was found, as the program does, and have it in ``.findings`` as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, List

if TYPE_CHECKING:
    from .findings import Finding


class Error(Exception):
    """There is no result."""

    findings: List[Finding]

    def __init__(self, message: str, findings: List[Finding]) -> None:
        super().__init__(message, findings)
        self.findings = findings

    def __str__(self) -> str:
        return str(self.args[0])


class Refused(Error):
    """The report, or the export, has findings that forbid a result (the program's exit code 1)."""


class Failed(Error):
    """The work could not be done: a file cannot be read, an option is wrong (the program's exit code 2)."""
