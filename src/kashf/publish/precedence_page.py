"""The result of a precedence test as one page that needs nothing else: no request, no script, printable, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from kashf.evidence.precedence.result import Result
from kashf.evidence.precedence.words import (
    NOT_SHOWN,
    SELECTION,
    chance_sentence,
    likelihood_ratio_sentence,
    verdict_sentence,
)
from kashf.publish.figures import lead_time_plot, sweep_plot


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the result was made from.

    Args:
        notice: What has to be said first; "" for nothing.
        plan_sha256: Hash of the plan, or "".
        rule: By which the orders were chosen, or "".
        orders_sha256: Of the table of orders.
        events_sha256: Of the catalogue.
        version: Of kashf.
    """

    notice: str
    plan_sha256: str
    rule: str
    orders_sha256: str
    events_sha256: str
    version: str


def precedence_page(result: Result, made_from: Provenance) -> str:
    """Return the page as HTML. The same result gives the same bytes; words of the tables are escaped."""
    environment = Environment(
        loader=PackageLoader("kashf.publish"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["p"] = _shown_p
    window, reach = result.setup.window, result.setup.reach
    return environment.get_template("precedence.html").render(
        result=result,
        made_from=made_from,
        sentence=verdict_sentence(result),
        not_shown=NOT_SHOWN,
        selection=SELECTION,
        leads=lead_time_plot(result.leads, window),
        sweep=sweep_plot([each for each in result.sweep if each.window == window], result.alpha),
        orders=[
            (order, chance_sentence(order, reach=reach, window=window), likelihood_ratio_sentence(order)) for order in result.per_order
        ],
    )


def _shown_p(chance: float) -> str:
    """Return a p with four decimals; one that is smaller is said to be, since it is never 0."""
    return f"{chance:.4f}" if chance >= 0.00005 else "< 0.0001"
