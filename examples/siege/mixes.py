"""How many files of which kind a leak has."""

from random import Random
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file.

    Attributes:
        family: "letter", "scan", "report", "table", "mail", "box" or "broken".
        extension: Of its name.
        language: "ar", or "" for Latin letters.
    """

    family: str
    extension: str
    language: str = "ar"


KINDS = {
    "scan_jpg": Kind("scan", "jpg"),
    "scan_png": Kind("scan", "png"),
    "scan_tif": Kind("scan", "tif"),
    "scan_pdf": Kind("scan", "pdf"),
    "letter_pdf": Kind("letter", "pdf"),
    "letter_docx": Kind("letter", "docx"),
    "letter_txt": Kind("letter", "txt"),
    "letter_utf8": Kind("letter", "txt"),
    "letter_html": Kind("letter", "html"),
    "report_pdf": Kind("report", "pdf", ""),
    "report_docx": Kind("report", "docx", ""),
    "report_txt": Kind("report", "txt", ""),
    "report_utf8": Kind("report", "txt", ""),
    "table_xlsx": Kind("table", "xlsx"),
    "table_csv": Kind("table", "csv"),
    "table_xlsx_en": Kind("table", "xlsx", ""),
    "table_csv_en": Kind("table", "csv", ""),
    "table_jpg": Kind("table", "jpg"),
    "mail": Kind("mail", "eml"),
    "mail_en": Kind("mail", "eml", ""),
    "box_mbox": Kind("mail", "mbox"),
    "box_zip": Kind("box", "zip"),
    "box_tar": Kind("box", "tar.gz"),
    "broken": Kind("broken", ""),
}
#: Copies of other files: same bytes, same text in another format, nearly the same text, the same sheet scanned again.
COPIES = ("copy_bytes", "copy_text", "copy_near", "copy_scan")

_DIGITAL = {
    "letter_pdf": 115, "letter_docx": 105, "letter_txt": 175, "letter_html": 35,
    "report_pdf": 30, "report_docx": 30, "report_txt": 40,
    "table_xlsx": 20, "table_csv": 17, "table_xlsx_en": 10, "table_csv_en": 8,
    "mail": 18, "mail_en": 27, "box_mbox": 5, "box_zip": 18, "box_tar": 6, "broken": 20,
    "copy_bytes": 50, "copy_text": 18, "copy_near": 25,
}  # fmt: skip
#: Shares in a thousand, roughly: `full` as a leak is, `digital` without what takes OCR, `text` small UTF-8 files only.
MIXES = {
    "full": _DIGITAL | {"scan_jpg": 105, "scan_png": 42, "scan_tif": 33, "scan_pdf": 40, "table_jpg": 12, "copy_scan": 15},
    "digital": _DIGITAL,
    "text": {"letter_utf8": 800, "report_utf8": 120, "copy_bytes": 50, "copy_near": 30},
}
#: What lies in archives and hangs on mails.
MEMBERS = {
    "full": (
        "letter_pdf",
        "letter_docx",
        "letter_txt",
        "letter_txt",
        "report_docx",
        "report_txt",
        "table_xlsx",
        "table_csv_en",
        "scan_jpg",
        "scan_tif",
    ),
    "digital": ("letter_pdf", "letter_docx", "letter_txt", "letter_txt", "report_docx", "report_txt", "table_xlsx", "table_csv_en"),
}


def shuffled_kinds(rng: Random, files: int, mix: str) -> list[str]:
    """Return as many kinds (copies among them) as the leak has files, in the shares of the mix, shuffled.

    >>> sorted(shuffled_kinds(Random(1), 3, "text"))
    ['letter_utf8', 'letter_utf8', 'letter_utf8']
    """
    shares = MIXES[mix]
    exact = {kind: files * share / sum(shares.values()) for kind, share in shares.items()}
    counts = {kind: int(number) for kind, number in exact.items()}
    by_remainder = sorted(exact, key=lambda kind: counts[kind] - exact[kind])
    for kind in by_remainder[: files - sum(counts.values())]:
        counts[kind] += 1
    kinds = [kind for kind, count in counts.items() for _ in range(count)]
    rng.shuffle(kinds)
    return kinds
