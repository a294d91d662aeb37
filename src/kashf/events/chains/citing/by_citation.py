"""By what one letter names another: number, day, author, or not at all."""

from __future__ import annotations

from kashf.events.chains.letter_pile import SLACK_DAYS, LetterPile
from kashf.events.chains.link_kinds import moved
from kashf.events.chains.link_weights import NAMED_BY, CitedBy
from kashf.events.chains.linked_letter import CitedAs, Facet, LinkedLetter


def last_quoted_here(pile: LetterPile, place: int) -> CitedAs | None:
    """Return the nearest of the papers whose words a letter hands down that is in the pile; the nearest of all where none is."""
    quoted = [each for each in pile.letters[place].cited if each.is_quoted]
    for each in reversed(quoted):
        if any(
            cited_level(each, pile.letters[other]) in NAMED_BY for other in pile.numbered(each.numbers) | pile.dated(each) if other != place
        ):
            return each
    return quoted[-1] if quoted else None


def is_another(cited: CitedAs, earlier: LinkedLetter) -> bool:
    """Return whether a citation surely means another letter: by its number, or where one of the two has none by its day."""
    numbers = earlier.shows[Facet.NUMBER].keys()
    if cited.numbers and numbers:
        return not cited.numbers & numbers
    return _same_day(cited, earlier) is False


def names(later: LinkedLetter, earlier: LinkedLetter) -> bool:
    """Return whether a letter names another, by a citation or by its number among its words."""
    own = earlier.shows[Facet.NUMBER].keys()
    return bool(later.named.keys() & own) or any(cited_level(each, earlier) in NAMED_BY for each in later.cited)


def cited_level(cited: CitedAs, earlier: LinkedLetter) -> CitedBy:
    """Return by what a citation names a letter, or how it does not."""
    numbers, senders = earlier.shows[Facet.NUMBER].keys(), earlier.shows[Facet.SENDER].keys()
    other_author = bool(cited.authors and senders and not cited.authors & senders)
    not_named = CitedBy.OTHER_PAPER if cited.authors & senders else CitedBy.NONE
    day = _same_day(cited, earlier)
    if cited.numbers and numbers:
        if not cited.numbers & numbers:
            return not_named
        if other_author or day is False:
            return CitedBy.OTHER_NUMBER
        return CitedBy.NUMBER_AND_DAY if day else CitedBy.NUMBER
    if day:
        return not_named if other_author else CitedBy.AUTHOR_AND_DAY if cited.authors & senders else CitedBy.DAY
    return CitedBy.AUTHOR if cited.authors & senders and day is None else not_named


def _same_day(cited: CitedAs, earlier: LinkedLetter) -> bool | None:
    """Return whether the day by which a paper is cited may be a letter's own; None where one of them is not known."""
    mine, theirs = cited.date, earlier.about
    if mine is None or theirs is None or not (mine.earliest and mine.latest):
        return None
    return moved(mine.earliest, -SLACK_DAYS) <= theirs[1] and theirs[0] <= moved(mine.latest, SLACK_DAYS)


def fitting_letters(pile: LetterPile, cited: CitedAs, level: CitedBy) -> float:
    """Return how many letters of the pile are named so by a citation, as far as that can be counted without looking at all."""
    by_author = sum(pile.showing(Facet.SENDER, each) for each in cited.authors)
    if level in {CitedBy.NUMBER_AND_DAY, CitedBy.NUMBER, CitedBy.OTHER_NUMBER}:
        return sum(cited_level(cited, pile.letters[place]) is level for place in pile.numbered(cited.numbers))
    if level in {CitedBy.AUTHOR_AND_DAY, CitedBy.DAY}:
        return max(1.0, pile.on_days(cited) * (by_author or pile.size()) / pile.size()) if cited.date else 0
    return by_author if level is CitedBy.AUTHOR else pile.size()  # of an office's papers nearly all are others than the one cited
