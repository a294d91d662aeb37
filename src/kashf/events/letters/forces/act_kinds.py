"""Which act of the tables a clause tells of, and what stands for one that no word of theirs names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kashf.events.letters.citations.addressed import is_class, is_office, is_post
from kashf.events.letters.forces.clause_deeds import DeedAt, word_of
from kashf.events.letters.forces.clause_force import WordAt
from kashf.events.letters.phrases import WORD_END, any_of, by_code
from kashf.language.forms.arabic_deeds import DeedShape, is_stative
from kashf.language.tables.letters import act_words as words
from kashf.language.tables.letters.deeds.act_phrases import ACTS
from kashf.language.tables.letters.deeds.deed_verbs import DENYING
from kashf.language.words.folding import fold
from kashf.language.words.tokens import folded_words

_KINDS: Final = by_code(ACTS)
#: Forces behind which there is an act even where no word of the tables names it, and the words that such an act has at the least.
_SURE: Final = ("order", "forbid", "permit", "request", "cancel")
_LEAST_WORDS: Final = 2
#: What leaves something to nobody, or says who gets what for it: who is meant stands behind it.
_DENYING: Final = frozenset(folded_words(DENYING))
#: What is certified, or what one is only to know.
_TOLD_ONLY: Final = "certify.*|be (?:informed|advised|reminded|aware).*"
_SIGNS: Final = ' -–:.،,\n\t«"()'
#: Words before a bare act at the beginning of a clause.
_LEAD_WORDS: Final = 3


def named_acts(folded: str, start: int, end: int) -> list[WordAt]:
    """Return the words of the tables for acts between two places."""
    return [WordAt(_kind_code(each), each.start(), each.end("act")) for each in _acts().finditer(folded, start, end)]


def act_at(every: Sequence[WordAt], force: WordAt | None, deed: DeedAt | None) -> WordAt | None:
    """Return the act that is meant: that of the deed of the clause, of which the tables may say more, else the first of the tables.

    Args:
        every: Words of the tables for acts in the clause.
        force: What orders, forbids, tells.
        deed: The deed at its head or behind the force; None where none is seen.
    """
    if deed is None:
        return _kind(every, force)
    executes = next((each for each in every if each.code == "execute"), None)
    if executes and deed.deed.shape is not DeedShape.NOUN and deed.deed.kind in {"inform", "execute", "report"}:
        return executes
    at_deed = [each for each in every if each.start < deed.end and each.end > deed.start]
    if at_deed and not (at_deed[0].code == "inform" and any(each.code == "summon" for each in every)):
        named = at_deed[0] if at_deed[0].code != "inform" or deed.deed.kind != "report" else word_of(deed)
        return WordAt(named.code, deed.start, deed.end) if force and named.start < force.end else named
    return _kind(every, force) if at_deed else word_of(deed)


def _kind(every: Sequence[WordAt], force: WordAt | None) -> WordAt | None:
    """Return the act that is meant, of those that words of the clause name; None where none does."""
    kinds = [each for each in every if force is None or each.start >= force.end or each.start < force.start or each.code == "execute"]
    return _chosen(kinds or every, force) if every else None


def unnamed_act(folded: str, start: int, end: int, own: WordAt | None, lead: WordAt | None) -> WordAt | None:
    """Return an act that no word of the tables names: what is behind a word that surely orders, or an item that such a word leads to."""
    if own is None:
        return WordAt("other", start, start) if lead and len(folded[start:end].split()) >= _LEAST_WORDS else None
    behind_force = folded[own.end : end].strip(' -–:.،,\n\t«"()')
    word = folded[own.start : own.end]
    is_on_somebody = word == fold("على") and (is_office(behind_force) or is_class(behind_force) or is_post(behind_force))
    is_sure = own.code in _SURE and (is_on_somebody or word not in unsure_forces())
    is_sure = is_sure and not leads_on(behind_force) and not is_formula(behind_force)
    return WordAt("other", own.end, own.end) if is_sure and len(behind_force.split()) >= _LEAST_WORDS else None


def is_bare(gap: str) -> bool:
    """Return whether what stands before an act lets it be one by itself: a few words, or a part of a sentence that ends in a comma."""
    if any(is_stative(word) for word in gap.split()[:2]):
        return False
    last = re.split("[،,]", gap.strip(' -–:.،,\n\t«"()'))[-1].split()
    return len(last) <= (1 if gap.isascii() and last else _LEAD_WORDS)


def _chosen(kinds: Sequence[WordAt], force: WordAt | None) -> WordAt:
    """Return the act that is meant: the first behind the word that orders, or before it where none is; to execute stands above all."""
    executes = [each for each in kinds if each.code == "execute"]
    behind_force = [each for each in kinds if force is None or each.start >= force.end]
    summons = [each for each in behind_force if each.code == "summon"]
    if summons and behind_force[0].code == "inform":
        return summons[0]
    if executes and (not behind_force or behind_force[0].code in {"inform", "execute"}):
        return executes[0]
    return (behind_force or kinds)[0]


def _kind_code(found: re.Match[str]) -> str:
    return _KINDS.get(" ".join(found["act"].split()), "other")


@lru_cache(maxsize=1)
def _acts() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:و|ف)?(?:{words.JOINED})?(?P<act>{any_of('|'.join(ACTS.values()))})(?:{words.OWNERS})?{WORD_END}")


@lru_cache(maxsize=1)
def unsure_forces() -> frozenset[str]:
    """Return the words that order, permit or tell only where the act behind them is known, folded."""
    return frozenset(fold(each) for each in words.UNSURE_FORCES.split("|"))


@lru_cache(maxsize=1)
def _leads_on() -> re.Pattern[str]:
    """Return what only leads on to items: "what follows", with or without those who decided it."""
    return re.compile(rf"(?:[^\W\d_]+\s){{0,4}}{any_of(words.FOLLOWS)}")


def has_deed(folded: str, force: WordAt) -> bool:
    """Return whether the deed stands behind a force, and is not the force itself: "I have received", "he is charged with"."""
    word = folded[force.start : force.end]
    return force.code != "received" and not (
        word in unsure_forces() and any(act.code == "appoint" for act in named_acts(word, 0, len(word)))
    )


def is_sure(force: WordAt) -> bool:
    """Return whether behind or before a force there is an act even where no word of the tables names it."""
    return force.code in _SURE


def is_direct(folded: str, force: WordAt) -> bool:
    """Return whether an Arabic force has its deed right behind it, whatever that is: "it is forbidden", "what is asked for is"."""
    word = folded[force.start : force.end].strip()
    if word in _helping():
        return True
    return force.code in _SURE and not word.isascii() and word not in unsure_forces() and word.split()[-1] not in _DENYING


@lru_cache(maxsize=1)
def _helping() -> frozenset[str]:
    return frozenset(fold(each) for each in words.HELPING.split("|"))


def leads_on(text: str) -> bool:
    """Return whether folded words only lead on to what stands below them."""
    return _leads_on().fullmatch(text.strip(_SIGNS)) is not None


def is_formula(text: str) -> bool:
    """Return whether folded words behind one that asks are of courtesy, and ask for nothing."""
    return _formula().fullmatch(text.strip(_SIGNS)) is not None


@lru_cache(maxsize=1)
def _formula() -> re.Pattern[str]:
    """Return the words of courtesy that ask for nothing: "kindly take note"."""
    return re.compile(
        rf"(?:{any_of(words.COURTESY)}{WORD_END}\W*)+|{any_of(words.TAKE_NOTE)}{WORD_END}.{{0,60}}|{_TOLD_ONLY}",
        re.DOTALL,
    )
