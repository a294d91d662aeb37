"""What styles of Word say of the text that has them: that it is hidden, that it stands in a list."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

#: Values by which a property is switched off. Source: ISO/IEC 29500-1, 22.9.2.7.
_OFF = frozenset({"0", "false", "off"})


@dataclass(slots=True)
class Styles:
    """Styles by id, each with what it has from the one that it is based on."""

    hidden: frozenset[str] = frozenset()
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)


def styles_of(root: etree._Element | None) -> Styles:
    """Return what the part of styles says."""
    if root is None:
        return Styles()
    elements = {value_of(each, "styleId"): each for each in root.iterchildren("{*}style")}
    hidden, lists = set[str](), dict[str, tuple[str, int]]()
    for id, element in elements.items():
        for ancestor in _ancestry(element, elements):
            run, paragraph = ancestor.find("{*}rPr"), ancestor.find("{*}pPr")
            if run is not None and (vanish := run.find("{*}vanish")) is not None:
                hidden |= {id} if is_on(vanish) else set()
                break
            if id not in lists and paragraph is not None and (place := list_place(paragraph)):
                lists[id] = place
    return Styles(frozenset(hidden), lists)


def list_place(paragraph_properties: etree._Element) -> tuple[str, int] | None:
    """Return the list and the level at which properties of a paragraph put it; list "0" takes it out of its style's."""
    place = paragraph_properties.find("{*}numPr")
    if place is None or (list_id := place.find("{*}numId")) is None:
        return None
    level = place.find("{*}ilvl")
    written = value_of(level, "val") if level is not None else "0"
    return value_of(list_id, "val"), int(written) if written.isdecimal() else 0


def is_on(element: etree._Element) -> bool:
    """Return whether a property that is there is switched on."""
    return value_of(element, "val") not in _OFF


def value_of(element: etree._Element, name: str) -> str:
    """Return an attribute in the name space of its element; nothing when there is none."""
    found: str = element.get(f"{element.tag.rpartition('}')[0]}}}{name}", "")
    return found


def _ancestry(element: etree._Element, elements: dict[str, etree._Element]) -> list[etree._Element]:
    """Return a style and those that it is based on, nearest first; a circle ends where it closes."""
    found: list[etree._Element] = []
    while element not in found:
        found.append(element)
        based_on = element.find("{*}basedOn")
        element = elements.get(value_of(based_on, "val"), element) if based_on is not None else element
    return found
