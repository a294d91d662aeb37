"""The result of a precedence test as one page that needs nothing else: no request, no script, printable, light and dark."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kashf.evidence.precedence.gates.judging import FEWEST_GROUPS
from kashf.evidence.precedence.result import PrecedenceResult
from kashf.evidence.precedence.sentences import (
    CALLED,
    DOUBTED,
    NOT_SHOWN,
    SELECTION,
    card_sentence,
    controls_sentence,
    dates_sentence,
    hazard_sentence,
    power_sentence,
    quotable_sentence,
    scale_sentence,
    shaken_sentences,
    shown_p,
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
        record: Which plan of how many on this catalogue it was, and what came of the others; "" where nothing is remembered.
    """

    notice: str
    plan_sha256: str
    rule: str
    orders_sha256: str
    events_sha256: str
    version: str
    record: str = ""


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
        called=CALLED,
        doubted=DOUBTED,
        fewest=FEWEST_GROUPS,
        sentence=quotable_sentence(result, catalogue=made_from.events_sha256, plan=made_from.plan_sha256, show=isolate),
        dates=dates_sentence(result),
        not_shown=NOT_SHOWN,
        selection=SELECTION,
        powers=[power_sentence(power) for power in result.power],
        controls=controls_sentence(result),
        scale=scale_sentence(result),
        shaken=list(shaken_sentences(result)),
        leads=lead_time_plot(result.leads, window),
        sweep=sweep_plot([each for each in result.sweep if each.window == window], result.level),
        orders=[(order, card_sentence(order, reach=reach, window=window), hazard_sentence(order)) for order in result.per_order],
    )


def _words(untrusted_text: str) -> Markup:
    """Return words of a table or a plan, which may be of any script and mean harm, for a line of the page."""
    return Markup("<bdi>{}</bdi>").format(visible_name(untrusted_text))
