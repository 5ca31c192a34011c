"""Findings: the dicts of ``baocao check --format json``. ``schema/findings.schema.json`` describes every field."""

from __future__ import annotations

from typing import TYPE_CHECKING, List, Optional, TypedDict

if TYPE_CHECKING:
    from typing import Literal

    from typing_extensions import NotRequired


class Both(TypedDict):
    """A text in both languages."""

    vi: str
    en: str


class Field(TypedDict):
    """A field of a file of rows, counted from 1; without a column the whole row."""

    row: int
    column: Optional[int]


class Cell(TypedDict):
    """A cell of a workbook: its sheet, and its column and row, such as ``D17``."""

    sheet: str
    name: str


class Origin(TypedDict):
    """The cell of an export that a value came from."""

    file: str
    sheet: NotRequired[str]
    cell: NotRequired[str]
    row: NotRequired[int]
    column: NotRequired[int]
    line: NotRequired[int]
    pointer: NotRequired[str]
    label: Optional[str]


class Place(TypedDict):
    """A place in a file. Lines and columns begin with 1, the end is the place after the last character."""

    file: str
    pointer: Optional[str]
    line: int
    column: int
    end_line: int
    end_column: int
    bytes: List[int]
    field: NotRequired[Field]
    cell: NotRequired[Cell]
    page: NotRequired[int]
    origin: NotRequired[Origin]


class Edit(TypedDict):
    """One change that mends a place: what is taken out, and the text that stands there then, as JSON writes it."""

    place: Place
    text: str


class OtherPlace(TypedDict):
    """One more place where the same was found."""

    place: Place
    found: Optional[str]
    expected: Optional[Both]
    edits: NotRequired[List[Edit]]


class Finding(TypedDict):
    """Something about a report that its author should know."""

    id: str
    severity: Literal["note", "warning", "error"]
    message: Both
    place: Optional[Place]
    found: Optional[str]
    expected: Optional[Both]
    edits: NotRequired[List[Edit]]
    other_places: List[OtherPlace]
    more_places: NotRequired[int]
    hint: Optional[Both]
    law: Optional[str]
