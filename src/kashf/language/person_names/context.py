"""What stands before a part of a name, and whether that makes it another man's: another kunya, another given name, a noun it describes."""

from collections.abc import Collection
from typing import Final

from kashf.domain.reasons import ReasonCode
from kashf.language.person_names.particles import behind_father, completes_compound, is_servant
from kashf.language.person_names.parts import NamePart, PartKind
from kashf.language.person_names.patterns import NamePage
from kashf.language.person_names.vocabulary import FATHER, MOTHER, PARTICLES, SON, is_given_name, is_surely_given_name, is_title
from kashf.language.sounds.similarity import misread_likeness
from kashf.language.sounds.units import is_arabic
from kashf.language.words.clitics import ARTICLES
from kashf.language.words.folding import Folded

#: Given names that may stand between two parts of one name: Abu Mohammed (Khaled bin Walid) al-Shamali.
_MOST_BETWEEN: Final = 4
#: From this likeness of letters on, a kunya that is no known name may be the one asked for, misread by OCR.
_MISREAD: Final = 0.6


def contradicts(page: NamePage, start: int, missing: Collection[NamePart]) -> bool:
    """Return whether the words before a part say that it is somebody else's.

    Args:
        page: The page.
        start: Index of the first word that was found.
        missing: The parts of the name that were not found beside it.
    """
    before = _before(page, start)
    if not before:
        return False
    if _is_parent(page, before[0]):
        return True  # "Abu al-Shamali": a kunya made of the name.
    if any(part.kind is PartKind.KUNYA for part in missing) and _has_other_kunya(page, before, missing):
        return True
    missing_ism = any(part.kind is PartKind.ISM for part in missing)
    is_kunya = len(before) > 1 and _is_parent(page, before[1])
    return missing_ism and not is_kunya and _is_name_of_a_person(page, before[0])


def namesake_before(page: NamePage, start: int) -> ReasonCode | None:
    """Return why a given name at this word may belong to a longer name of somebody else; None when nothing says so."""
    before = _before(page, start)
    if not before:
        return None
    if _is_parent(page, before[0]):
        return ReasonCode.IN_KUNYA
    if PARTICLES.get(page.folded(before[0])) == SON:
        return ReasonCode.FATHERS_NAME
    return ReasonCode.BEHIND_ANOTHER_NAME if _is_name_of_a_person(page, before[0]) else None


def is_adjective(page: NamePage, start: int) -> bool:
    """Return whether an Arabic nisba may only describe the word before it: القاطع الشمالي, the northern sector."""
    before = _before(page, start)
    if not before:
        return False
    noun = page.folded(before[0])
    return noun.startswith(ARTICLES) and not is_title(noun) and not is_surely_given_name(Folded(noun.removeprefix("ال")))


def names_between(page: NamePage, start: int, end: int) -> int | None:
    """Return how many words of other names stand between two parts of a name, none when anything else stands there.

    Args:
        page: The page.
        start: Index after the last word of the first part.
        end: Index of the first word of the second part.
    """
    others = [index for index in range(start, end) if not page.article_at(index)]
    if len(others) > _MOST_BETWEEN or not all(page.goes_on(index) for index in range(start - 1, end - 1)):
        return None
    return len(others) if all(_is_name_or_particle(page, index) for index in others) else None


def _before(page: NamePage, start: int) -> list[int]:
    """Return the indexes of up to four words before, on the same line and in the same phrase, the nearest first, without articles."""
    found: list[int] = []
    for index in range(start - 1, -1, -1):
        if len(found) == 4 or not page.goes_on(index) or "\n" in page.gap(index):
            break
        if not page.article_at(index):
            found.append(index)
    return found


def _has_other_kunya(page: NamePage, before: list[int], asked: Collection[NamePart]) -> bool:
    """Return whether the words before end in a kunya, a given name after it or not, that is not one of those asked for, misspelt."""
    names = [page.folded(index) for index in before]
    rests = [rest for form in page.forms(before[0], clitics=True) if (rest := behind_father(form.text))]
    if any(rest not in names for rest in rests) and (is_arabic(names[0]) or any(map(is_given_name, rests))):
        return not _is_misspelt(rests[0], asked)
    for distance in (1, 2, 3):
        if distance < len(before) and _is_parent(page, before[distance]) and _is_one_or_two_names(page, before[:distance]):
            return not _is_misspelt(names[distance - 1], asked)
    return False


def _is_one_or_two_names(page: NamePage, before: list[int]) -> bool:
    """Return whether the words between "abu" and the part are the father's name and at most one more: Abu Omar (Khaled) al-Shamali."""
    names = [page.folded(index) for index in reversed(before)]
    rest = names[2:] if len(names) > 1 and completes_compound(names[0], names[1]) else names[1:]
    return not rest or (len(rest) == 1 and _is_name_of_a_person(page, before[0]))


def _is_misspelt(name: Folded, asked: Collection[NamePart]) -> bool:
    """Return whether a name, none that is known, may be the kunya asked for with a letter misread."""
    own = [part.words[-1] for part in asked if part.kind is PartKind.KUNYA]
    return not is_given_name(name) and any(misread_likeness(word, name) >= _MISREAD for word in own)


def _is_parent(page: NamePage, index: int) -> bool:
    return any(PARTICLES.get(form.text) in {FATHER, MOTHER} for form in page.forms(index, clitics=True))


def _is_name_of_a_person(page: NamePage, index: int) -> bool:
    """Return whether a word is a given name; على is not Ali, and a Latin name begins with a capital letter."""
    written = page.written(index)
    if written.endswith("ى") or (written[0].isascii() and not written[0].isupper()) or is_title(page.folded(index)):
        return False
    return any(is_surely_given_name(form.text) for form in page.forms(index, clitics=True))


def _is_name_or_particle(page: NamePage, index: int) -> bool:
    word = page.folded(index)
    return PARTICLES.get(word) == SON or is_servant(word) or is_surely_given_name(word)
