"""The tasks of a redaction.

"placed" tells where words stand, "cover" makes a covered PDF, "extracts" tells what can be read out of one, "compare" what of it is not as
the page was drawn, and what shows that should not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from kashf.domain.document import Box
from kashf.ports.engines import EngineError, Limits, Source
from kashf.sandboxed.ocr.scans import grey_of, is_blank, read_scan
from kashf.sandboxed.read import Engines
from kashf.sandboxed.redacting.covered_page import covered_page
from kashf.sandboxed.redacting.drawn_pages import drawn_page, opened_source
from kashf.sandboxed.redacting.picture_pdf import UnseenWord, picture_pdf
from kashf.sandboxed.redacting.placed_texts import placed_texts
from kashf.sandboxed.redacting.unchanged import changed_pixels, image_of_page, uncovered_ink


class _Emitter(Protocol):
    def member(self, head: dict[str, object], chunks: Iterable[bytes] | None) -> None: ...


def redact_task(
    kind: str, sources: Sequence[Source], params: Mapping[str, Any], limits: Limits, *, emit: _Emitter, engines: Engines
) -> dict[str, object]:
    """Return the answer to one task about a document, or a redaction, or both; a PDF and streams go out as members."""
    source = sources[0]
    try:
        match kind:
            case "placed":
                picture = drawn_page(source, params=params, engines=engines, limits=limits)
                opened = opened_source(source, params=params, engines=engines, limits=limits)
                return {"layers": placed_texts(opened, picture, page=int(params["page"]), ocr=engines.ocr)}
            case "cover":
                return _cover(source, params, limits, emit=emit, engines=engines)
            case "compare":
                return {"pages": list(_compare(sources, params, limits, engines=engines))}
            case _:
                # What takes a PDF to pieces loads decryption, which no other box needs.
                from kashf.sandboxed.redacting.extracts import extracts, unpacked_streams

                emit.member({"what": "streams"}, [unpacked_streams(source.read())])
                return extracts(source, params=params, engines=engines, limits=limits)
    except EngineError as fault:
        return {"reason": fault.reason.value, "detail": fault.detail}


def _cover(source: Source, params: Mapping[str, Any], limits: Limits, *, emit: _Emitter, engines: Engines) -> dict[str, object]:
    """Send a PDF of the pages asked for, each with its areas covered and read anew; answer what of each is not as it was drawn."""
    is_plain = bool(params.get("black_and_white"))
    pages, told = [], []
    for page, areas in params["pages"]:
        grey = grey_of(drawn_page(source, params=params, engines=engines, limits=limits, page=int(page)))
        covered = covered_page(grey, areas, black_and_white=is_plain)
        read = None if engines.ocr is None or is_blank(covered) else read_scan(covered, ocr=engines.ocr, number=int(page))
        # Edges of black areas are read as strokes: what touches one is no word of the paper.
        boxes = [box for box in read.boxes if not any(_touches(box, area) for area in areas)] if read else []
        words = [UnseenWord(read.text[box.start : box.end], box.left, box.bottom) for box in boxes] if read else []
        pages.append((covered, words))
        told.append({"page": page, "width": covered.shape[1], "height": covered.shape[0], "words": len(words)})
    emit.member({"what": "pdf"}, [picture_pdf(pages, is_black_and_white=is_plain)])
    return {"pages": told}


def _compare(sources: Sequence[Source], params: Mapping[str, Any], limits: Limits, *, engines: Engines) -> Iterator[dict[str, object]]:
    """Yield of each page how many pixels changed outside of the areas, and which places of protected words show something."""
    document, made = sources[0], replace(sources[1], type="application/pdf")
    side = int(params["longest_side"])
    for nth, (page, areas, places) in enumerate(params["pages"], start=1):
        image = image_of_page(made, page=nth, longest_side=side, limits=limits)
        drawn = covered_page(
            grey_of(drawn_page(document, params=params, engines=engines, limits=limits, page=int(page))),
            (),
            black_and_white=bool(params.get("black_and_white")),
        )
        yield {"page": page, "changed": changed_pixels(drawn, image, areas), "shown": uncovered_ink(image, places)}


def _touches(box: Box, area: Sequence[int]) -> bool:
    left, top, right, bottom = area
    return box.left < right and left < box.right and box.top < bottom and top < box.bottom
