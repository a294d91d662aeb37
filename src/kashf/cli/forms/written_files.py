"""Files of forms and tables for others: each is new, and holds what is sealed only where a person lets it out with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Self

import typer

from kashf.cli.common import acting
from kashf.cli.output import say
from kashf.errors import BadPathError, UsageError
from kashf.language.words.visible import isolate
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.entries.delivery import Scope
    from kashf.domain.forms.opened_fields import OpenedFields
    from kashf.services.case.open import OpenCase
    from kashf.services.forms.told_families import FormFamily
    from kashf.show.forms.spreadsheets import Cell

#: What must not stand in a file that is written, on every command that writes one.
Protect = Annotated[
    Path | None,
    typer.Option("--protect", metavar="FILE", help="Write no file that holds one of these strings, one a line; the list is not kept."),
]
#: Bytes of a list of protected strings.
_MOST_BYTES: Final = 16 << 20


@dataclass(frozen=True, slots=True)
class FileAsked:
    """Which file somebody asks for, as it was typed.

    Args:
        out: Where it is to stand; None for none.
        sealed_too: Whether it is to hold what is sealed.
        why: Why it is.
        as_person: Who lets it out.
        protect: A list of strings that must not stand in it; None for none.
    """

    out: Path | None
    sealed_too: bool
    why: str
    as_person: str | None
    protect: Path | None = None

    def checked(self) -> Self:
        """Return it, where what is asked for goes together.

        Raises:
            UsageError: The ending is unknown, or sealed values are asked for without a file.
            BadPathError: The file is there.
        """
        if self.sealed_too and not self.out:
            raise UsageError("--sealed-too is of a file that is written: --out FILE; --open FIELD shows what is sealed")
        check_protect(self.out, self.protect)
        if self.out and self.out.suffix not in {".csv", ".xlsx"}:
            raise UsageError("--out FILE ends in .csv or .xlsx")
        return self

    @property
    def citations(self) -> Path | None:
        """Return where the citations of a table stand that have no sheet in its file."""
        return self.out.with_suffix(".citations.csv") if self.out and self.out.suffix == ".csv" else None


def let_out(case: Path, family: str, asked: FileAsked, *, fields: Sequence[str], leaves: str) -> OpenedFields | None:
    """Write down who lets sealed fields out in a file, before anything of it is read; None where nobody asks for that.

    Args:
        case: Which case.
        family: Beginning of the id of a family.
        asked: Which file.
        fields: Names of the fields it is to hold; all where none is named.
        leaves: What the file holds: "table" or "forms".
    """
    if not asked.sealed_too:
        return None
    from kashf.bootstrap import open_to_decide
    from kashf.domain.entries.delivery import Scope
    from kashf.services.forms.sealed.open_fields import AskedOpening, record_opening
    from kashf.services.forms.told_families import family as find_family
    from kashf.services.forms.told_families import field_named

    check_new(each for each in (asked.out, asked.citations) if each)
    with open_to_decide(case, settings=acting(case, asked.as_person)) as writable:
        found = find_family(writable.reading, family, scope=Scope.ALL)
        some = tuple(field_named(found, each) for each in fields) if fields else found.fields
        opened = record_opening(writable, found, AskedOpening(some, None, asked.why, leaves))
    say(f"let out, where it is sealed: {many(len(opened.fields), 'field')}; written down, entry {opened.id[:12]}")
    return opened


def write_forms(case: OpenCase, family: FormFamily, asked: FileAsked, *, scope: Scope, opened: OpenedFields | None) -> None:
    """Write all forms of a family, a row a form, into the file that is asked for."""
    from kashf.services.forms.form_values import records
    from kashf.services.forms.told_records import told_records
    from kashf.show.forms.record_sheets import record_header, record_rows, sealed_note
    from kashf.show.forms.spreadsheets import Worksheet, csv_bytes, xlsx_bytes
    from kashf.show.wording import table_wording

    assert asked.out is not None  # noqa: S101 - whoever asks for no file writes none
    words, keys = table_wording("en"), frozenset(opened.fields if opened else ())
    found = told_records(case, family, list(records(case, family, scope=scope)))
    rows: list[Sequence[Cell]] = [record_header(family.fields, let_out=keys), *record_rows(found, family.fields, let_out=keys)]
    notes: list[list[Cell]] = [[sealed_note(words, opened, family.fields)]] if opened else []
    if asked.out.suffix == ".xlsx":
        sheets = [Worksheet(str(words("table.sheet_forms")), rows)]
        content = xlsx_bytes([*sheets, Worksheet(str(words("table.sheet_notes")), notes)] if notes else sheets)
    else:
        content = csv_bytes([*rows, *([[]] if notes else []), *notes])
    leave_new({asked.out: content}, asked.protect)
    if not opened:
        say("what is sealed is left out of it, and said to be; --sealed-too with --why TEXT lets it out")


def check_new(paths: Iterable[Path]) -> None:
    """Refuse paths at which something stands.

    Raises:
        BadPathError: Something does.
    """
    if there := [each for each in paths if each.exists()]:
        raise BadPathError(f"{there[0]} is there already; nothing was written")


def check_protect(out: Path | None, protect: Path | None) -> None:
    """Refuse a list of protected strings where no file is written, since nothing would be held against it.

    Raises:
        UsageError: There is a list, and no file.
    """
    if protect and not out:
        raise UsageError("--protect is of a file that is written: --out FILE")


def leave_new(files: Mapping[Path, bytes], protect: Path | None) -> None:
    """Write files for others through the gate: none where one of them holds a protected string.

    Args:
        files: None of which is there.
        protect: A list of strings that must not stand in them; None for none.

    Raises:
        NotAllowedError: One of them, or its name, holds one.
        BadPathError: One is there, or cannot be written.
        UsageError: The list cannot be read, or is empty.
    """
    check_new(files)
    pass_gate(files, protect)
    write_new(files)


def pass_gate(files: Mapping[Path, bytes], protect: Path | None) -> None:
    """Hold files that are to leave, or to be printed for others, against protected strings, and say what was looked for.

    Args:
        files: Which.
        protect: A list of strings that must not stand in them; None for none.

    Raises:
        NotAllowedError: One of them, or its name, holds one.
        UsageError: The list cannot be read, or is empty.
    """
    from kashf.services.publication.leave import leave

    strings = protected_strings(protect) if protect else None
    looked = leave({path.name: content for path, content in files.items()}, strings)
    if looked.strings:
        say(f"none of {many(looked.strings, 'protected string')} stands in it")
    if told := ", ".join(f"{count} {kind}" for kind, count in looked.identifiers.items()):
        say(f"identifiers stand in it: {told}; whoever they belong to can be found by them")


def protected_strings(path: Path) -> tuple[str, ...]:
    """Return the strings of a list that must not leave, one a line.

    Raises:
        BadPathError: It cannot be read.
        UsageError: It is no text in UTF-8, too large, or empty.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error
    if len(data) > _MOST_BYTES:
        raise UsageError(f"the list of --protect is larger than {_MOST_BYTES:,} bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError("the list of --protect is text in UTF-8, one string a line") from None
    if not text.strip():
        raise UsageError("no string is protected: the list is empty", code="protected-none")
    return tuple(line for line in text.splitlines() if line.strip())


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files, none of which is there, of which nothing is held against what is protected.

    Raises:
        BadPathError: One is there, or cannot be written.
    """
    check_new(files)
    for path, content in files.items():
        try:
            with path.open("xb") as file:
                file.write(content)
        except OSError as error:
            raise BadPathError(f"{path}: {error.strerror or 'cannot be written'}; nothing that is there is written over") from error
        say(f"written: {isolate(str(path))}")
