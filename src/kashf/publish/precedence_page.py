"""The result of a precedence test as one page that needs nothing else: no request, no script, printable, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kashf.evidence.precedence.result import PrecedenceResult
from kashf.evidence.precedence.sentences import (
    CALLED,
    NOT_SHOWN,
    SELECTION,
    chance_sentence,
    dates_sentence,
    likelihood_ratio_sentence,
    shown_p,
    verdict_sentence,
)
from kashf.language.words.visible import isolate, visible_name
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


def precedence_page(result: PrecedenceResult, made_from: Provenance) -> str:
    """Return the page as HTML. The same result gives the same bytes; words of the tables are escaped."""
    environment = Environment(
        loader=PackageLoader("kashf.publish"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"p": shown_p, "words": _words}
    window, reach = result.setup.window, result.setup.reach
    return environment.get_template("precedence.html").render(
        result=result,
        made_from=made_from,
        called=CALLED[result.verdict],
        sentence=verdict_sentence(result, show=isolate),
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
    return Markup("<bdi>{}</bdi>").format(visible_name(untrusted_text))
