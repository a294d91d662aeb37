"""What stands in the index: one tantivy document for each passage.

Two text fields hold its folded words and their stems at the same places, one without places what it has joined by signs, and one the few
words around its end. Only the passage's key is stored: whose it is and where it lies; the text itself stays with the case. Facets are raw
terms to narrow by; a document's facets together are its profile, which is counted instead of each of them.
"""

from __future__ import annotations

import json
import struct
from hashlib import blake2b
from typing import Final

import tantivy

from kashf.domain.date import UNDATED
from kashf.domain.ids import DocumentId
from kashf.language.words.folding import fold
from kashf.language.words.stemming import stem
from kashf.ports.search import Facets, Passage, PassageHit

#: Changes whenever the schema or what is put into it does; an index of another version is made anew.
VERSION: Final = "6"

#: What passages of documents that have others say of their extent.
HAS_OTHERS: Final = "others"

#: Document, page, start, end, is_marked, is_unsure.
_KEY: Final = struct.Struct(">32sIII??")
#: A place is a number: its page before so many bits, its code point in them.
_PAGE_BITS: Final = 32
#: Facets that a passage can be narrowed by, each as raw terms.
_FACETS: Final = ("type", "channel", "language", "origin", "sender", "recipient")


def schema() -> tantivy.Schema:
    """Return the fields of the index."""
    builder = tantivy.SchemaBuilder()
    for name in ("exact", "stem", "onward"):
        # The words come folded and cut to length, so the analyzer only has to part them at spaces.
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("joined", tokenizer_name="whitespace", index_option="basic")
    for name in (*_FACETS, "document", "layer", "kind", "extent", "profile"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("first_day", "last_day", "first_file_day", "last_file_day"):
        builder.add_unsigned_field(name, indexed=True, fast=True)
    builder.add_unsigned_field("owner", indexed=True, fast=True)
    for name in ("place", "profile_code"):
        builder.add_unsigned_field(name, fast=True)
    builder.add_bytes_field("key", stored=True)
    return builder.build()


def entry(passage: Passage) -> tantivy.Document:
    """Return a passage as tantivy takes it."""
    facets = passage.facets
    terms = {
        "type": (facets.type,),
        "channel": tuple(map(fold, facets.channels)),
        "language": facets.languages,
        "origin": (facets.origin,),
        "sender": facets.sender,
        "recipient": facets.recipient,
    }
    profile = _profile(facets)
    made = tantivy.Document()
    made.add_text("exact", " ".join(passage.words))
    made.add_text("stem", " ".join(map(stem, passage.words)))
    for name, words in (("joined", passage.joined), ("onward", passage.onward)):
        if words:
            made.add_text(name, " ".join(words))
    for name, values in terms.items():
        for value in values:
            made.add_text(name, value)
    if passage.kind:
        made.add_text("kind", passage.kind)
    if passage.has_others:
        made.add_text("extent", HAS_OTHERS)
    made.add_text("document", passage.document)
    made.add_text("layer", passage.layer.value)
    made.add_text("profile", profile)
    for kind, date in (("", facets.own_date or UNDATED), ("file_", facets.file_date)):
        first, last = date.day_numbers()
        made.add_unsigned(f"first_{kind}day", first)
        made.add_unsigned(f"last_{kind}day", last)
    made.add_unsigned("owner", owner_number(passage.document))
    made.add_unsigned("place", passage.page << _PAGE_BITS | passage.start)
    made.add_unsigned("profile_code", profile_code(profile))
    place = (passage.page, passage.start, passage.end, passage.is_marked, passage.is_unsure)
    made.add_bytes("key", _KEY.pack(bytes.fromhex(passage.document), *place))
    return made


def hit(key: bytes, score: float) -> PassageHit:
    """Return the passage that a stored key names."""
    document, page, start, end, is_marked, is_unsure = _KEY.unpack(key)
    return PassageHit(DocumentId(document.hex()), page, start, end, score, is_marked, is_unsure)


def owner_number(document: DocumentId) -> int:
    """Return the number that stands for a document in each of its passages, of 64 bits."""
    return int(document[:16], 16)


def page_of(place: int) -> int:
    """Return the page of a place of a passage."""
    return place >> _PAGE_BITS


def profile_code(profile: str) -> int:
    """Return the number that stands for a profile in each passage, of 64 bits."""
    return int.from_bytes(blake2b(profile.encode(), digest_size=8).digest(), "big")


def _profile(facets: Facets) -> str:
    counted = {
        "type": [facets.type],
        "channel": sorted(set(facets.channels)),
        "language": sorted(set(facets.languages)),
        "origin": [facets.origin],
        "month": [facets.own_date.month if facets.own_date else ""],
    }
    return json.dumps({name: [value for value in values if value] for name, values in counted.items()})
