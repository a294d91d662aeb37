"""What a web page has and does not show: by its styles, by letters without size, by letters in the colour of the ground they stand on.

Styles in other files, of selectors of several parts and of @-rules are not known here. Nothing is left out by what is found, only
marked; so where they are not known, the page is taken to show what it says.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

Colour = tuple[int, int, int]

_BLACK: Final[Colour] = (0, 0, 0)
_WHITE: Final[Colour] = (255, 255, 255)
#: Steps of 255 in each part up to which nobody tells letters from their ground.
_SAME: Final = 6
_NAMED: Final[Mapping[str, Colour]] = {"black": _BLACK, "white": _WHITE, "snow": (255, 250, 250), "ivory": (255, 255, 240)}
_HEX: Final = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
_RGB: Final = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)%?)?\s*\)")
_NAME: Final = re.compile(r"[a-z]+")
_NOTHING: Final = frozenset({"transparent", "none", "inherit", "initial", "unset"})
_RULE: Final = re.compile(r"([^{}@;]+)\{([^{}]*)\}")
#: Rules for some screens only, one level of braces within another; comments.
_CONDITIONAL: Final = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|@[^{};]*;|/\*.*?\*/", re.DOTALL)
_SELECTOR: Final = re.compile(r"(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?", re.IGNORECASE)
_MOST_RULES: Final = 5000
_NO_SIZE: Final = re.compile(r"0(?:\.\d+)?(?:px|pt|em|rem|%)?|1px")
_ZERO: Final = re.compile(r"0(?:\.0+)?(?:px|pt|em|rem|%)?")
#: Attributes that say how an element looks, and those by which rules mean it.
_TELLING: Final = ("style", "hidden", "bgcolor", "color", "text", "background")
_NAMING: Final = ("class", "id")
_MOST_KNOWN: Final = 10_000
#: Elements that scripts hide until the page is complete.
_WHOLE: Final = frozenset({"html", "body"})


@dataclass(frozen=True, slots=True)
class TextLook:
    """How text looks at some place, as far as it is told.

    Args:
        ink: Of its letters; None where it is not known.
        ground: On which they stand; None where it is not known, such as on a picture.
        is_tiny: Whether its letters have no size.
        is_gone: Whether it is not shown at all.
    """

    ink: Colour | None = _BLACK
    ground: Colour | None = _WHITE
    is_tiny: bool = False
    is_gone: bool = False

    @property
    def is_hidden(self) -> bool:
        """Whether nobody sees it."""
        return self.is_gone or self.is_tiny or _same(self.ink, self.ground)


class PageStyles:
    """The styles of one page."""

    def __init__(self) -> None:
        self._rules: dict[str, dict[str, str]] = defaultdict(dict)
        self._css = ""
        self._known: dict[tuple[object, ...], TextLook] = {}

    def add(self, css: str) -> None:
        """Take what stands in a style element, or a piece of it."""
        self._css += css

    def look(self, tag: str, attributes: Mapping[str, str], outer: TextLook) -> TextLook:
        """Return how text within an element looks that stands in text of some look."""
        if self._css:
            self._learn()
        if not attributes and tag not in self._rules:
            return outer
        key = (tag, outer, *map(attributes.get, _TELLING), *(map(attributes.get, _NAMING) if self._rules else ()))
        if key not in self._known:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._new_look(tag, attributes, outer)
        return self._known[key]

    def _new_look(self, tag: str, attributes: Mapping[str, str], outer: TextLook) -> TextLook:
        told = self._told(tag, attributes)
        is_gone = outer.is_gone or "hidden" in attributes
        if not told:
            return replace(outer, is_gone=is_gone) if is_gone and not outer.is_gone else outer
        ground = _ground(told, outer.ground)
        ink = _colour(told.get("color", ""), outer.ink)
        if told.get("color") == "transparent":
            ink = ground
        size = told.get("font-size", "")
        return TextLook(
            ink,
            ground,
            bool(_NO_SIZE.fullmatch(size)) if size else outer.is_tiny,
            is_gone or (tag not in _WHOLE and _hides(told)),
        )

    def _learn(self) -> None:
        css, self._css = _CONDITIONAL.sub(" ", self._css.replace("<!--", " ").replace("-->", " ")), ""
        for found in _RULE.finditer(css):
            told = _declarations(found[2])
            for selector in found[1].split(",") if told else ():
                name = selector.strip().lower()
                if _SELECTOR.fullmatch(name) and len(self._rules) < _MOST_RULES:
                    self._rules[name].update(told)
        self._known.clear()

    def _told(self, tag: str, attributes: Mapping[str, str]) -> dict[str, str]:
        told: dict[str, str] = {}
        for name in _selectors(tag, attributes) if self._rules else ():
            told |= self._rules.get(name, {})
        for attribute, means in (("bgcolor", "background-color"), ("color", "color"), ("text", "color")):
            if attribute in attributes:
                told[means] = attributes[attribute].strip().lower()
        if "background" in attributes:
            told["background-image"] = "url"
        return told | _declarations(attributes["style"]) if "style" in attributes else told


def _selectors(tag: str, attributes: Mapping[str, str]) -> Iterator[str]:
    """Yield the selectors that mean an element, the weakest first."""
    classes = attributes.get("class", "").lower().split()
    yield tag
    yield from (f".{name}" for name in classes)
    yield from (f"{tag}.{name}" for name in classes)
    if id := attributes.get("id", "").lower():
        yield from (f"#{id}", f"{tag}#{id}")


def _declarations(css: str) -> dict[str, str]:
    pairs = (each.partition(":") for each in css.lower().split(";"))
    return {name.strip(): value.replace("!important", "").strip() for name, colon, value in pairs if colon}


def _hides(told: Mapping[str, str]) -> bool:
    """Return whether an element and all within it is not shown."""
    if told.get("display") == "none" or told.get("visibility") in ("hidden", "collapse") or told.get("mso-hide") == "all":
        return True
    if _ZERO.fullmatch(told.get("opacity", "")):
        return True
    return told.get("overflow") == "hidden" and any(_ZERO.fullmatch(told.get(side, "")) for side in ("max-height", "height", "max-width"))


def _ground(told: Mapping[str, str], outer: Colour | None) -> Colour | None:
    """Return the colour of the ground; None where a picture or something else that is not known is painted on it."""
    if "url" in told.get("background-image", "") or "gradient" in told.get("background-image", ""):
        return None
    both = told.get("background", "")
    if "url" in both or "gradient" in both:
        return None
    return _colour(told.get("background-color", "") or both, outer)


def _colour(value: str, outer: Colour | None) -> Colour | None:
    """Return a colour; the outer one where none is said, None where it cannot be told."""
    if not value or value in _NOTHING:
        return outer
    if found := _RGB.match(value):
        return outer if found[4] and float(found[4]) == 0 else (int(found[1]), int(found[2]), int(found[3]))
    if found := _HEX.match(value):
        digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    name = _NAME.match(value)
    return _NAMED.get(name[0]) if name else None


def _same(ink: Colour | None, ground: Colour | None) -> bool:
    return ink is not None and ground is not None and all(abs(one - other) <= _SAME for one, other in zip(ink, ground, strict=True))
