"""What it costs to tell who writes to whom among many letters: python -m benchmarks.speed.bench_letter_network [--letters N] [--offices N].

Letters are made of their heads alone, each from one office to another at random, which is the worst case: nearly as many ties as letters.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable
from typing import TypeVar

from kashf.domain.document import Span
from kashf.domain.ids import DocumentId
from kashf.domain.letters.letter import Addressee, AddresseeKind, Letter
from kashf.domain.letters.said import Said
from kashf.events.letter_network.central_offices import central_offices
from kashf.events.letter_network.letter_ties import letter_network
from kashf.show.letters.network_files import gexf_bytes, graphml_bytes, network_svg

Found = TypeVar("Found")


def main() -> None:
    """Print CPU seconds a step."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--offices", type=int, default=2_000)
    asked = parser.parse_args()
    random_numbers = random.Random(1)
    letters = {
        DocumentId(f"{at:064x}"): _letter(random_numbers.randrange(asked.offices), random_numbers.randrange(asked.offices))
        for at in range(asked.letters)
    }
    network = _timed("ties", lambda: letter_network(letters))
    central = _timed("central offices", lambda: central_offices(network))
    _timed("drawing", lambda: network_svg(network, title="", says=""))
    _timed("GraphML", lambda: graphml_bytes(network, central))
    _timed("GEXF", lambda: gexf_bytes(network, central))
    print(f"{len(network.correspondents())} offices, {len(network.ties)} ties, {asked.letters} letters")


def _letter(sender: int, receiver: int) -> Letter:
    return Letter(
        offices=(_said("State"), _said(f"Office {sender}")), addressees=(Addressee(_said(f"Office {receiver}"), AddresseeKind.OFFICE),)
    )


def _said(text: str) -> Said:
    return Said(text, Span(DocumentId("0" * 64), 1, 0, len(text)), "bench", 1.0)


def _timed(what: str, work: Callable[[], Found]) -> Found:
    start = time.process_time()
    found = work()
    print(f"{what:16} {time.process_time() - start:6.2f} CPU-s")
    return found


if __name__ == "__main__":
    main()
