"""Invented papers that name people: both scripts, two fonts, letters or scans, upright or turned, with what files carry beside."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

import pypdfium2
from fpdf import FPDF
from PIL import Image, ImageFilter

FONTS = {
    "naskh": "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf",
    "sans": "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
}
#: Invented people, as each is spelled by whoever writes of them.
PEOPLE = (
    (("يوسف الدروازي", "يُوسُف الدروازي"), ("Yusuf al-Darwazi", "Yousef al-Darwazi", "YUSUF AL-DARWAZI")),
    (("سالم الزمردي", "سالم الزمرّدي"), ("Salim al-Zumurrudi", "Salem al-Zumurrudi")),
    (("خالد الفيروزي", "خالد الفيروزى"), ("Khaled al-Fayruzi", "Khalid al-Fayrouzi")),
    (("أبو مروان التلي",), ("Abu Marwan al-Talli", "Abou Marwan al-Talli")),
    (("عبد الكريم السنبلي", "عبدالكريم السنبلي"), ("Abd al-Karim al-Sunbuli", "Abdulkarim al-Sunbuli")),
)
_ARABIC = (
    "إلى قائد الكتيبة",
    "وصل {} إلى الجسر عند الفجر",
    "يسلم الوقود إلى {} ثم يعود",
    "رقم الهاتف {}",
    "والسلام عليكم",
    "يمنع المرور بعد الساعة السادسة",
)
_ENGLISH = (
    "To the commander of the battalion",
    "{} came to the bridge at dawn.",
    "The fuel is handed to {} and nobody else.",
    "Telephone {}",
    "No passage after six in the evening.",
    "Burn this paper when you have read it.",
)


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper.

    Attributes:
        content: A PDF.
        person: Which of `PEOPLE` it names.
        phone: The number in it.
        is_arabic: Whether it is in Arabic.
        kind: How it was made.
    """

    content: bytes
    person: int
    phone: str
    is_arabic: bool
    kind: str


def named_paper(number: int) -> NamedPaper:
    """Return a paper; the same number, the same paper."""
    chance = random.Random(number)
    person, is_arabic = number % len(PEOPLE), bool(number // 2 % 2)
    kind = ("letters", "scan", "turned", "carrying", "tilted scan")[number % 7 % 5]
    phone = f"0944 {chance.randrange(100, 999)} {chance.randrange(100, 999)}"
    content = _written(chance, person, phone, is_arabic=is_arabic, kind=kind)
    if "scan" in kind:
        content = _scanned(content, chance, degrees=chance.uniform(-1.2, 1.2) if kind == "tilted scan" else 0.0)
    return NamedPaper(content, person, phone, is_arabic, kind)


def _written(chance: random.Random, person: int, phone: str, *, is_arabic: bool, kind: str) -> bytes:
    names = PEOPLE[person][0 if is_arabic else 1]
    lines = _ARABIC if is_arabic else _ENGLISH
    paper = FPDF(orientation="landscape" if kind == "turned" else "portrait")
    paper.add_font("n", "", FONTS["naskh" if is_arabic and chance.random() < 0.6 else "sans"])
    paper.set_text_shaping(True)
    paper.add_page()
    paper.set_font("n", size=chance.choice((13, 15, 18)))
    paper.ln(chance.randrange(5, 40))
    for line in (lines[0], lines[1], chance.choice(lines[4:]), lines[2], lines[3]):
        said = line.format(phone if line is lines[3] else chance.choice(names))
        paper.cell(0, 12, said, new_x="LMARGIN", new_y="NEXT", align="R" if is_arabic else "L")
    if kind == "carrying":
        paper.set_title(names[0])
        paper.set_author(PEOPLE[person][1][0])
        paper.text_annotation(100, 200, names[-1])
        paper.embed_file(bytes=f"{names[0]} {phone}".encode(), basename="list.txt")
        paper.start_section(names[0])
    return bytes(paper.output())


def _scanned(content: bytes, chance: random.Random, *, degrees: float) -> bytes:
    picture = pypdfium2.PdfDocument(content)[0].render(scale=2.6, grayscale=True).to_pil().convert("L")
    picture = picture.rotate(degrees, fillcolor=255, resample=Image.Resampling.BICUBIC).filter(ImageFilter.GaussianBlur(0.6))
    noise = Image.frombytes("L", picture.size, chance.randbytes(picture.width * picture.height))
    picture = Image.blend(picture, noise, 0.06)
    out = io.BytesIO()
    picture.save(out, "PDF", resolution=187.0)
    return out.getvalue()
