"""Papers as letters say them, for tests of posts."""

from __future__ import annotations

from dataclasses import dataclass

from kashf.domain.date import FuzzyDate
from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.instructions import Force, Instruction
from kashf.domain.letters.letter import Addressee, AddresseeKind, Letter, Signatory
from kashf.domain.letters.said import PaperDate, Said
from kashf.events.posts.post_signs import PostPaper


@dataclass(frozen=True)
class Bodies:
    """Offices that are called by their ids; what stands before a stroke is above."""

    known: frozenset[str] = frozenset({"mills", "mills/court", "bridges"})

    def which(self, words: str) -> str:
        return next((office for office in self.known if office.rpartition("/")[2] == words), "")

    def is_below(self, lower: str, upper: str) -> bool:
        return lower.startswith(f"{upper}/")


def said(text: str, document: str = "a") -> Said:
    return Said(text, Span(DocumentId(document), 1, 0, len(text)), "test", 1.0)


def paper(
    document: str,
    day: str = "",
    *,
    name: str = "",
    post: str = "",
    office: str = "mills",
    acts: tuple[Instruction, ...] = (),
    to: str = "",
) -> PostPaper:
    signatory = Signatory(said(name, document) if name else None, said(post, document) if post else None) if name or post else None
    written = PaperDate(said(day, document), FuzzyDate.parse(day)) if day else None
    addressees = (Addressee(said(to, document), AddresseeKind.OFFICE),) if to else ()
    return PostPaper(DocumentId(document), Letter(written=written, signatory=signatory, acts=acts, addressees=addressees), office)


def act(kind: str, man: str, words: str, document: str, force: Force = Force.ORDER) -> Instruction:
    return Instruction(said(words, document), kind, force, people=(said(man, document),) if man else ())


def named(document: str, day: str, man: str, post: str = "director", **asked: str) -> PostPaper:
    return paper(document, day, acts=(act("appoint", man, f"appoint {man} as {post}", document),), **asked)


def relieved(document: str, day: str, man: str, post: str = "director", **asked: str) -> PostPaper:
    return paper(document, day, acts=(act("dismiss", man, f"dismiss {man} from the post of {post}", document),), **asked)
