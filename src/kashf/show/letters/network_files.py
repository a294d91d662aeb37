"""Who writes to whom as files of other programs (GraphML, GEXF), as rows, and as a drawing. Equal networks give equal bytes."""

from __future__ import annotations

import io
import math
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from markupsafe import Markup

from kashf.domain.letters.letter import AddresseeKind
from kashf.events.letter_network.central_offices import Centrality
from kashf.events.letter_network.letter_ties import Correspondent, LetterNetwork, LetterTie
from kashf.language.words.visible import visible_name
from kashf.show.forms.spreadsheets import Cell

if TYPE_CHECKING:
    import networkx as nx

HEADER: Final = ("from", "from_kind", "to", "to_kind", "letters", "first", "last", "undated", "about", "documents")
#: How many the drawing shows; the files have all.
DRAWN: Final = 40
#: Size of the drawing, what its names have room for on either side, and the length of a name in letters.
_WIDTH, _LINE, _SIDE, _LONGEST = 1000, 34, 260, 30
_GEXF: Final = "http://www.gexf.net/1.2draft"


def tie_rows(ties: Sequence[LetterTie]) -> Iterator[Sequence[Cell]]:
    """Yield a row for each tie, in the order of `HEADER`."""
    for tie in ties:
        yield (
            *(tie.sender.name, tie.sender.kind.value, tie.receiver.name, tie.receiver.kind.value, len(tie.letters)),
            *(tie.first.edtf() if tie.first else "", tie.last.edtf() if tie.last else "", tie.undated),
            *("; ".join(f"{code} {count}" for code, count in tie.acts), " ".join(tie.letters)),
        )


def graphml_bytes(network: LetterNetwork, central: Mapping[Correspondent, Centrality]) -> bytes:
    """Return a network as GraphML."""
    import networkx as nx

    stream = io.BytesIO()
    nx.write_graphml_xml(_graph(network, central), stream, named_key_ids=True)
    return stream.getvalue()


