"""Documents of Apple's office programs, and drawings of Visio, made by code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.contracts.containers import zip_file

_VISIO = "http://schemas.microsoft.com/office/visio/2012/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def varint(number: int) -> bytes:
    """Return a number as protocol buffers write it."""
    low = b""
    while number > 0x7F:
        low, number = low + bytes([number & 0x7F | 0x80]), number >> 7
    return low + bytes([number])


def field(number: int, value: int | bytes) -> bytes:
    """Return a field: a number, or bytes with their length."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def archive(messages: Sequence[tuple[int, bytes]]) -> bytes:
    """Return an archive of objects, each of a type, packed without saving anything."""
    content = b""
    for number, (type, payload) in enumerate(messages, start=1):
        header = field(1, number) + field(2, field(1, type) + field(3, len(payload)))
        content += varint(len(header)) + header + payload
    blocks = [content[at : at + 60] for at in range(0, len(content), 60)]
    return block(varint(len(content)) + b"".join(bytes([len(each) - 1 << 2]) + each for each in blocks))


def block(packed: bytes) -> bytes:
    """Return bytes behind the header that blocks of an archive have."""
    return b"\0" + len(packed).to_bytes(3, "little") + packed


def story(text: str) -> tuple[int, bytes]:
    """Return an object that holds text."""
    return 2001, field(1, 0) + field(3, text.encode())


def iwork(archives: Mapping[str, bytes], **others: bytes) -> bytes:
    """Return a document with these archives."""
    return zip_file({f"Index/{name}.iwa": content for name, content in archives.items()} | others)


def visio(*pages: str, masters: str = "", comments: str = "") -> bytes:
    """Return a drawing with the shapes of each page, of masters with the numbers in which they come."""

    def listed(folder: str, tag: str, count: int = 1) -> dict[str, bytes]:
        relation = f'<{tag} ID="%d" Name="Convoy plan"><Rel xmlns:r="{_RELATIONS}" r:id="rId%d"/></{tag}>'
        relations = "".join(relation % (number, number + 1) for number in range(count))
        targets = {f"rId{number}": (tag.lower(), f"{tag.lower()}{number}.xml") for number in range(1, count + 1)}
        return {
            f"visio/{folder}/{folder}.xml": f'<{tag}s xmlns="{_VISIO}">{relations}</{tag}s>'.encode(),
            f"visio/{folder}/_rels/{folder}.xml.rels": _related(targets),
        }

    parts = {
        "[Content_Types].xml": b'<Types><Override ContentType="application/vnd.ms-visio.drawing.main+xml"/></Types>',
        "_rels/.rels": _related({"rId1": ("document", "visio/document.xml")}),
        "visio/document.xml": f'<VisioDocument xmlns="{_VISIO}"/>'.encode(),
        "visio/_rels/document.xml.rels": _related(
            {"rId1": ("pages", "pages/pages.xml"), "rId2": ("masters", "masters/masters.xml"), "rId3": ("comments", "comments.xml")}
        ),
        **listed("pages", "Page", len(pages)),
        **listed("masters", "Master"),
        **{
            f"visio/pages/page{number}.xml": f'<PageContents xmlns="{_VISIO}"><Shapes>{shapes}</Shapes></PageContents>'.encode()
            for number, shapes in enumerate(pages, start=1)
        },
        "visio/masters/master1.xml": f'<MasterContents xmlns="{_VISIO}"><Shapes>{masters}</Shapes></MasterContents>'.encode(),
        "visio/comments.xml": f'<Comments xmlns="{_VISIO}">{comments}</Comments>'.encode(),
    }
    return zip_file(parts)


def _related(targets: Mapping[str, tuple[str, str]]) -> bytes:
    each = "".join(f'<Relationship Id="{id}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for id, (kind, target) in targets.items())
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{each}</Relationships>'.encode()
