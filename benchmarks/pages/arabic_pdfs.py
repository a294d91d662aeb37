"""Makes Arabic PDFs of five producers in several fonts, plain and vowelled, each with the text that it must give.

Run: python -m benchmarks.pages.arabic_pdfs DIR

Needs chromium, libreoffice (writer), fc-match and the fonts from Debian, and fpdf2, uharfbuzz, weasyprint and typst from PyPI, in any
environment; the files are called PRODUCER_FONT_KIND.pdf. A producer that is not there is left out, and said to be.
"""

from __future__ import annotations

import html
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

FONTS = {
    "amiri": "Amiri",
    "dejavu": "DejaVu Sans",
    "kufi": "Noto Kufi Arabic",
    "naskh": "Noto Naskh Arabic",
    "nastaliq": "Noto Nastaliq Urdu",
    "sans": "Noto Sans Arabic",
}
PLAIN = (
    "كشف بأسماء المناوبين في مستودع الجسر",
    "نعلمكم أن الدفعة رقم 4417 وصلت في 7/9/2015 الساعة 06:45 صباحاً",
    "الحساب رقم SY21 0045 7781 1200 0034 لدى بنك الشمال فرع الوادي",
    "هاتف المكتب 011-555-0192 والجوال +963 955 120 771 أو ٠٩٣٣ ٤٤٥ ٦٦٧",
    "الرقم الوطني ٠٢٠١٠٣٤٥٦٧٨ وتاريخ الولادة ١٤/٠٣/١٩٨٢",
    "طلب العميد «نادر الحلو» (أبو زياد) نقل ٣٥ صندوقاً إلى القاطع الثاني",
    "المرسل Samir Khoury عبر البريد s.khoury@example.org بتاريخ 2015-09-07",
    "نسبة الإنجاز 85% والباقي 15% من أصل 1,250,000 ليرة سورية",
    "لا إله إلا الله، والأمر لله، وبالله التوفيق؛ هل وصل الطلب؟ نعم!",
    "الآلات الثقيلة والأسلاك والألغام لأن الأوامر لا تحتمل الإهمال",
    "البند 3 من القرار 17/ب لعام ٢٠١٣ والفقرة (أ) منه",
)
VOWELLED = (
    "كِتَابُ الأَمَانَةِ إِلَى مُدِيرِ المَخَازِنِ المُحْتَرَمِ",
    "يُسَلَّمُ السِّلَاحُ لِلْمُنَاوِبِينَ بَعْدَ صَلَاةِ المَغْرِبِ",
    "لَا إِلٰهَ إِلَّا اللَّهُ وَالحَمْدُ لِلَّهِ رَبِّ العَالَمِينَ",
    "قَالَ نَادِرُ بْنُ يُوسُفَ الحُلْوُ: إِنَّ الأُمُورَ لَا تَحْتَمِلُ التَّأْخِيرَ",
    "ثُمَّ نُقِلَ خَمْسَةٌ وَثَلَاثُونَ صُنْدُوقًا إِلَى القَاطِعِ الثَّانِي",
    "شَهِدَ عَلَيْهِ الآمِرُ مُحَمَّدٌ الشِّمَالِيُّ فِي شَهْرِ ذِي القَعْدَةِ",
)
KINDS = {"plain": PLAIN, "vowelled": VOWELLED}
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def by_chromium(path: Path, lines: Sequence[str], family: str) -> None:
    """Print a page as a person would from a browser."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(_page(lines, family), "utf-8")
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--print-to-pdf={path}", str(source)]
        _run("chromium", *arguments)


def by_weasyprint(path: Path, lines: Sequence[str], family: str) -> None:
    """Save a page by WeasyPrint."""
    import weasyprint  # type: ignore[import-not-found]  # of another environment

    weasyprint.HTML(string=_page(lines, family)).write_pdf(str(path))


def by_typst(path: Path, lines: Sequence[str], family: str) -> None:
    """Set lines by Typst."""
    import typst  # type: ignore[import-not-found]  # of another environment

    text = "\n\n".join(lines).replace("@", "\\@")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.typ")
        source.write_text(f'#set text(font:("{family}","DejaVu Sans"),lang:"ar",dir:rtl,size:12pt)\n{text}', "utf-8")
        typst.compile(str(source), output=str(path))


def by_fpdf2(path: Path, lines: Sequence[str], family: str) -> None:
    """Write lines by fpdf2, shaped."""
    import fpdf  # type: ignore[import-not-found]  # of another environment

    document = fpdf.FPDF()
    document.add_page()
    document.add_font("page", fname=_file_of(family))
    document.add_font("other", fname=_file_of("DejaVu Sans"))
    document.set_font("page", size=12)
    document.set_fallback_fonts(["other"])
    document.set_text_shaping(True)
    for line in lines:
        document.multi_cell(0, 12, line, align="R", new_x="LMARGIN", new_y="NEXT")
    document.output(str(path))


def by_libreoffice(path: Path, lines: Sequence[str], family: str) -> None:
    """Export a text document by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{path.stem}.fodt")
        source.write_text(_document(lines, family), "utf-8")
        _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(source))


PRODUCERS: dict[str, Callable[[Path, Sequence[str], str], None]] = {
    "chromium": by_chromium,
    "fpdf2": by_fpdf2,
    "libreoffice": by_libreoffice,
    "typst": by_typst,
    "weasyprint": by_weasyprint,
}


def main() -> None:
    """Make every file."""
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    for producer, make in PRODUCERS.items():
        try:
            for font, family in FONTS.items():
                for kind, lines in KINDS.items():
                    path = folder / f"{producer}_{font}_{kind}.pdf"
                    make(path, lines, family)
                    path.with_suffix(".txt").write_text("\n".join(lines) + "\n", "utf-8")
        except (ImportError, FileNotFoundError) as missing:
            print(f"{producer} left out: {missing}")


def _page(lines: Sequence[str], family: str) -> str:
    style = f"font-family:'{family}','DejaVu Sans';font-size:14px"
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in lines)
    return f'<html dir="rtl" lang="ar"><meta charset="utf-8"><body style="{style}">{paragraphs}</body></html>'


def _document(lines: Sequence[str], family: str) -> str:
    """Return a flat OpenDocument text."""
    names = "".join(
        f' xmlns:{prefix}="{_ODF}:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    face = f'<style:font-face style:name="F" svg:font-family="\'{family}\'"/>'
    style = (
        '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb"/>'
        '<style:text-properties style:font-name="F" style:font-name-complex="F" style:font-size-complex="14pt"/></style:style>'
    )
    body = "".join(f'<text:p text:style-name="P">{html.escape(line)}</text:p>' for line in lines)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        f'<office:document{names} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
        f"<office:font-face-decls>{face}</office:font-face-decls><office:automatic-styles>{style}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _file_of(family: str) -> str:
    return _run("fc-match", "-f", "%{file}", f"{family}:style=Regular")


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, timeout=120, capture_output=True, text=True).stdout


if __name__ == "__main__":
    main()
