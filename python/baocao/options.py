"""The types of what is given: reports, paths, options. Options themselves are described in :mod:`baocao`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple, TypedDict, Union

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import NotRequired

Path = Union[str, "PathLike[str]"]
Paths = Union[Path, Sequence[Path]]
Report = Union[Mapping[str, Any], str, bytes, bytearray, "PathLike[str]"]
ReportWithId = Tuple[Optional[str], Report]


class Exemption(TypedDict):
    """Findings of a rule that are known and accepted, at a JSON pointer and below, or everywhere."""

    rule: str
    at: NotRequired[Optional[str]]
    reason: str


class Checks(TypedDict, total=False):
    """How grave the findings of rules are, by their ids, and which are exempt."""

    severity: Dict[str, Literal["note", "warning", "error"]]
    exemptions: List[Exemption]


class Options(TypedDict, total=False):
    """What holds for all reports of a call."""

    root: Optional[Path]
    standards: Optional[str]
    config: Optional[Path]
    checks: Optional[Checks]
    strict: bool
    lang: Optional[str]


class NamedOptions(Options, total=False):
    """The same for one report."""

    name: Optional[str]


class BatchOptions(Options, total=False):
    """The same for many."""

    threads: Optional[int]
    output_dir: Optional[Path]
    force: bool
