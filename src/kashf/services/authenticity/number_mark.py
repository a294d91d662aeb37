"""The number of a paper against the series of its office, as far as papers by other channels make that up.

Never with a day that was derived from numbers: `dated_number` takes none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from kashf.domain.entries.delivery import Scope
from kashf.domain.letters.said import Said
from kashf.events.registers.number_order import DatedNumber, dated_number, in_order, out_of_order
from kashf.events.registers.office_series import OfficeSeries
from kashf.events.registers.register_letters import NumberHere
from kashf.evidence.authenticity.authenticity_sheet import MarkSeen, PaperMark, WhyUnknown, weighed
from kashf.evidence.authenticity.honest_share import HonestShare
from kashf.evidence.authenticity.mark_ratio import CarelessForger, CarelessShare
from kashf.services.authenticity.papers_beside import PapersBeside
from kashf.services.case.open import OpenCase
from kashf.services.registers.kept_registers import kept_registers

_MARK: Final = PaperMark.NUMBER


class _SeriesNumbers(NamedTuple):
    """Dated numbers by other channels.

    Args:
        of_series: Those of the paper's series, by number.
        of_office: How many of all series of its office stand in order, or not; what came by the paper's channel alone beside.
        elsewhere: Those of other offices.
    """

    of_series: tuple[DatedNumber, ...]
    of_office: HonestShare
    elsewhere: tuple[DatedNumber, ...]


def number_mark(case: OpenCase, beside: PapersBeside, scope: Scope) -> MarkSeen:
    """Return what the number says: whether it stands in the order of its days, or another paper has it."""
    number, day = beside.paper.letter.number, beside.paper.date
    if number is None:
        return MarkSeen(_MARK, why=WhyUnknown.ABSENT)
    said = (number.said, *((day.said,) if day else ()))
    if day is None or number.is_unseen or day.is_unseen:
        return MarkSeen(_MARK, why=WhyUnknown.UNSEEN if day else WhyUnknown.NO_DAY, said=said)
    series = kept_registers(case, scope=scope).registers.series
    found = [(each, one) for each in series for one in (*each.here, *each.far) if one.letter in beside.copies]
    own = dated_number(found[0][1].serial, beside.paper.written, beside.paper.document) if len(found) == 1 else None
    if own is None:  # Of no series or of several, or of a day that is in doubt by more than a few.
        return MarkSeen(_MARK, why=WhyUnknown.UNDECIDED, said=said)
    numbers = _numbers(found[0][0], series, beside)
    if not numbers.of_office.of:
        return weighed(_MARK, "", numbers.of_office, CarelessShare.fixed(CarelessForger.OTHER_OFFICES, 1), said=said)
    if taken := [each for each in numbers.of_series if each.serial == own.serial]:
        return _taken(own, numbers, taken[0].paper, beside, said=said)
    return _in_order(own, numbers, said=said)


def _numbers(mine: OfficeSeries, series: Sequence[OfficeSeries], beside: PapersBeside) -> _SeriesNumbers:
    others, same = {each.document for each in beside.others}, {each.document for each in beside.same}
    of_office = [each for each in series if each.key.office == mine.key.office]
    dated = [(_dated(each.here, others), _dated(each.here, same)) for each in of_office]
    wrong = sum(len(out_of_order(some, in_order(some))) for some, _ in dated)
    count = sum(len(some) for some, _ in dated)
    share = HonestShare(count - wrong, count, sum(len(some) for _, some in dated))
    elsewhere = [one for each in series if each.key.office != mine.key.office for one in _dated(each.here, others)]
    return _SeriesNumbers(tuple(sorted(_dated(mine.here, others))), share, tuple(elsewhere))


def _in_order(own: DatedNumber, numbers: _SeriesNumbers, *, said: tuple[Said, ...]) -> MarkSeen:
    """Return whether a number stands in the order of its days; one way of two, so that the papers that do not have the other."""
    chain = in_order(numbers.of_series)
    if not chain:
        return MarkSeen(_MARK, why=WhyUnknown.UNDECIDED, said=said, same_channel=numbers.of_office.same_channel)
    # Only numbers of its time: one of another year would be out of order by itself.
    pool = [each for each in numbers.elsewhere if chain[0].middle <= each.middle <= chain[-1].middle]
    honest, count = numbers.of_office, HonestShare(len(pool) - len(out_of_order(pool, chain)), len(pool))
    fits = not out_of_order([own], chain)
    if not fits:
        honest, count = _not_having(honest), _not_having(count)
    careless = CarelessShare.of_pile(CarelessForger.OTHER_OFFICES, count)
    return weighed(_MARK, "in-order" if fits else "out-of-order", honest, careless, said=said, facts=dict(_neighbours(own, chain)))


def _taken(own: DatedNumber, numbers: _SeriesNumbers, paper: str, beside: PapersBeside, *, said: tuple[Said, ...]) -> MarkSeen:
    """Return that another letter, which came by another channel, has the number."""
    serials = [each.serial for each in numbers.of_series]
    double = sum(serials.count(each) > 1 for each in serials)
    honest = HonestShare(double, len(serials), numbers.of_office.same_channel)
    chance = len({*serials}) / (max(serials) - min(serials) + 1)
    other = next(each for each in beside.others if each.document == paper)
    at = other.letter.number.said if other.letter.number else None
    careless = CarelessShare.fixed(CarelessForger.ANY_NUMBER, chance)
    places = (*said, *((at,) if at else ()))
    return weighed(_MARK, "taken", honest, careless, said=places, facts={"serial": str(own.serial)})


def _not_having(share: HonestShare) -> HonestShare:
    return HonestShare(share.of - share.having, share.of, share.same_channel, share.unseen)


def _neighbours(own: DatedNumber, chain: Sequence[DatedNumber]) -> Iterator[tuple[str, str]]:
    """Yield the numbers next to it in order, with their days."""
    below = [each for each in chain if each.serial < own.serial]
    above = [each for each in chain if each.serial > own.serial]
    for name, some in (("below", below[-1:]), ("above", above[:1])):
        yield from ((name, f"{each.serial} ({each.day.isoformat()})") for each in some)


def _dated(here: Sequence[NumberHere], among: AbstractSet[str]) -> list[DatedNumber]:
    return [day for each in here if each.letter in among and (day := dated_number(each.serial, each.date, each.letter))]
