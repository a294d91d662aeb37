"""Arabic PDF files by programs that shape text themselves: glyphs of the font instead of letters, in the order of the page or of the text.

What such files hold is what browsers and offices write: ligatures as one glyph, numbers in runs of their own, a map from glyphs to
letters that is at times incomplete. Nothing of it is put in order for whoever reads it.
"""

import datetime as dt
import json
from random import Random

import typst
from fpdf import FPDF

from examples.siege import fonts
from examples.siege.text import SOFT_BREAK, Text

MARGIN_MM = 16
#: The page's words come as data, so that no sign in them is one of Typst's own.
_TYPST = """
#set document(date: none)
#set page(paper: "a4", margin: {margin}mm)
#set text(font: ("{font}", "Noto Sans"), lang: "ar", dir: rtl, size: {size}pt, fallback: false)
#set par(justify: {justify}, spacing: 0.75em, leading: 0.6em)
#let pages = json(bytes(sys.inputs.pages))
#for (number, lines) in pages.enumerate() {{
  if number > 0 {{ pagebreak() }}
  for line in lines {{ par(line) }}
}}
"""
_FAMILIES = {fonts.NASKH: "Noto Naskh Arabic", fonts.SANS_ARABIC: "Noto Sans Arabic", fonts.KUFI: "Noto Kufi Arabic"}


def by_typst(pages: tuple[Text, ...], rng: Random) -> bytes:
    """Return the pages set by Typst, in one of three typefaces, now and then justified."""
    font = _FAMILIES[rng.choice((fonts.NASKH, fonts.NASKH, fonts.SANS_ARABIC, fonts.KUFI))]
    justify = "true" if rng.random() < 0.3 else "false"
    source = _TYPST.format(margin=MARGIN_MM, font=font, size=rng.choice((10, 10.5)), justify=justify)
    words = json.dumps([_lines(page) for page in pages], ensure_ascii=False)
    return typst.compile(source.encode(), font_paths=[str(fonts.FOLDER)], ignore_system_fonts=True, sys_inputs={"pages": words})


def by_fpdf2(pages: tuple[Text, ...], rng: Random) -> bytes:
    """Return the pages written by fpdf2, which shapes by HarfBuzz and puts every line in the order of the page."""
    document = FPDF(format="A4")
    document.set_creation_date(dt.datetime(2014, 1, 1, tzinfo=dt.UTC))
    document.set_margin(MARGIN_MM)
    document.add_font("arabic", fname=fonts.font_path(rng.choice((fonts.NASKH, fonts.SANS_ARABIC))))
    document.add_font("other", fname=fonts.font_path(fonts.SANS))
    document.set_font("arabic", size=10)
    document.set_fallback_fonts(["other"])
    document.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="ara")
    for page in pages:
        document.add_page()
        for line in _lines(page):
            document.multi_cell(0, 5.6, line, align="R", new_x="LMARGIN", new_y="NEXT")
    return bytes(document.output())


def _lines(page: Text) -> list[str]:
    return [line for line in page.words.replace(SOFT_BREAK, "\n").split("\n") if line.strip()]
