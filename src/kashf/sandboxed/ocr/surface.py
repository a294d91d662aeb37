"""A page image made fit for reading: level, without dirt, ruled lines and what shines through, and the ink that is left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from kashf.sandboxed.ocr.columns import letter_height
from kashf.sandboxed.ocr.components import Components, is_dirt, is_ring
from kashf.sandboxed.ocr.faint import faint_limit, peak_darkness, without_faint
from kashf.sandboxed.ocr.lines import Grey, Ink, ink_of, skew_of
from kashf.sandboxed.ocr.ruled_lines import NO_RULES, Rules, find_rules, is_frame, is_remnant, without_rules

#: Pixels; ink is looked for on a page reduced to about this, which also takes out the grain.
_FINDING_SIDE = 1200
#: Degrees below which levelling would blur more than it helps.
_LEAST_SKEW = 0.2
#: Share of the darkness of usual ink from which on ink is strong.
_STRONG = 0.7
#: Pixels of a speck; how many of them for each larger piece of ink, and in all, make a page that must be cleaned of them.
_SPECK, _SPECKS_EACH, _SPECKS = 3, 4, 1500


@dataclass(frozen=True, slots=True)
class Surface:
    """A page image and its ink.

    Args:
        image: Dark on light.
        factor: Pixels of the image for one of `reduced`.
        reduced: The image at the size at which ink is looked for.
        found: Its ink.
        skew: Degrees by which the image was turned counter-clockwise to be level.
        rules: Ruled lines that were taken out, in pixels of `reduced`.
        faint: Ink that was taken out because it is faint beside the rest.
    """

    image: Image.Image
    factor: float
    reduced: Grey
    found: Components
    skew: float = 0.0
    rules: Rules = NO_RULES
    faint: Ink | None = None

    @classmethod
    def of(cls, grey: Grey, *, keep_faint: bool = False) -> Self:
        """Return the surface of a page, cleaned."""
        dark_on_light = 255 - grey if np.median(grey[::8, ::8]) < 100 else grey
        image = Image.fromarray(np.ascontiguousarray(dark_on_light))
        factor = max(1.0, max(image.size) / _FINDING_SIDE)
        reduced = _reduced(image, factor)
        raw = cls(image, factor, reduced, Components.of(ink_of(reduced))).despeckled()
        level = raw.level(raw.slant()).unruled()
        if keep_faint:
            return level
        clean = level.without_faint()
        more = 0.0 if clean.faint is None else clean.slant()
        return raw.level(clean.skew + more).unruled().without_faint() if abs(more) >= _LEAST_SKEW else clean

    @property
    def letter(self) -> float:
        """Height of most letters, in pixels of the ink."""
        return letter_height(self.found)

    @property
    def is_writing(self) -> NDArray[np.bool_]:
        """Which of the components may be writing."""
        found, letter = self.found, self.letter
        return ~(is_frame(found, letter) | is_remnant(found, self.rules) | is_dirt(found, letter) | is_ring(found, letter))

    @property
    def ink(self) -> Ink:
        """The ink that may be writing."""
        return self.found.ink(self.is_writing)

    def _showing(self, image: Image.Image) -> Self:
        reduced = _reduced(image, self.factor)
        return replace(self, image=image, reduced=reduced, found=Components.of(ink_of(reduced)))

    def despeckled(self) -> Self:
        """Return the surface without specks, when it is full of them."""
        specks = int((self.found.area <= _SPECK).sum())
        is_dirty = specks > max(_SPECKS, _SPECKS_EACH * (self.found.area.size - specks))
        return self._showing(self.image.filter(ImageFilter.MedianFilter(3))) if is_dirty else self

    def slant(self) -> float:
        """Return by how many degrees, counter-clockwise, the strong ink must be turned to lie level; the back slants the other way."""
        peaks = peak_darkness(self.reduced, self.found)
        order = np.argsort(peaks)
        reached = np.cumsum(self.found.area[order])
        usual = peaks[order][np.searchsorted(reached, reached[-1] / 2)] if peaks.size else 0.0
        return skew_of(self.found.ink(peaks >= _STRONG * usual))

    def level(self, skew: float) -> Self:
        """Return the surface turned by so many degrees, when that helps."""
        if abs(skew) < _LEAST_SKEW:
            return self
        ground = int(np.median(self.reduced[::4, ::4]))
        return replace(self._showing(self.image.rotate(skew, Image.Resampling.BICUBIC, fillcolor=ground)), skew=skew)

    def unruled(self) -> Self:
        """Return the surface with paper where it has ruled lines."""
        rules = find_rules(self.found.ink(np.ones(self.found.area.size, bool)), letter=self.letter)
        if not rules:
            return self
        image = Image.fromarray(without_rules(np.asarray(self.image), rules, factor=self.factor))
        return replace(self._showing(image), rules=rules)

    def without_faint(self) -> Self:
        """Return the surface with paper where its ink is faint beside the rest."""
        limit = faint_limit(self.reduced, self.found)
        if not limit:
            return self
        faint = self.found.ink(peak_darkness(self.reduced, self.found) < limit)
        return replace(self._showing(without_faint(self.image, self.reduced, limit)), faint=faint)


def _reduced(image: Image.Image, factor: float) -> Grey:
    size = (max(1, round(image.width / factor)), max(1, round(image.height / factor)))
    return np.asarray(image.resize(size, Image.Resampling.BOX))
