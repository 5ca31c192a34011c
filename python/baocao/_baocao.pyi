from collections.abc import Iterable, Iterator
from typing import Optional, Union, final

from typing_extensions import Self, Unpack

from .findings import Finding
from .options import BatchOptions, NamedOptions, Path, Paths, Report, ReportWithId
from .results import Result

__version__: str

@final
class Office:
    """Templates and fonts of an office, read once. One that makes many documents is kept: what repeats from document to
    document is laid out once. Its methods are the functions of the package."""

    def __new__(
        cls, *, templates: Optional[Path] = None, fonts: Optional[Path] = None, lang: Optional[str] = None
    ) -> Self: ...
    def render(self, report: Report, **options: Unpack[NamedOptions]) -> bytes: ...
    def check(self, report: Report, **options: Unpack[NamedOptions]) -> list[Finding]: ...
    def import_rows(self, inputs: Paths, map: Path, *, lang: Optional[str] = None) -> Imported: ...
    def render_batches(
        self, reports: Iterable[Union[Report, ReportWithId]], **options: Unpack[BatchOptions]
    ) -> Batches: ...

@final
class Batches(Iterator[Result]):
    """Documents in the order of their reports."""

    def __next__(self) -> Result: ...

@final
class Imported(Iterator[tuple[str, str]]):
    """The reports of an export: ids and JSON."""

    def __next__(self) -> tuple[str, str]: ...
    def __length_hint__(self) -> int: ...
    @property
    def findings(self) -> list[Finding]: ...
