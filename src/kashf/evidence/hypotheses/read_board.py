"""A file of a board: hypotheses, evidence with a cell for each, channels of groups."""

from __future__ import annotations

from collections.abc import Sequence

from kashf.evidence.given_json import GivenObject, given_object
from kashf.evidence.hypotheses.board import (
    BANDS,
    SURE,
    UNKNOWN,
    ChanceRange,
    EvidenceChannel,
    EvidenceColumn,
    Hypothesis,
    HypothesisBoard,
    RivalKind,
)


def read_board(untrusted_content: bytes) -> HypothesisBoard:
    """Return the board in a file, without the rivals that are put in by themselves.

    Raises:
        BadEvidenceError: It is no such file; the message names the place.
    """
    given = given_object(untrusted_content)
    given.only("about", "question", "hypotheses", "evidence", "channels", "sweep")
    hypotheses = tuple(_hypothesis(each) for each in given.objects("hypotheses"))
    ids = tuple(each.id for each in hypotheses)
    return HypothesisBoard(
        given.words("question"),
        hypotheses,
        tuple(_column(each, ids) for each in given.objects("evidence")),
        tuple(_channel(each, ids) for each in given.objects("channels", optional=True)),
        given.number("sweep", low=1, high=1000, default=3),
    )


def _hypothesis(given: GivenObject) -> Hypothesis:
    given.only("id", "says", "rival", "prior")
    rival = given.words("rival", default="")
    if rival and rival not in set(RivalKind):
        raise given.fault(f"'rival' has to be one of {', '.join(RivalKind)}")
    return Hypothesis(
        given.id(), given.words("says"), RivalKind(rival) if rival else None, _range(given, "prior") if given.has("prior") else None
    )


def _column(given: GivenObject, ids: Sequence[str]) -> EvidenceColumn:
    given.only("id", "says", "group", "cells", "authentic", "fabricated")
    authentic = _range(given, "authentic") if given.has("authentic") else SURE
    if authentic != SURE and not given.has("fabricated"):
        raise given.fault("it may be made up, so 'fabricated' has to say how probable it is then")
    fabricated = _cells(given, "fabricated", ids) if given.has("fabricated") else {}
    return EvidenceColumn(
        given.id(), given.words("says"), _cells(given, "cells", ids), given.words("group", longest=100, default=""), authentic, fabricated
    )


def _channel(given: GivenObject, ids: Sequence[str]) -> EvidenceChannel:
    given.only("id", "faithful", "if_lying")
    return EvidenceChannel(given.id(), _range(given, "faithful"), _cells(given, "if_lying", ids))


def _cells(given: GivenObject, key: str, ids: Sequence[str]) -> dict[str, ChanceRange]:
    """Return a cell for each hypothesis: an object by hypothesis, or one value for all."""
    value = given.untrusted_values.get(key)
    if isinstance(value, dict):
        cells = given.part(key)
        return {id: _range(cells, id) for id in cells.untrusted_values}
    return dict.fromkeys(ids, _range(given, key))


def _range(given: GivenObject, key: str) -> ChanceRange:
    """Return a number, an interval, a band or ? as an interval."""
    value = given.untrusted_values.get(key)
    if value == "?":
        return UNKNOWN
    if isinstance(value, str) and value in BANDS:
        return ChanceRange(BANDS[value], BANDS[value])
    if isinstance(value, list) and len(value) == 2:
        low, high = (given.as_number(each, key, low=0, high=1) for each in value)
        if low > high:
            raise given.fault(f"{key!r}: the lower end comes first")
        return ChanceRange(low, high)
    if isinstance(value, str):
        raise given.fault(f"{key!r} has to be a number in 0..1, two of them, ?, or one of {', '.join(BANDS)}")
    number = given.as_number(value, key, low=0, high=1)
    return ChanceRange(number, number)
