"""What somebody does after his death or before his birth, as a table of the user tells them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kashf.domain.date import FuzzyDate, Relation
from kashf.domain.letters.said import Said
from kashf.entities.comparing.compare import SAME, Prepared, compare, prepare
from kashf.entities.comparing.prepare import KUNYA
from kashf.events.contradictions.contradiction import Clash, ClashSide, Contradiction, Innocent
from kashf.events.posts.post_signs import PostPaper, PostSign, SignKind

#: Words of a name below which it tells of nobody.
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class Life:
    """When somebody was born and died, as a table of the user or a paper says.

    Args:
        name: Who.
        born: When; open where the table does not say.
        died: The same.
        told: Which row says so; "" for a paper.
        said: Where a paper says so.
    """

    name: str
    born: FuzzyDate
    died: FuzzyDate
    told: str
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Doing:
    """A paper that says of somebody that he did something on a day: signed, was named to a post, acted."""

    name: str
    said: Said
    date: FuzzyDate
    is_picture: bool = False


def doings(papers: Iterable[PostPaper], signs: Iterable[PostSign] = ()) -> Iterator[Doing]:
    """Yield who signed papers, with their day, and who was named to a post; whoever is relieved may be so because he died.

    Args:
        papers: What is signed is done on the day that the paper bears.
        signs: What they say of posts.
    """
    for paper in papers:
        signed, date = paper.letter.signatory, paper.date
        if signed and signed.name and date:
            yield Doing(signed.name.text, signed.name, date.date, paper.is_picture)
    for sign in signs:
        if sign.kind is SignKind.NAMED and sign.is_dated:
            yield Doing(sign.name, sign.said, sign.date, sign.is_picture)


def outside_life(done: Sequence[Doing], lives: Iterable[Life]) -> Iterator[Contradiction]:
    """Yield what somebody did before his birth or after his death; none is certain, since a name in a table may be another man's."""
    prepared: Mapping[str, Prepared] = {name: prepare(name) for name in sorted({each.name for each in done})}
    for life in lives:
        his = prepare(life.name)
        names = {name for name, other in prepared.items() if _is_same(his, other)}
        for each in (each for each in done if each.name in names):
            for clash, day, wrong in ((Clash.AFTER_DEATH, life.died, Relation.AFTER), (Clash.BEFORE_BIRTH, life.born, Relation.BEFORE)):
                if day.is_known and each.date.compare(day) is wrong:
                    wrong_life = Innocent.FALSE_REPORT if life.said else Innocent.WRONG_ROW
                    innocent = (Innocent.NAMESAKE, wrong_life, Innocent.SLIP, *((Innocent.MISREAD,) if each.is_picture else ()))
                    yield Contradiction(clash, False, (ClashSide(each.said, each.date), ClashSide(life.said, day, life.told)), innocent)


def _is_same(one: Prepared, other: Prepared) -> bool:
    if not (_tells(one) and _tells(other)):
        return False
    found = compare(one, other)
    return found.score >= SAME and not found.warning and not found.doubts


def _tells(name: Prepared) -> bool:
    """Return whether a name has two parts; a kunya alone is many men's."""
    return len(name.atoms) >= _FEWEST or (len(name.atoms) == 1 and name.atoms[0].part != KUNYA and len(name.key.split()) >= _FEWEST)
