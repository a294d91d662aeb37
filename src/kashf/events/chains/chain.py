"""Chains of letters: what was ordered and what came of it, with what speaks for each link, and what is not in the pile."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from kashf.domain.letters.instructions import SpeechAct
from kashf.domain.letters.said import Said
from kashf.events.chains.link_kinds import LinkKind
from kashf.events.chains.link_weights import LinkFeature
from kashf.events.chains.linked_letter import LinkedLetter


class WhichLater(StrEnum):
    """How sure it is which of two linked letters is the later one."""

    #: All days on which the one may have been written lie behind those of the other.
    CERTAIN = "certain"
    #: Their days overlap.
    POSSIBLE = "possible"
    #: One of them has no day; the one cites the other.
    BY_REFERENCE = "by-reference"
    #: Nothing but what the two are tells.
    UNSAID = "cannot-be-said"
    #: Their dates say the opposite of what they are: a slip, a misreading, or a forgery.
    AGAINST_DATES = "against-dates"


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One letter follows another.

    Args:
        later: Which.
        earlier: Which one it follows.
        kind: What it does to it.
        prior_bits: What spoke for it before the two were looked at.
        features: What speaks for it and against it.
        order: How sure it is which came later.
    """

    later: LinkedLetter
    earlier: LinkedLetter
    kind: LinkKind
    prior_bits: float
    features: tuple[LinkFeature, ...]
    order: WhichLater

    @property
    def bits(self) -> float:
        """Log-odds to the base 2 that the one follows the other."""
        return self.prior_bits + sum(each.bits for each in self.features)


class MissingBecause(StrEnum):
    """MissingBecause a paper is taken to have been there."""

    CITED = "cited"
    EXPECTED = "expected"


@dataclass(frozen=True, slots=True)
class MissingPaper:
    """A paper that belongs to a chain and is not in the pile.

    Args:
        why: Letters cite it, or papers of this kind come so.
        acts: What it is, as far as that is known.
        follows: The letter of the chain that it would follow; None for the one that others follow.
        cited: Where it is cited.
        senders: Offices that it would come from, as letters write them.
        addressees: Offices that it would go to.
        earliest: First day on which it is to be looked for; derived, and never a date that anything is judged by. None when nothing says.
        latest: Last such day.
        share: How many of ten such papers lie between the two days; 0 where they come from a citation.
    """

    why: MissingBecause
    acts: tuple[SpeechAct, ...]
    follows: LinkedLetter | None = None
    cited: tuple[Said, ...] = ()
    senders: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    earliest: dt.date | None = None
    latest: dt.date | None = None
    share: int = 0


@dataclass(frozen=True, slots=True)
class Chain:
    """Letters of which each follows another of them, or an order that is not in the pile.

    Args:
        letters: In the order of their days, what others follow first; those without a day behind the one that they follow.
        links: One for each letter but those that begin.
        names: Code names under which it goes, each where it stands first.
        missing: What is not in the pile.
    """

    letters: tuple[LinkedLetter, ...]
    links: tuple[ChainLink, ...]
    names: tuple[Said, ...] = ()
    missing: tuple[MissingPaper, ...] = ()

    @property
    def id(self) -> str:
        """The id of its first letter, by which it is asked for."""
        return self.letters[0].document
