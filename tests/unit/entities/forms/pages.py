"""Invented forms for tests, made by code."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence

from kashf.domain.document import Origin, Page
from kashf.domain.ids import DocumentId
from kashf.entities.forms.find_families import PageTexts

NAMES = ("يوسف", "عمر", "خالد", "حسان", "مازن", "سالم", "نادر", "طارق", "ياسر", "وليد")
ENTRY = ("الاسم واللقب", "الكنية", "اسم الأم", "تاريخ الولادة", "الجنسية", "المستوى", "المنفذ والواسطة", "تاريخ الدخول")


def document(*texts: str, origin: Origin = Origin.DIGITAL) -> PageTexts:
    """Return a document of some pages; its id is of its words."""
    id = DocumentId(hashlib.sha256("\f".join(texts).encode()).hexdigest())
    return PageTexts(id, tuple(Page(number, text, origin) for number, text in enumerate(texts, start=1)))


def answers(count: int, chance: random.Random) -> list[str]:
    """Return what somebody filled in."""
    return [f"{chance.choice(NAMES)} {chance.choice(NAMES)} {chance.randrange(1000)}" for _ in range(count)]


def filled(labels: Sequence[str], values: Sequence[str], *, title: str = "بيانات وافد", line: str = "{number} {label}: {value}") -> str:
    """Return a form, line by line."""
    pairs = enumerate(zip(labels, values, strict=True), start=1)
    return "\n".join([title, *(line.format(number=number, label=label, value=value) for number, (label, value) in pairs)])


def forms(count: int, labels: Sequence[str] = ENTRY, *, seed: int = 1, **looks: str) -> list[PageTexts]:
    """Return documents of one form each."""
    chance = random.Random(seed)
    return [document(filled(labels, answers(len(labels), chance), **looks)) for _ in range(count)]


def letters(count: int, *, seed: int = 2) -> list[PageTexts]:
    """Return letters under one letterhead."""
    chance = random.Random(seed)
    head = "ديوان الشمال\nالعدد: {}\nالتاريخ: {}/3\nإلى: {}\nالموضوع: {}\n\nالسلام عليكم\n"
    found = []
    for _ in range(count):
        body = ". ".join(" ".join(chance.choices(NAMES, k=12)) for _ in range(6))
        found.append(document(head.format(chance.randrange(999), chance.randrange(1, 28), *answers(2, chance)) + body))
    return found
