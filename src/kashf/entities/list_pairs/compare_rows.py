"""Hold the rows of two lists against each other, without ever going through all pairs.

First what people decided, then rows of one number whose names do not speak against it, then rows of one name, then rows of names that are
alike. Two rows are the same only where a number, or the name and what else is answered, says so, nothing contradicts, and no other row
would do as well; whatever is less than that may be the same and is told apart, with what is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kashf.domain.entity import Verdict
from kashf.domain.forms.template_fields import FieldKind
from kashf.entities.form_people.compare_people import prepared
from kashf.entities.list_pairs.answer_shares import AnswerShares
from kashf.entities.list_pairs.judge_rows import JudgedPair, RowDoubt, RowJudge, SameBy
from kashf.entities.list_pairs.likely_rows import named_alike, namesakes, of_one_number, sharing
from kashf.entities.list_pairs.listed_row import ListedRow, Pair
from kashf.entities.list_pairs.matched_rows import MatchedRows
from kashf.entities.list_pairs.row_numbers import NumberTrial, known_by, try_numbers
from kashf.entities.list_pairs.rows_again import RowsAgain, rows_again


@dataclass(frozen=True, slots=True)
class RowsAsked:
    """What is held against each other.

    Args:
        left: The rows of one list, in order.
        right: Those of the other.
        kinds: What each column asks.
        number: The column that rows are known by, as somebody says; -1 for none, None where the rows themselves are to tell.
        decided: What people said about pairs, a place of each list, the left one first.
        joined: Pairs of places within each list that people said are one man.
    """

    left: Sequence[ListedRow]
    right: Sequence[ListedRow]
    kinds: Sequence[FieldKind]
    number: int | None = None
    decided: Mapping[Pair, Verdict] | None = None
    joined: tuple[Iterable[Pair], Iterable[Pair]] = ((), ())


@dataclass(frozen=True, slots=True)
class RowsCompared:
    """What became of the rows of two lists; each row that is no other one again is in exactly one of same, maybe, only, unread, crowded.

    Args:
        number: The column that rows are known by; None for none.
        counters: Columns that only count rows.
        trials: Columns that might have been it.
        again: What is told twice within each list.
        same: Pairs of rows about one man.
        maybe: Pairs that may be; a row may stand in several.
        clashes: Pairs in which number and name disagree, whether or not the rows were found elsewhere.
        only: Rows of each list that are not in the other.
        unread: Rows of each list with neither a name nor a number that could be read.
        crowded: Rows of each list not held against all others, since too many have their name.
        compared: How many pairs were held against each other.
    """

    number: int | None
    counters: frozenset[int]
    trials: tuple[NumberTrial, ...]
    again: tuple[RowsAgain, RowsAgain]
    same: tuple[JudgedPair, ...]
    maybe: tuple[JudgedPair, ...]
    clashes: tuple[JudgedPair, ...]
    only: tuple[tuple[int, ...], tuple[int, ...]]
    unread: tuple[tuple[int, ...], tuple[int, ...]]
    crowded: tuple[tuple[int, ...], tuple[int, ...]]
    compared: int

    @property
    def unsure(self) -> tuple[int, int]:
        """How many rows of each list may be the same as one of the other."""
        return len({each.left for each in self.maybe}), len({each.right for each in self.maybe})


def compare_rows(asked: RowsAsked) -> RowsCompared:
    """Return which rows of two lists are about one man, which may be, and which are in one list only."""
    trials = try_numbers(asked.left, asked.right, asked.kinds)
    number = known_by(trials) if asked.number is None else asked.number if asked.number >= 0 else None
    counters = frozenset(each.column for each in trials if each.is_counter and each.column != number)
    lists = (asked.left, asked.right)
    again = [
        rows_again(rows, asked.kinds, number=number, counters=counters, joined=joined)
        for rows, joined in zip(lists, asked.joined, strict=True)
    ]
    shares = AnswerShares(lists, asked.kinds, {*counters, *({number} if number is not None else ())})
    matched = MatchedRows(lists, (again[0].homes, again[1].homes))
    judge = RowJudge(lists, shares, number)
    apart = _decide(asked.decided or {}, matched)
    _match(matched, judge, apart)
    maybe = matched.left_open()
    return RowsCompared(
        number,
        counters,
        trials,
        (again[0], again[1]),
        tuple(sorted(matched.same)),
        maybe,
        tuple(sorted(each for each in matched.seen if each.by in {RowDoubt.ONE_NUMBER, RowDoubt.TWO_NUMBERS})),
        *matched.rest(maybe, number),
        compared=judge.compared,
    )


def _decide(decided: Mapping[Pair, Verdict], matched: MatchedRows) -> frozenset[Pair]:
    """Take what people said are one, and return what they said are two."""
    homes = {matched.home_pair(pair): verdict for pair, verdict in decided.items()}
    for pair in sorted(pair for pair, verdict in homes.items() if verdict is Verdict.SAME):
        matched.take(JudgedPair(*pair, SameBy.DECIDED), [])
    return frozenset(pair for pair, verdict in homes.items() if verdict is Verdict.DIFFERENT)


def _match(matched: MatchedRows, judge: RowJudge, apart: frozenset[Pair]) -> None:
    if judge.number is not None:
        matched.settle(judge.by_number(pair) for pair in of_one_number(matched, judge.number) if pair not in apart)
    alike, crowd = namesakes(matched, judge.shares)
    matched.pass_over(crowd)
    matched.settle(judge.by_answers(pair) for pair in alike if pair not in apart)
    names = {row.person.name for rows in matched.lists for row in rows}
    judge.know_names(prepared(name) for name in sorted(names) if prepared(name).atoms)
    found, crowd = named_alike(matched, judge.shares)
    matched.pass_over(crowd)
    worth = sorted({*found, *sharing(matched)} - apart)
    matched.settle(judge.by_answers(pair) for pair in worth)
