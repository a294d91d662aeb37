"""Makes any one file of a haul from its spec, with the truth about the forms in it."""

from dataclasses import dataclass, replace
from random import Random
from typing import Any

from examples.siege.forms.facts import Source, other_fact
from examples.siege.forms.filling import Clerk, Filled, Piece, Row, Slot, pen_of, pens_facts
from examples.siege.forms.kit import Edition, Field, Kit
from examples.siege.forms.layout import Line, Page, Typesetter, printing_for
from examples.siege.forms.plan import FileSpec, FormSpec
from examples.siege.forms.printed import write_pdf
from examples.siege.forms.scanned import write_scans
from examples.siege.forms.typed import Sheets, write_docx, write_html, write_txt, write_xlsx

_WRITERS = {"txt": write_txt, "docx": write_docx, "html": write_html, "xlsx": write_xlsx, "pdf": write_pdf}
PAGED = ("pdf", "xlsx", "scan_pdf", "tif")
#: What twins differ in.
TWIN_FIELDS = ("nationality", "go_between", "entry_date", "birth", "guarantor", "blood", "border", "exit_date", "admitted", "form_date")
#: What a twin is of the same man by; another answer would make him another man.
OF_NO_TWIN = ("name", "kunya", "mother")
_RULE = Line((Piece("- " * 30),), "center")
_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A finished file: where it lies, its bytes, what the truth says of it and of the forms in it."""

    path: str
    data: bytes
    file: Row
    forms: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FormMaker:
    """Makes the files of a haul with one seed and one kit."""

    kit: Kit
    seed: int

    def make(self, spec: FileSpec) -> tuple[MadeFile, ...]:
        """Return the file; two for a form on two pages that were photographed one by one."""
        look = Random(f"{self.seed}/{spec.look}/look")
        edition = self._edition(spec.forms[0])
        language = self.kit.languages[edition.language]
        medium = spec.container if spec.container in _WRITERS else "scan"
        printing = printing_for(look, edition, medium, close=spec.composition == "same_page")
        setter = Typesetter(edition, printing, language, look)
        filled = [self._filled(form, spec.container) for form in spec.forms]
        pages, places = _composed(setter, [form for form, _ in filled], spec.composition)
        sheets = Sheets(pages, language.rtl, edition.language)
        rows = tuple(
            self._row(form, made, changed=changed) | {"file": spec.path, "pages": _pages(spec.container, where), "nth": nth}
            for nth, (form, (made, changed), where) in enumerate(zip(spec.forms, filled, places, strict=True), start=1)
        )
        if spec.container in _WRITERS:
            data = _WRITERS[spec.container](sheets, look)
            return (MadeFile(spec.path, data, _file_row(spec.path, spec.container, "digital"), rows),)
        return self._on_paper(spec, sheets, look, rows)

    def _on_paper(self, spec: FileSpec, sheets: Sheets, look: Random, rows: tuple[Row, ...]) -> tuple[MadeFile, ...]:
        pictures, told = write_scans(sheets, spec.container, look)
        file = _file_row(spec.path, spec.container, "photo" if told["scene"] in {"on_a_desk", "in_shadow"} else "scan") | told
        if len(pictures) == 1:
            return (MadeFile(spec.path, pictures[0], file, rows),)
        stem, _, extension = spec.path.rpartition(".")
        paths = [f"{stem}_{number}.{extension}" for number in range(1, len(pictures) + 1)]
        placed: list[list[Row]] = [[] for _ in paths]
        for row in rows:
            first, *others = row["pages"]
            more = [{"file": paths[page - 1], "pages": [1]} for page in others]
            placed[first - 1].append(row | {"file": paths[first - 1], "pages": [1], "nth": 1} | ({"continued_in": more} if more else {}))
        if spec.composition == "same_page":
            placed = [list(rows)]
        return tuple(
            MadeFile(path, data, file | {"file": path}, tuple(forms)) for path, data, forms in zip(paths, pictures, placed, strict=True)
        )

    def _edition(self, form: FormSpec) -> Edition:
        return self.kit.families[form.family].editions[form.edition]

    def _filled(self, form: FormSpec, container: str) -> tuple[Filled, tuple[str, ...]]:
        """Return a form as it was filled in, and the fields in which it differs from its twin."""
        edition = self._edition(form)
        source = Source(self.kit, self.seed, form.man, form.facts)
        facts = pens_facts(source, edition)
        pen = pen_of(Random(f"{self.seed}/{form.hand}/pen"), source, edition)
        wanted = ("go_between",) if form.man.go_between.key == self.kit.wanted.key else ()
        kind = container if container in _WRITERS else "scan"
        clerk = Clerk(pen, facts, f"{self.seed}/{form.hand}", kind, keep=wanted)
        if form.twin_of:
            return self._twin(form, clerk, edition, source)
        filled = clerk.fill(edition)
        return (_retyped(filled, Random(f"{form.id}/typist")) if form.copy_kind == "retyped" else filled), ()

    def _twin(self, form: FormSpec, clerk: Clerk, edition: Edition, source: Source) -> tuple[Filled, tuple[str, ...]]:
        """Return the form with one value changed: so much that it is written otherwise."""
        rng = Random(f"{self.seed}/{form.id}/twin")
        before = _texts(clerk.fill(edition))
        asked = [each for field in edition.fields for each in field.asked]
        usual = [each for each in asked if each.name in TWIN_FIELDS]
        others = [each for each in asked if each not in usual and each.name not in OF_NO_TWIN]
        # What was left out on the form may be said by its twin, where nothing that stands on it can be changed.
        for fields, said in ((usual, ()), (others, ()), (usual + others, tuple(each.name for each in usual + others))):
            for _ in range(200 * bool(fields)):
                field: Field = rng.choice(fields)
                facts = dict(clerk.facts) | {field.name: other_fact(field, clerk.facts[field.name], source, rng)}
                filled = replace(clerk, facts=facts, keep=(*clerk.keep, *(name for name in said if name == field.name))).fill(edition)
                after = _texts(filled)
                if [name for name in before if before[name] != after[name]] == [field.name]:
                    return filled, (field.name,)
        raise ValueError(f"no twin of {form.twin_of} could be made")

    def _row(self, form: FormSpec, filled: Filled, *, changed: tuple[str, ...]) -> Row:
        family = self.kit.families[form.family]
        return {
            "id": form.id, "family": family.name, "edition": form.edition + 1, "language": family.editions[form.edition].language,
            "member": None, "person": form.man.id, "copy_of": form.copy_of or None, "copy_kind": form.copy_kind or None,
            "twin_of": form.twin_of or None, "changed": list(changed), "again_of": form.again_of or None, "is_minor": filled.is_minor,
            "fields": [row for slot in filled.slots for row in slot.rows],
        }  # fmt: skip


def _texts(filled: Filled) -> dict[str, tuple[Any, ...]]:
    return {row["name"]: (row["state"], row["text"], row["value"], row.get("struck")) for slot in filled.slots for row in slot.rows}


def _retyped(filled: Filled, rng: Random) -> Filled:
    """Return a form as somebody typed it off: Western digits, now and then a letter spelt as he would."""
    careless = rng.random() < 0.5

    def typed(words: str) -> str:
        return words.translate(_WESTERN).translate(str.maketrans("أإ", "اا") if careless else {})

    def again(slot: Slot) -> Slot:
        pieces = tuple(piece._replace(text=typed(piece.text)) if piece.style != "print" else piece for piece in slot.pieces)
        if slot.rows[0].get("style"):
            return slot
        return replace(slot, pieces=pieces, rows=tuple(row | {"text": typed(row["text"])} for row in slot.rows))

    return replace(filled, slots=tuple(again(slot) for slot in filled.slots))


def _composed(setter: Typesetter, forms: list[Filled], composition: str) -> tuple[tuple[Page, ...], list[list[int]]]:
    """Return the pages of a file and for each form the pages it is on, in the order in which they are to be read."""
    match composition:
        case "two_pages":
            return setter.pages(forms[0], split=True), [[1, 2]]
        case "out_of_order":
            first, second = setter.pages(forms[0], split=True)
            return (second, first), [[2, 1]]
        case "interleaved":
            halves = [setter.pages(form, split=True) for form in forms]
            return tuple(half[turn] for turn in (0, 1) for half in halves), [[1, 3], [2, 4]]
        case "same_page":
            (above,), (below,) = (setter.pages(form) for form in forms)
            return ((*above, _RULE, *below),), [[1], [1]]
    pages = tuple(page for form in forms for page in setter.pages(form))
    return pages, [[number] for number in range(1, len(forms) + 1)]


def _pages(container: str, pages: list[int]) -> list[int]:
    """Return pages as a reader of this format can know them."""
    return pages if container in {*PAGED, "jpg", "png"} else [1]


def _file_row(path: str, container: str, origin: str) -> Row:
    return {"file": path, "kind": container.removeprefix("scan_"), "origin": origin}
