"""Makes any one file of the leak from its spec: the same spec gives the same bytes, whoever makes it and in whatever order."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from examples.siege import office, pdf, plain, scans
from examples.siege.cast import Cast, make_cast
from examples.siege.changes import change_header, change_word
from examples.siege.containers import Members, write_eml, write_mbox, write_tar, write_zip
from examples.siege.document import Document, Made
from examples.siege.faults import break_document
from examples.siege.letters import Brief, make_letter, make_note
from examples.siege.mixes import KINDS
from examples.siege.operations import make_operation
from examples.siege.plan import Spec
from examples.siege.registers import make_register
from examples.siege.reports import make_message, make_report
from examples.siege.story import FIRST, story_operation

_WRITERS: dict[str, Callable[[Document, Random], Made]] = {
    "pdf": pdf.write_pdf,
    "docx": office.write_docx,
    "txt": plain.write_txt,
    "utf8": lambda document, rng: plain.write_txt(document, rng, utf8_only=True),
    "html": plain.write_html,
}


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the files of the leak with one seed."""

    seed: int
    cast: Cast

    @classmethod
    def of(cls, seed: int, cast: int = 0) -> "Maker":
        """Return the maker of a leak with the cast of that number."""
        return cls(seed, make_cast(seed, cast))

    def make(self, spec: Spec) -> Made:
        """Return the file with its truth."""
        family, _, form = spec.kind.partition("_")
        look = Random(f"{self.seed}/{spec.look}/look")
        match family:
            case "box":
                return self._box(spec, form, look)
            case "mail":
                members = tuple((member.path, self.make(member)) for member in spec.inside)
                return write_eml(self.document(spec), members, look)
            case "table":
                return self._table(spec, form, look)
            case "broken":
                return break_document(self.document(spec), spec.fault, look)
            case "scan":
                return scans.write_scan(self.document(spec), form, setting=self._words(spec, "sheet"), noise=look)
        return _WRITERS[form](self.document(spec), look)

    def document(self, spec: Spec) -> Document:
        """Return what a letter, report, scan or mail says."""
        rng = self._words(spec, "words")
        match KINDS[spec.kind].family, KINDS[spec.kind].language:
            case "report", _:
                document = make_report(rng, self.cast, self._brief(spec, rng.randrange(8, 21)))
            case "mail", "ar":
                document = make_note(rng, self.cast, self._brief(spec, rng.randrange(4, 8)))
            case "mail", _:
                document = make_message(rng, self.cast, self._brief(spec, rng.randrange(4, 10)))
            case (("scan" | "broken"), _):
                document = make_letter(rng, self.cast, self._brief(spec, rng.randrange(4, 7)))
            case _:
                document = make_letter(rng, self.cast, self._brief(spec, rng.randrange(11, 17)))
        match spec.change:
            case "word":
                return change_word(document, Random(f"{self.seed}/{spec.path}"), spare_names=self.cast.number > 0)
            case "header":
                return change_header(document, Random(f"{self.seed}/{spec.path}"))
        return document

    def _words(self, spec: Spec, what: str) -> Random:
        return Random(f"{self.seed}/{spec.content}/{what}")

    def _brief(self, spec: Spec, sentences: int) -> Brief:
        if spec.operation < 0:
            return Brief(spec.content, spec.plants, sentences)
        make = story_operation if spec.operation >= FIRST else make_operation
        return Brief(spec.content, spec.plants, sentences, (make(self.seed, spec.operation, self.cast), spec.role))

    def _table(self, spec: Spec, form: str, look: Random) -> Made:
        rng = self._words(spec, "words")
        rows = rng.randrange(6, 16) if form == "jpg" else rng.randrange(12, 60)
        table = make_register(rng, self.cast, self._brief(spec, rows), language=KINDS[spec.kind].language or "en")
        if form == "jpg":
            return scans.write_table_scan(table, setting=self._words(spec, "sheet"), noise=look)
        return office.write_xlsx(table) if form.startswith("xlsx") else plain.write_csv(table, look)

    def _box(self, spec: Spec, form: str, look: Random) -> Made:
        members: Members = tuple((member.path, self.make(member)) for member in spec.inside)
        match form:
            case "zip":
                return write_zip(members, look)
            case "tar":
                return write_tar(members, look)
        return write_mbox(tuple(made for _, made in members), look)
