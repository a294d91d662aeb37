"""The image of a page, drawn by the first engine that can."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kashf.domain.document import Reason
from kashf.ports.engines import EngineError, Limits, Picture, Source
from kashf.sandboxed.read import Engines, tried_on


def drawn_page(source: Source, *, params: Mapping[str, Any], engines: Engines, limits: Limits, page: int = 0) -> Picture:
    """Return the image of a page.

    Args:
        source: Of what document.
        params: "longest_side", "passwords" that opened it before, and "page" where no other page is asked for.
        engines: Of this process.
        limits: What it may cost.
        page: Which, from 1; 0 for that of `params`.

    Raises:
        EngineError: It cannot be drawn.
    """
    source = opened_source(source, params=params, engines=engines, limits=limits)
    imager = next((each for each in engines.imagers if each.images(source.type)), None)
    if imager is None:
        raise EngineError(Reason.UNSUPPORTED, "files of this type have no page images")
    picture: Picture = imager.draw(source, page=page or int(params["page"]), longest_side=int(params["longest_side"]), limits=limits)
    return picture


def opened_source(source: Source, *, params: Mapping[str, Any], engines: Engines, limits: Limits) -> Source:
    """Return a document as its engines open it, with the passwords of a task tried on it; they stand nowhere else."""
    return tried_on(source, tuple(map(str, params.get("passwords") or ())), engines=engines, limits=limits).source
