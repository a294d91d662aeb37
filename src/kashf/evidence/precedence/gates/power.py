"""Whether a test could have found anything: orders drawn anew at the actual places, of which some share knew, held against the catalogue.

Of each draw, so many groups are moved within reach to a date that an onset follows, if there is one; the others to any date within reach,
as chance would have it. Groups stay as they are, and so do doubts about dates. Then everything that decides is asked again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from kashf.evidence.precedence.gates.grounds import Ground
from kashf.evidence.precedence.gates.judging import passed
from kashf.evidence.precedence.placement import PlacedOrders
from kashf.evidence.precedence.tables import Setup, grouped

#: Shares of orders given by somebody who knew, for which power is told.
KNOWN: Final = (0.2, 0.4)
#: Draws for each share, fewer with many orders, so that all of them together cost seconds.
_MOST_DRAWS: Final = 100
_FEWEST_DRAWS: Final = 20
_ORDERS_DRAWN: Final = 10_000


@dataclass(frozen=True, slots=True)
class Power:
    """How often this test, with so many orders at these places, would have found what there was.

    Args:
        share: Of orders that were given by somebody who knew.
        before: How often the verdict would have been "before".
        found: How often that or "not chance at this scale".
        draws: How many were drawn; the standard error of a rate r is sqrt(r (1 - r) / draws).
        could_be_followed: Groups for which something began within reach at all.
    """

    share: float
    before: float
    found: float
    draws: int
    could_be_followed: int


def powers(  # noqa: PLR0913 - all that decides, and the dice
    placed: PlacedOrders,
    labels: dict[str, NDArray[np.int64]],
    ground: Ground,
    setup: Setup,
    *,
    level: float,
    alpha: float,
    rng: np.random.Generator,
) -> tuple[Power, ...]:
    """Return the power for each share of `KNOWN`; () without orders.

    Args:
        placed: The orders.
        labels: The groupings, the given one first.
        ground: What they stand on.
        setup: The choices.
        level: At which the gates count at this radius.
        alpha: At which they count under doubt.
        rng: Draws.
    """
    if not placed.orders:
        return ()
    given = next(iter(labels.values()))
    groups = [np.flatnonzero(given == label) for label in np.unique(given)]
    choices = [_shifts(placed, members, ground, setup) for members in groups]
    draws = max(_FEWEST_DRAWS, min(_MOST_DRAWS, _ORDERS_DRAWN // len(placed.orders)))
    found = []
    for share in KNOWN:
        outcomes = []
        for _ in range(draws):
            moved = np.zeros(len(placed.orders), dtype=np.int64)
            for members, (any_shift, followed) in zip(groups, choices, strict=True):
                knew = rng.random() < share and len(followed) > 0
                moved[members] = rng.choice(followed if knew else any_shift)
            bundles = {
                name: grouped(placed.row, placed.earliest + moved, placed.latest + moved, label)[0] for name, label in labels.items()
            }
            outcomes.append(passed(bundles, ground, setup, level=level, alpha=alpha))
        found.append(
            Power(
                share,
                float(np.mean([each.before for each in outcomes])),
                float(np.mean([each.calendar for each in outcomes])),
                draws,
                sum(len(followed) > 0 for _, followed in choices),
            )
        )
    return tuple(found)


def _shifts(placed: PlacedOrders, members: NDArray[np.int64], ground: Ground, setup: Setup) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return by how many days a group may be moved, and those among them by which most of its orders are followed, if any is."""
    tables = ground.plain
    shifts = np.arange(-setup.reach, setup.reach + 1)
    low, high = tables.first + 1 - int(placed.earliest[members].min()), tables.last - 1 - int(placed.latest[members].max())
    shifts = shifts[(shifts >= min(low, 0)) & (shifts <= max(high, 0))]
    followed = tables.after[placed.row[members][:, None], placed.middle[members][:, None] + shifts].sum(axis=0)
    return shifts, shifts[(followed == followed.max()) & (followed > 0)]
