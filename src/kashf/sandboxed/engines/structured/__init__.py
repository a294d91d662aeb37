"""Files that keep values rather than pages, each value beside what it is called.

`sqlite`            databases of telephones and programs, table by table
`property_list`     Apple's settings and archives
`archived_files`    lists of what an archiver of the web saved, with the hashes it had
`json_text`         JSON and lines of JSON, with what they escape shown as it is read
`contacts`          vCard and iCalendar
`xml_text`          XML of no special kind, with what its attributes say
"""

from __future__ import annotations

from collections.abc import Callable

from kashf.ports.engines import Reader, Unpacker
from kashf.sandboxed.engines.structured.contacts import ContactsReader, ContactsUnpacker
from kashf.sandboxed.engines.structured.json_text import JsonReader
from kashf.sandboxed.engines.structured.property_list import PropertyListReader
from kashf.sandboxed.engines.structured.sqlite import SqliteReader, SqliteUnpacker
from kashf.sandboxed.engines.structured.xml_text import XmlReader, XmlUnpacker

__all__ = ["readers", "unpackers"]

Decode = Callable[[bytes], tuple[str, str] | None]


def readers(decode: Decode) -> tuple[Reader, ...]:
    """Return the readers; `decode` returns text and encoding of some bytes, or None when they are not text."""
    return (JsonReader(decode), ContactsReader(decode), PropertyListReader(), SqliteReader(decode), XmlReader(decode))


def unpackers(decode: Decode) -> tuple[Unpacker, ...]:
    """Return the unpackers of files that are kept among the values."""
    return (ContactsUnpacker(decode), SqliteUnpacker(), XmlUnpacker(decode))
