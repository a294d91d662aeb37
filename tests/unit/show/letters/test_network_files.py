"""Files of who writes to whom: readable by other programs, the same for the same letters, and harmless whatever letters say."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from io import BytesIO

import networkx as nx
import pytest

from kashf.domain.letters.letter import AddresseeKind
from kashf.events.letter_network.central_offices import central_offices
from kashf.events.letter_network.letter_ties import letter_network
from kashf.show.letters.network_files import DRAWN, HEADER, gexf_bytes, graphml_bytes, network_svg, tie_rows
from tests.unit.events.letter_network.written_letters import letter, pile

HOSTILE = "</title><script>alert(1)</script>"
LETTERS = pile(
    letter("Court", "Mill", 1),
    letter("Court", HOSTILE, 2),
    letter("Mill", "a\x00b\u202ec", kind=AddresseeKind.PERSON),
    letter("محكمة السهول", "ديوان الجسور"),
)
NETWORK = letter_network(LETTERS)
CENTRAL = central_offices(NETWORK)
DRAWING = network_svg(NETWORK, title="t", says="s")


def test_graphml_and_gexf_are_read_by_another_reader_with_all_ties() -> None:
    for written, read in ((graphml_bytes(NETWORK, CENTRAL), nx.read_graphml), (gexf_bytes(NETWORK, CENTRAL), nx.read_gexf)):
        graph = read(BytesIO(written))

        assert 4 == graph.number_of_edges()
        assert 1 == graph.edges["office:court", "office:mill"]["weight"]
        assert 2 == graph.nodes["office:mill"]["partners"]


def test_files_are_the_same_for_the_same_letters_and_tell_no_day_of_writing() -> None:
    assert graphml_bytes(NETWORK, CENTRAL) == graphml_bytes(letter_network(LETTERS), CENTRAL)
    gexf = gexf_bytes(NETWORK, CENTRAL)
    assert gexf == gexf_bytes(NETWORK, CENTRAL)
    assert b"lastmodified" not in gexf


@pytest.mark.parametrize("content", [graphml_bytes(NETWORK, CENTRAL), gexf_bytes(NETWORK, CENTRAL), DRAWING])
def test_what_letters_say_is_text_in_every_file(content: bytes | str) -> None:
    root = ET.fromstring(content)

    assert not [each for each in root.iter() if each.tag.endswith("script")]


def test_the_drawing_has_the_busiest_alone_and_arabic_names_run_from_the_right() -> None:
    many = letter_network(pile(*(letter("Court", f"Mill {at}") for at in range(DRAWN + 10)), *LETTERS.values()))

    assert DRAWN == str(network_svg(many, title="t", says="s")).count("<g>")
    assert 'direction="rtl">ديوان الجسور' in DRAWING
    assert network_svg(many, title="t", says="s") == network_svg(many, title="t", says="s")


def test_rows_have_a_column_for_each_word_of_the_header() -> None:
    assert {len(HEADER)} == {len(row) for row in tie_rows(NETWORK.ties)}