def gexf_bytes(network: LetterNetwork, central: Mapping[Correspondent, Centrality]) -> bytes:
    """Return a network as GEXF, without the day on which it was written."""
    import networkx as nx

    stream = io.BytesIO()
    nx.write_gexf(_graph(network, central), stream)
    ET.register_namespace("", _GEXF)
    root = ET.fromstring(stream.getvalue())  # noqa: S314 - written by us one line above
    for each in root.iter(f"{{{_GEXF}}}meta"):
        each.attrib.pop("lastmodifieddate", None)
        each.clear()
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def network_svg(network: LetterNetwork, *, title: str, says: str) -> Markup:
    """Return a network as a drawing: names on both sides, an arrow from whoever writes, as thick as letters are many.

    It takes the colour of the text around it. Offices are discs, classes of people squares, persons rings.

    Args:
        network: Which; only the busiest are drawn.
        title: What the drawing is called.
        says: What it says, for whoever cannot see it.
    """
    order = _order(network, _busiest(network))
    places = _places(order)
    arrows = [_arrow(tie, places) for tie in network.ties if tie.sender in places and tie.receiver in places]
    head = Markup(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}" role="img" font-family="sans-serif" font-size="13"'
        ' aria-labelledby="network-title network-says"><title id="network-title">{}</title><desc id="network-says">{}</desc>'
        '<defs><marker id="network-arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse"'
        ' orient="auto"><path d="M0 0 8 4 0 8z" fill="currentColor"/></marker></defs>'
    ).format(_WIDTH, _LINE * ((len(order) + 1) // 2 + 1), title, says)
    return head + Markup("").join((*arrows, *(_node(each, *places[each]) for each in order))) + Markup("</svg>")


def _busiest(network: LetterNetwork) -> Sequence[Correspondent]:
    letters: dict[Correspondent, int] = {}
    for tie in network.ties:
        for end in (tie.sender, tie.receiver):
            letters[end] = letters.get(end, 0) + len(tie.letters)
    return sorted(letters, key=lambda each: (-letters[each], each))[:DRAWN]


def _order(network: LetterNetwork, drawn: Sequence[Correspondent]) -> Sequence[Correspondent]:
    """Return them so that those who write to one another stand near: from the busiest on, whoever it writes with follows it."""
    beside: dict[Correspondent, list[Correspondent]] = {each: [] for each in drawn}
    for tie in network.ties:
        if tie.sender in beside and tie.receiver in beside:
            beside[tie.sender].append(tie.receiver)
            beside[tie.receiver].append(tie.sender)
    found: dict[Correspondent, None] = {}
    for first in drawn:
        waiting = [first]
        while waiting:
            each = waiting.pop(0)
            if each not in found:
                found[each] = None
                waiting += beside[each]
    return tuple(found)


def _places(order: Sequence[Correspondent]) -> Mapping[Correspondent, tuple[int, int]]:
    """Return where each is drawn: on the left and on the right by turns, from the top down."""
    return {each: (_SIDE if at % 2 == 0 else _WIDTH - _SIDE, _LINE * (at // 2 + 1)) for at, each in enumerate(order)}


def _arrow(tie: LetterTie, places: Mapping[Correspondent, tuple[int, int]]) -> Markup:
    (x1, y1), (x2, y2) = places[tie.sender], places[tie.receiver]
    #: Towards the middle of the sheet, where the line bends.
    out, back = (1 if x1 < _WIDTH / 2 else -1), (1 if x2 < _WIDTH / 2 else -1)
    bend = 60 + min(200, abs(y2 - y1) // 2)
    return Markup(
        '<path d="M{} {}C{} {} {} {} {} {}" fill="none" stroke="currentColor" stroke-opacity=".5" stroke-width="{:.1f}"'
        ' marker-end="url(#network-arrow)"><title>{} → {}: {}</title></path>'
    ).format(
        *(x1 + 9 * out, y1 - 3, x1 + bend * out, y1 - 3, x2 + bend * back, y2 + 3, x2 + 9 * back, y2 + 3),
        1 + math.log2(len(tie.letters)),
        *(visible_name(tie.sender.name), visible_name(tie.receiver.name), len(tie.letters)),
    )


def _node(node: Correspondent, x: int, y: int) -> Markup:
    whole = visible_name(node.name)
    name = whole.rsplit(" > ", 1)[-1]
    short = name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
    is_left, is_rtl = x < _WIDTH / 2, any("\u0590" <= letter <= "\u08ff" for letter in short)
    #: Text anchors go by its own direction: the start of Arabic is on the right.
    anchor = "end" if is_left != is_rtl else "start"
    return Markup('<g><title>{}</title>{}<text x="{}" y="{}" fill="currentColor" text-anchor="{}" direction="{}">{}</text></g>').format(
        whole, _sign(node.kind, x, y), x - 12 if is_left else x + 12, y + 4, anchor, "rtl" if is_rtl else "ltr", short
    )


def _sign(kind: AddresseeKind, x: int, y: int) -> Markup:
    if kind is AddresseeKind.CLASS:
        return Markup('<rect x="{}" y="{}" width="10" height="10" fill="currentColor"/>').format(x - 5, y - 5)
    filled = Markup('fill="currentColor"') if kind is AddresseeKind.OFFICE else Markup('fill="none" stroke="currentColor" stroke-width="2"')
    return Markup('<circle cx="{}" cy="{}" r="5" {}/>').format(x, y, filled)


def _graph(network: LetterNetwork, central: Mapping[Correspondent, Centrality]) -> nx.DiGraph[str]:
    import networkx as nx  # 0.2 s to import.

    graph: nx.DiGraph[str] = nx.DiGraph()
    ids = {each: f"{each.kind.value}:{visible_name(each.key)}" for each in network.correspondents()}
    for each, id in ids.items():
        told: dict[str, Any] = {"label": visible_name(each.name), "kind": each.kind.value}
        if each.kind is AddresseeKind.OFFICE and (place := central.get(each)):
            low, high = place.partners_between
            told |= {"written": place.written, "received": place.received, "partners": place.partners}
            told |= {"partners_low": low, "partners_high": high, "share_first": place.is_first}
        graph.add_node(id, **told)
    for tie in network.ties:
        dates = {"first": tie.first.edtf() if tie.first else "", "last": tie.last.edtf() if tie.last else "", "undated": tie.undated}
        about = "; ".join(f"{code} {count}" for code, count in tie.acts)
        graph.add_edge(ids[tie.sender], ids[tie.receiver], weight=len(tie.letters), **dates, about=about, documents=" ".join(tie.letters))
    return graph
