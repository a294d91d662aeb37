"""The result of a precedence test as one page that needs nothing else: no request, no script, printable, light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kashf.evidence.precedence.result import Result
from kashf.evidence.precedence.sentences import (
    NOT_SHOWN,
    SELECTION,
    chance_sentence,
    dates_sentence,
    likelihood_ratio_sentence,
    shown_p,
    verdict_sentence,
)
from kashf.publish.figures import lead_time_plot, sweep_plot

#: Characters that steer a terminal or turn the direction of what stands beside them; a reader sees that there was one.
_CONTROLS: Final = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)),
    "\N{SYMBOL FOR SUBSTITUTE FORM TWO}",
)


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
    environment.filters |= {"p": shown_p, "words": _words}
    window, reach = result.setup.window, result.setup.reach
    return environment.get_template("precedence.html").render(
        result=result,
        made_from=made_from,
        sentence=verdict_sentence(result, show=_isolated),
        dates=dates_sentence(result),
        not_shown=NOT_SHOWN,
        selection=SELECTION,
        leads=lead_time_plot(result.leads, window),
        sweep=sweep_plot([each for each in result.sweep if each.window == window], result.alpha),
        orders=[
            (order, chance_sentence(order, reach=reach, window=window), likelihood_ratio_sentence(order)) for order in result.per_order
        ],
    )


def _words(untrusted_text: str) -> Markup:
    """Return words of a table or a plan, which may be of any script and mean harm, for a line of the page."""
    return Markup("<bdi>{}</bdi>").format(untrusted_text.translate(_CONTROLS))


def _isolated(untrusted_text: str) -> str:
    """Return the same for the middle of a sentence that is not yet HTML."""
    return f"\N{FIRST STRONG ISOLATE}{untrusted_text.translate(_CONTROLS)}\N{POP DIRECTIONAL ISOLATE}"
