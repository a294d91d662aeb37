"""A board of hypotheses (rows) and evidence (columns), with the groups in which evidence hangs together.

A cell says how probable the evidence is if the hypothesis holds, as an interval. That hypotheses are rows lessens the pull of the favoured
one. Source: Dhami et al. 2024.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from kashf.errors import BadEvidenceError
from kashf.evidence.given_json import once


@dataclass(frozen=True, slots=True)
class ChanceRange:
    """A chance that is known to lie between two; both in [0..1]."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 1:
            raise BadEvidenceError(
                f"a chance lies in 0..1, the lower end first, not {self.low:g}..{self.high:g}",
                code="evidence-range",
                low=f"{self.low:g}",
                high=f"{self.high:g}",
            )

    @property
    def middle(self) -> float:
        """Of the interval."""
        return (self.low + self.high) / 2

    @property
    def is_open(self) -> bool:
        """Whether nobody has looked."""
        return self == UNKNOWN


#: What a cell says that nobody has filled in.
UNKNOWN: Final = ChanceRange(0.05, 0.95)
SURE: Final = ChanceRange(1, 1)
#: Bands by the sign that a person writes; they are no words of likelihood, so that nobody reads them as a judgement of the hypothesis.
BANDS: Final = MappingProxyType({"++": 0.95, "+": 0.8, "0": 0.5, "-": 0.2, "--": 0.05})


class RivalKind(StrEnum):
    """What always stands among the hypotheses about a finding from a leaked paper."""

    AS_READ = "as-read"
    MISREAD = "misread"
    SOURCE_FORGED = "source-forged"
    PLANTED = "planted"
    COINCIDENCE = "coincidence"
    OTHER_CAUSE = "other-cause"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A row.

    Args:
        id: What it is called.
        says: In words.
        rival: Which of those that always stand there; None for another.
        prior: Before the evidence; None where nobody has said.
        is_added: Put in by the machine, since it always stands there.
    """

    id: str
    says: str
    rival: RivalKind | None = None
    prior: ChanceRange | None = None
    is_added: bool = False


@dataclass(frozen=True, slots=True)
class EvidenceColumn:
    """A column.

    Args:
        id: What it is called.
        says: In words.
        cells: By hypothesis, how probable it is if that holds.
        group: With what it hangs together; "" for nothing.
        authentic: The chance that it is what it claims to be.
        fabricated: By hypothesis, how probable it is if it was made up; none where it is surely authentic.
    """

    id: str
    says: str
    cells: Mapping[str, ChanceRange]
    group: str = ""
    authentic: ChanceRange = SURE
    fabricated: Mapping[str, ChanceRange] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EvidenceChannel:
    """A channel or an author through whom all evidence of a group comes.

    Args:
        id: The group.
        faithful: The chance that it passes on what it was given.
        if_lying: By hypothesis, how probable all of its evidence is if it is not.
    """

    id: str
    faithful: ChanceRange
    if_lying: Mapping[str, ChanceRange]


@dataclass(frozen=True, slots=True)
class HypothesisBoard:
    """The board.

    Args:
        question: What is asked.
        hypotheses: At least two.
        columns: At least one.
        channels: Of groups; a group without one counts as its range from weakest to strongest.
        sweep: By which factor the odds of a prior may be wrong, from 1.

    Raises:
        BadEvidenceError: It is empty, something is called the same, or a cell is missing.
    """

    question: str
    hypotheses: tuple[Hypothesis, ...]
    columns: tuple[EvidenceColumn, ...]
    channels: tuple[EvidenceChannel, ...] = ()
    sweep: float = 3.0

    def __post_init__(self) -> None:
        if len(self.hypotheses) < 2 or not self.columns:
            raise BadEvidenceError("a board needs two hypotheses and one piece of evidence", code="evidence-empty-board")
        once([each.id for each in self.hypotheses], "hypothesis")
        once([each.id for each in self.columns], "evidence")
        once([each.id for each in self.channels], "channel")
        if self.sweep < 1:
            raise BadEvidenceError("the sweep of priors is a factor from 1", code="evidence-sweep")
        if len({each.prior is None for each in self.hypotheses}) > 1:
            raise BadEvidenceError("either all hypotheses have a prior, or none has", code="evidence-priors")
        for channel in self.channels:
            self._whole(channel.if_lying, f"if_lying of {channel.id[:60]}")
        if unused := sorted({each.id for each in self.channels} - {each.group for each in self.columns}):
            raise BadEvidenceError(f"no evidence came through {unused[0][:60]!r}", code="evidence-no-group", group=unused[0][:60])
        for column in self.columns:
            self._whole(column.cells, column.id[:60])
            if column.authentic != SURE:
                self._whole(column.fabricated, f"fabricated of {column.id[:60]}")

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the hypotheses, in their order."""
        return tuple(each.id for each in self.hypotheses)

    def _whole(self, cells: Mapping[str, ChanceRange], of: str) -> None:
        missing, unknown = sorted(set(self.ids) - cells.keys()), sorted(cells.keys() - set(self.ids))
        if missing or unknown:
            told = f"no cell for {missing[0][:60]!r}" if missing else f"a cell for {unknown[0][:60]!r}, which is no hypothesis"
            raise BadEvidenceError(f"{of}: {told}; write ? where nobody has looked", code="evidence-cells", of=of)
