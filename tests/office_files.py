"""Office documents from their parts, as programs that we do not have would write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD_SPACES = (
    f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="urn:wp" xmlns:wps="urn:wps"'
)
_OPEN_SPACES = (
    " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "draw", "style", "presentation", "meta")
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'
)
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip with these parts in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def relationships(targets: Mapping[str, str], *, external: Mapping[str, str] | None = None) -> str:
    """Return the markup of relationships: id, which begins with the kind and a colon where several are of one kind -> target."""
    inside = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{id.partition(":")[0]}" Target="{target}"/>' for id, target in targets.items()
    )
    outside = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{id.partition(":")[0]}" Target="{target}" TargetMode="External"/>'
        for id, target in (external or {}).items()
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}{outside}</Relationships>'


def word(
    body: str, parts: Mapping[str, str] | None = None, *, external: Mapping[str, str] | None = None, spaces: str = WORD_SPACES
) -> bytes:
    """Return a Word document: the markup of its body, and of other parts by kind, such as "footnotes"."""
    parts = parts or {}
    related = {kind: f"{kind.replace(':', '')}.xml" for kind in parts}
    return packed(
        {
            "[Content_Types].xml": f'<Types><Override PartName="/word/document.xml" ContentType="{_WORD_TYPE}"/></Types>',
            "_rels/.rels": relationships({"officeDocument": "word/document.xml", "core-properties": "docProps/core.xml"}),
            "word/_rels/document.xml.rels": relationships(related, external=external),
            "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
            **{
                f"word/{related[kind]}": f"<w:{kind.partition(':')[0]} {spaces}>{content}</w:{kind.partition(':')[0]}>"
                for kind, content in parts.items()
            },
        }
    )


def paragraph(*runs: str, properties: str = "") -> str:
    """Return the markup of a paragraph; a run that is no markup is text."""
    inner = "".join(run if run.startswith("<") else f"<w:r><w:t>{run}</w:t></w:r>" for run in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def opendocument(body: str, *, automatic: str = "", styles: str = "", meta: str = "") -> bytes:
    """Return an OpenDocument: the markup of its body, of its styles, of its part of styles and of its metadata."""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {_OPEN_SPACES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body>{body}</office:body></office:document-content>",
            "styles.xml": f"<office:document-styles {_OPEN_SPACES}>{styles}</office:document-styles>",
            "meta.xml": f"<office:document-meta {_OPEN_SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
        }
    )


def presentation(slides: Sequence[str], parts: Mapping[str, str] | None = None, *, related: str = "", show: str = "1") -> bytes:
    """Return a presentation: the text of its slides, other parts by name, relationships of its first slide, whether that is shown."""
    names = [f"slide:{number}" for number in range(len(slides), 0, -1)]
    targets = {id: f"slides/{id.replace(':', '')}.xml" for id in names}
    ids = "".join(f'<p:sldId id="{number}" r:id="slide:{number}"/>' for number in range(1, len(slides) + 1))
    spaces = f'xmlns:p="urn:p" xmlns:a="urn:a" xmlns:r="{OFFICE}"'
    return packed(
        {
            "_rels/.rels": relationships({"officeDocument": "ppt/presentation.xml"}),
            "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
            "ppt/_rels/presentation.xml.rels": relationships(
                targets | {"slideMaster": "slideMasters/slideMaster1.xml", "commentAuthors": "commentAuthors.xml"}
            ),
            "ppt/slides/_rels/slide1.xml.rels": related or relationships({}),
            **{
                f"ppt/slides/slide{number}.xml": f'<p:sld {spaces} show="{show if number == 1 else 1}">'
                f"<p:sp><a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
                "</p:sp></p:sld>"
                for number, text in enumerate(slides, start=1)
            },
            **{name: content.replace("<p:root", f"<p:root {spaces}") for name, content in (parts or {}).items()},
        }
    )
