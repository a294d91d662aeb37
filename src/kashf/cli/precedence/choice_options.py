"""The choices of the precedence test, as options of the commands that freeze or run one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from kashf.cli.common import checked_words
from kashf.errors import UsageError

if TYPE_CHECKING:
    from kashf.evidence.precedence.plan import Choices

Window = Annotated[str, typer.Option(help="First and last day after an order on which an event counts.")]
Reach = Annotated[int, typer.Option(help="Days before and after an order within which other dates are its reference.")]
Onset = Annotated[int, typer.Option(help="Days without an event before one that counts as a beginning.")]
RadiusKm = Annotated[
    list[float] | None, typer.Option(help="What counts as the place of an order, instead of 1 and then 10; may be given again.")
]
OfActor = Annotated[list[str] | None, typer.Option(help="Only events of this actor; may be given again.")]
OfType = Annotated[list[str] | None, typer.Option(help="Only events of this type; may be given again.")]
Alpha = Annotated[float, typer.Option(help="The level at which a p counts.")]
Seed = Annotated[int, typer.Option(help="Random seed for power and the joint p.")]


class ChosenTest(NamedTuple):
    """What the command line chooses about a test; as it is without, where nothing is said."""

    window: str = "1,7"
    reach: int = 30
    onset: int = 14
    radius_km: list[float] | None = None
    actor: list[str] | None = None
    type: list[str] | None = None
    alpha: float = 0.05
    seed: int = 0

    @property
    def is_said(self) -> bool:
        """Whether anything was chosen."""
        return tuple(each or None for each in self) != tuple(each or None for each in UNSAID)

    def choices(self, mapping: str = "") -> Choices:
        """Return them as the test takes them.

        Raises:
            UsageError: The window is not two days, or words are no UTF-8.
        """
        from kashf.evidence.precedence.plan import Choices
        from kashf.evidence.precedence.tables import Setup

        setup = Setup(_days(self.window), self.reach, self.onset, tuple(self.radius_km) if self.radius_km else Setup().radii_km)
        actors = tuple(checked_words(each, what="--actor") for each in self.actor or ())
        types = tuple(checked_words(each, what="--type") for each in self.type or ())
        return Choices(mapping, setup, actors, types, self.alpha, self.seed)


#: What the options are where nobody says otherwise.
UNSAID = ChosenTest()


def _days(text: str) -> tuple[int, int]:
    first, _, last = text.partition(",")
    try:
        return int(first), int(last)
    except ValueError:
        raise UsageError(f"the window is two days as in 1,7 and not {text[:40]!r}") from None
