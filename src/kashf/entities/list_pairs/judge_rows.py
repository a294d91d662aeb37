"""Judge a pair of rows: the same and by what, perhaps the same and what is in doubt, or two men."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from kashf.entities.comparing.compare import Prepared, Rarity
from kashf.entities.form_people.compare_people import Agreement, PersonTrait, PersonVerdict, compare_people, names_agree, prepared
from kashf.entities.list_pairs.answer_shares import AnswerShares
from kashf.entities.list_pairs.listed_row import ListedRow, Pair

#: Namesakes that agree by chance in what two rows answer alike, at which it is taken for more than chance: one in a hundred such pairs.
_TELLING: Final = 0.01


class SameBy(StrEnum):
    """By what two rows are the same."""

    DECIDED = "decided"
    #: The number that rows are known by, and nothing in the names speaks against it.
    NUMBER = "number"
    #: The name, and other answers that few rows have.
    ANSWERS = "answers"


class RowDoubt(StrEnum):
    """Why two rows that may be the same are not counted as that."""

    #: One name, and nothing else that tells.
    NAME_ALONE = "name-alone"
    #: The names may be one or two.
    NAME_UNCLEAR = "name-unclear"
    #: One name, and birth, mother or telephone speaks against it.
    AGAINST = "against"
    #: One name and two numbers.
    TWO_NUMBERS = "two-numbers"
    #: One number and two names.
    ONE_NUMBER = "one-number"
    #: Another row would do as well.
    SEVERAL = "several"


class JudgedPair(NamedTuple):
    """Two rows, as places in their lists, with what is said of them."""

    left: int
    right: int
    by: SameBy | RowDoubt

    def place(self, side: int) -> int:
        """Return the place of its row in the one list, 0, or the other, 1."""
        return self.right if side else self.left


class RowJudge:
    """Judges pairs of rows.

    Args:
        lists: The rows of both.
        shares: How common each answer is.
        number: The column that rows are known by; None for none.
    """

    def __init__(self, lists: tuple[Sequence[ListedRow], Sequence[ListedRow]], shares: AnswerShares, number: int | None) -> None:
        self.shares, self.number = shares, number
        self.compared = 0
        self._lists = lists
        self._rarity: Rarity | None = None
        self._bearers = [Counter(prepared(row.person.name).key for row in rows) for rows in lists]

    def know_names(self, names: Iterable[Prepared]) -> None:
        """Take the names of both lists for the population that says how telling a word is."""
        self._rarity = Rarity.of(name.words for name in names)

    def by_number(self, pair: Pair) -> JudgedPair:
        """Return what is said of two rows of one number."""
        self.compared += 1
        one, other = self._rows(pair)
        from_ocr = one.person.is_read or other.person.is_read
        said = names_agree(one.person.name, other.person.name, from_ocr=from_ocr)
        return JudgedPair(*pair, RowDoubt.ONE_NUMBER if said is Agreement.DIFFERS else SameBy.NUMBER)

    def by_answers(self, pair: Pair) -> JudgedPair | None:
        """Return what is said of two rows of names that are alike; None where they are two men."""
        self.compared += 1
        one, other = self._rows(pair)
        compared = compare_people(one.person, other.person, rarity=self._rarity)
        name = compared.traits[PersonTrait.NAME]
        is_asked = compared.verdict is not PersonVerdict.APART
        has_objection = Agreement.DIFFERS in {said for trait, said in compared.traits.items() if trait is not PersonTrait.NAME}
        if name is Agreement.SILENT or (name is Agreement.DIFFERS and not is_asked):
            return None
        if len({row.answer(self.number) for row in (one, other)} - {""}) > 1:
            is_clash = name is Agreement.AGREES and not has_objection
            return JudgedPair(*pair, RowDoubt.TWO_NUMBERS) if is_clash else None
        chance = self.shares.chance(one, other)
        by_chance = chance * self._namesakes(one, other)
        if name is not Agreement.AGREES:
            return self._unclear(pair, is_asked=is_asked, has_objection=has_objection, chance=chance)
        if has_objection:
            return JudgedPair(*pair, RowDoubt.AGAINST) if is_asked or by_chance <= _TELLING else None
        is_same = compared.verdict is PersonVerdict.PROPOSED or by_chance <= _TELLING
        return JudgedPair(*pair, SameBy.ANSWERS if is_same else RowDoubt.NAME_ALONE)

    def _unclear(self, pair: Pair, *, is_asked: bool, has_objection: bool, chance: float) -> JudgedPair | None:
        if not is_asked:
            return None
        if has_objection:
            return JudgedPair(*pair, RowDoubt.AGAINST)
        is_telling = chance < 1 or not self.shares.are_compared(*self._rows(pair))
        return JudgedPair(*pair, RowDoubt.NAME_UNCLEAR) if is_telling else None

    def _namesakes(self, one: ListedRow, other: ListedRow) -> int:
        """Return how many rows a list has at the most that bear the name of one of two rows."""
        return max(some[prepared(row.person.name).key] for some in self._bearers for row in (one, other))

    def _rows(self, pair: Pair) -> tuple[ListedRow, ListedRow]:
        return self._lists[0][pair[0]], self._lists[1][pair[1]]
