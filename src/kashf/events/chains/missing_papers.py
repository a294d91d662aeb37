"""What belongs to a chain and is not in the pile: papers that its letters cite, and those that papers of their kind call for.

The days between which one is to be looked for are reckoned from what is usual (`link_kinds`) and from dates that papers give for others;
they are derived, and no date of a letter. Nothing is expected of a letter that nothing follows: most orders leave no trace.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from kashf.domain.letters.instructions import SpeechAct
from kashf.events.chains.chain import ChainLink, MissingBecause, MissingPaper
from kashf.events.chains.citing.by_citation import cited_level
from kashf.events.chains.link_kinds import USUAL, LinkKind, Way, moved
from kashf.events.chains.link_weights import NAMED_BY
from kashf.events.chains.linked_letter import CitedAs, Facet, LinkedLetter

#: What an order, and what a request, calls for.
_CALLED_FOR: Final = (
    (frozenset({SpeechAct.ORDER, SpeechAct.DECREE, SpeechAct.CIRCULAR}), LinkKind.ACKNOWLEDGES, (SpeechAct.ACKNOWLEDGEMENT,)),
    (frozenset({SpeechAct.ORDER, SpeechAct.DECREE, SpeechAct.CIRCULAR}), LinkKind.COMPLETES, (SpeechAct.COMPLETION,)),
    (frozenset({SpeechAct.REQUEST, SpeechAct.PETITION, SpeechAct.REMINDER}), LinkKind.ANSWERS, (SpeechAct.ANSWER, SpeechAct.PERMIT)),
)
#: What ends the waiting for it.
_ENDED_BY: Final = {
    LinkKind.ACKNOWLEDGES: frozenset({LinkKind.ACKNOWLEDGES}),
    LinkKind.COMPLETES: frozenset({LinkKind.COMPLETES, LinkKind.CANCELS}),
    LinkKind.ANSWERS: frozenset({LinkKind.ANSWERS, LinkKind.PERMITS, LinkKind.REMINDS}),
}
#: Orders whose carrying out nobody reports by letters of a chain: those that are only handed on.
_HANDED_ON: Final = frozenset({LinkKind.PASSES_ON, LinkKind.ENCLOSES, LinkKind.PAIRS_WITH})
#: Days behind a day that an order sets within which its completion is looked for.
_AFTER_DEADLINE: Final = 15
_NINE: Final = 9
#: Papers that a way down has at the least: the order, and the one that handed it on.
_TWO_ENDS: Final = 2


def missing_papers(
    letters: Sequence[LinkedLetter], links: Sequence[ChainLink], *, is_here: Callable[[CitedAs], bool] = lambda _: False
) -> tuple[MissingPaper, ...]:
    """Return what is missing from a chain.

    Args:
        letters: All of it.
        links: Those between them.
        is_here: Whether a cited paper is elsewhere in the pile: it follows nothing surely, but it is not missing.
    """
    follows = {link.later.document: link for link in links}
    begins = [each for each in letters if each.document not in follows]
    found = list(_first_ones(begins, is_here))
    found += (between for link in links if link.kind is LinkKind.PASSES_ON and (between := _handed_down_by(link)))
    for letter in letters:
        followed = [link for link in links if link.earlier.document == letter.document]
        if followed and not all(link.kind in _HANDED_ON for link in followed):
            found += _called_for(letter, {link.kind for link in followed})
    return tuple(found)


def wanted_paper(letter: LinkedLetter) -> CitedAs | None:
    """Return the paper that a letter says it follows, as it cites it; None where it cites none of a kind that it can follow."""
    if letter.follows is None:
        return None
    usual = {act.value for act in USUAL[letter.follows].of}
    fitting = [each for each in letter.cited if not each.acts or each.acts & usual]
    marked = [each for each in fitting if each.is_answered or each.is_last_quoted]
    return next(iter([*marked, *fitting]), None)


def _first_ones(begins: Sequence[LinkedLetter], is_here: Callable[[CitedAs], bool]) -> Iterator[MissingPaper]:
    """Yield what the letters with which a chain begins follow themselves; one paper for all that follow one."""
    told = [each for each in begins if each.follows and each.follows is not LinkKind.PAIRS_WITH]
    groups: dict[str, list[LinkedLetter]] = {}
    for letter in told:
        wanted = wanted_paper(letter)
        if wanted and is_here(wanted):
            continue
        groups.setdefault(min(wanted.numbers, default="") if wanted else "", []).append(letter)
    if len(groups) > 1 and "" in groups:
        next(iter(each for number, each in groups.items() if number)).extend(groups.pop(""))
    for some in groups.values():
        if some[0].follows is not LinkKind.REPORTS or some[0].act is not SpeechAct.REPORT or len(some) > 1:
            yield _before(some)


def _before(letters: Sequence[LinkedLetter]) -> MissingPaper:
    kinds = [each.follows for each in letters if each.follows]
    first, usual = letters[0], USUAL[kinds[0]]
    cited = [wanted for each in letters if (wanted := wanted_paper(each))]
    dated = [each.date for each in cited if each.date and each.date.earliest and each.date.latest]
    acts = _acts_of(cited) or _likeliest(kinds[0])
    if dated:
        earliest, latest, share = dated[0].earliest, dated[0].latest, 0
    else:
        spans = [(each.about, USUAL[each.follows].within()) for each in letters if each.about and each.follows]
        days = [(moved(about[0], -most), moved(about[1], -least)) for about, (least, most) in spans]
        earliest, latest = (max(each[0] for each in days), min(each[1] for each in days)) if days else (None, None)
        share = _NINE if days else 0
        if earliest and latest and earliest > latest:
            earliest, latest = min(each[0] for each in days), max(each[1] for each in days)
    back = usual.way is Way.BACK
    return MissingPaper(
        why=MissingBecause.CITED if cited else MissingBecause.EXPECTED,
        acts=acts,
        cited=tuple(each.said for each in cited),
        senders=_names(first, Facet.ADDRESSEE) if back else _names(first, Facet.SENDER),
        addressees=_names(first, Facet.SENDER) if back else _names(first, Facet.ADDRESSEE),
        earliest=earliest,
        latest=latest,
        share=share,
    )


def _handed_down_by(link: ChainLink) -> MissingPaper | None:
    """Return the paper through which words came down, where the letter names it and the one that it follows here is another."""
    last = next((each for each in link.later.cited if each.is_last_quoted), None)
    quoted = sum(each.is_quoted for each in link.later.cited)
    if last is None or quoted < _TWO_ENDS or cited_level(last, link.earlier) in NAMED_BY:
        return None
    date = last.date
    return MissingPaper(
        why=MissingBecause.CITED,
        acts=_acts_of([last]),
        follows=link.earlier,
        cited=(last.said,),
        earliest=date.earliest if date else None,
        latest=date.latest if date else None,
    )


def _called_for(letter: LinkedLetter, followed_by: Iterable[LinkKind]) -> Iterator[MissingPaper]:
    """Yield what a letter that others follow calls for and did not get."""
    got = frozenset(followed_by)
    for of, kind, acts in _CALLED_FOR:
        if letter.act not in of or got & _ENDED_BY[kind]:
            continue
        earliest, latest, share = _when(letter, kind)
        yield MissingPaper(
            why=MissingBecause.EXPECTED,
            acts=acts,
            follows=letter,
            senders=_names(letter, Facet.ADDRESSEE),
            addressees=_names(letter, Facet.SENDER),
            earliest=earliest,
            latest=latest,
            share=share,
        )


def _when(letter: LinkedLetter, kind: LinkKind) -> tuple[dt.date | None, dt.date | None, int]:
    deadlines = [act.by_when.date.date for act in letter.letter.acts if act.by_when and act.by_when.date]
    latest = max((each.latest for each in deadlines if each.latest), default=None)
    if kind is LinkKind.COMPLETES and latest:
        begin = letter.about[0] if letter.about else latest
        return min(begin, latest), moved(latest, _AFTER_DEADLINE), 0
    if letter.about is None:
        return None, None, 0
    first, last = USUAL[kind].within()
    return moved(letter.about[0], first), moved(letter.about[1], last), _NINE


def _acts_of(cited: Sequence[CitedAs]) -> tuple[SpeechAct, ...]:
    return tuple(SpeechAct(act) for act in sorted({act for each in cited for act in each.acts}))


def _likeliest(kind: LinkKind) -> tuple[SpeechAct, ...]:
    """Return what a letter follows most often."""
    of = USUAL[kind].of
    for act in (SpeechAct.ORDER, SpeechAct.REQUEST, SpeechAct.PERMIT, SpeechAct.DISMISSAL):
        if act in of:
            return (act,)
    return tuple(sorted(of))


def _names(letter: LinkedLetter, facet: Facet) -> tuple[str, ...]:
    return tuple(dict.fromkeys(said.text for said in letter.shows[facet].values() if said))
