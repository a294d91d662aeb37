"""Kinds of text, by their first lines."""

from __future__ import annotations

import codecs
import csv
import re
from itertools import islice

from kashf.language.correspondence.chat_heads import is_conversation

#: A conversation as messengers write it as plain text.
CONVERSATION = "text/x-chat"
#: What an archiver of posts and films says of those that it saved.
ARCHIVED, ARCHIVED_PAGE, ARCHIVED_TABLE = (f"application/vnd.auto-archiver+{kind}" for kind in ("json", "html", "csv"))
_PLAIN = "text/plain"
#: Control characters that no text has; tab, line ends, form feed, escape and the end-of-file mark of DOS are let through.
_NOT_TEXT = re.compile(r"[\x00-\x06\x0e-\x19\x1c-\x1f\x7f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BEGINNINGS = (
    ("{\\rtf", "application/rtf"),
    ("%!PS", "application/postscript"),
    ("!<arch>\n", "application/x-archive"),
    ("070701", "application/x-cpio"),
    ("070702", "application/x-cpio"),
    ("070707", "application/x-cpio"),
    ("-----BEGIN PGP MESSAGE", "application/pgp-encrypted"),
)
#: These formats know no case, and programs leave lines before them.
_CARD = re.compile(r"\s*BEGIN:(VCARD|VCALENDAR)\s*$", re.IGNORECASE | re.MULTILINE)
_CARDS = {"VCARD": "text/vcard", "VCALENDAR": "text/calendar"}
#: Separator line of an mbox: with the date that the C library writes, or with any year and a header line below.
_MBOX = re.compile(
    r"From \S{1,250} +(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d "
    r"|[^\r\n]{0,80}\d{4}\r?\n[A-Za-z][A-Za-z0-9-]{0,80}:)"
)
_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]*):(?: |\t|\r?$)|[ \t]+\S")
#: Header lines that nobody types: with one of them a text is a mail, whatever it is called.
_MADE_BY_PROGRAMS = frozenset(
    {
        *("received", "return-path", "message-id", "mime-version", "delivered-to", "x-mailer", "content-transfer-encoding"),
        *("dkim-signature", "in-reply-to", "x-originating-ip", "thread-topic", "x-received", "x-original-to", "envelope-to"),
    }
)
_WRITTEN_ON_LETTERS = frozenset({"from", "to", "cc", "bcc", "subject", "date", "sender", "reply-to", "newsgroups"})
#: Apple Mail writes the length of a message above it.
_EMLX_LENGTH = re.compile(r"\A\d{1,10}[ \t]*\r?\n")
_MAIL_SUFFIXES = (".eml", ".mht", ".mhtml", ".email", ".emlx")
_HTML = re.compile(
    r"\s*+(?>(?:<\?[^>]*>|<!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body|title|script|table|div|meta)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(r"\s*+(?:<\?xml\b|<!DOCTYPE\s|<[A-Za-z_][\w.:-]*+(?:\s[^<>]*)?>)", re.DOTALL)
_XML_ROOT = re.compile(r"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*+<([\w.:-]+)([^>]*)", re.DOTALL)
_ROOTS = {
    "svg": "image/svg+xml",
    "html": "text/html",
    "kml": "application/vnd.google-earth.kml+xml",
    "worddocument": "application/vnd.ms-wordml",
    "rss": "application/rss+xml",
    "feed": "application/atom+xml",
    "plist": "application/x-plist",
}
#: Dialects whose root has a name that others have too, by what else stands in them, where the
#: file is declared to be XML, as Tika wants it: flat Word, flat Excel, registers of data.
_DIALECTS = (
    ("package", 'name="/word/', "application/vnd.ms-word2006ml"),
    ("workbook", "urn:schemas-microsoft-com:office:spreadsheet", "application/vnd.ms-spreadsheetml"),
    ("dif", "http://gcmd.gsfc.nasa.gov/Aboutus/xml/dif/", "application/dif+xml"),
)
#: With the assignment before it that exports have which a browser opens.
_JSON = re.compile(r'\s*(?:window\.[\w.]{1,100}\s*=\s*)?(?:\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\}\s*$)|\[\s*[\[{"])', re.DOTALL)
#: What is written first of all by Bellingcat's Auto Archiver: how it went, and when.
_ARCHIVED = re.compile(r'\A\s*\{\s*"status"\s*:[^{]{0,600}"metadata"\s*:\s*\{(?=.*"_processed_at"\s*:)', re.DOTALL)
#: What its pages begin with, and the head of its tables.
_ARCHIVED_PAGE = re.compile(r"<h2>Archived media for <span class=\"copy\">")
_ARCHIVED_TABLE = re.compile(r"\A\ufeff?status,metadata,media\r?\n")
_DELIMITERS = {"\t": "text/tab-separated-values", ",": "text/csv", ";": "text/csv", "|": "text/csv"}
_ROWS = 50
_HTML_DEPTH_CHARACTERS = 4096


def as_text(untrusted_head: bytes) -> str | None:
    """Return the beginning of a file as text when it is clean UTF-8, or has a byte order mark and keeps to it; else None."""
    encoding, skipped = next(((name, len(mark)) for mark, name in _MARKS if untrusted_head.startswith(mark)), ("utf-8", 0))
    try:
        # A character that the end of the head cuts in two is no fault.
        text = codecs.getincrementaldecoder(encoding)().decode(untrusted_head[skipped:], final=False)
    except UnicodeDecodeError:
        return None
    return None if _NOT_TEXT.search(text) else text


def text_type(text: str, untrusted_name: str) -> str:
    """Return the media type of a text by its first lines; "text/plain" when it is nothing more special.

    Args:
        text: Beginning of the file.
        untrusted_name: Decides where the lines alone leave room: a letter with "From:" and "To:" is a mail when it is called so.
    """
    suffix = untrusted_name[untrusted_name.rfind(".") :].lower() if "." in untrusted_name else ""
    for beginning, type in _BEGINNINGS:
        if text.startswith(beginning):
            return type
    if card := _CARD.match(text):
        return _CARDS[card[1].upper()]
    if _MBOX.match(text):
        return "application/mbox"
    if _is_mail(_EMLX_LENGTH.sub("", text), named_so=suffix in _MAIL_SUFFIXES):
        return "message/rfc822"
    if is_conversation(text, name=untrusted_name):
        return CONVERSATION
    return _markup_type(text, suffix) or _data_type(text, suffix) or _PLAIN


def _is_mail(text: str, *, named_so: bool) -> bool:
    """Return whether a text begins with the header of a mail."""
    names = set()
    for line in islice(text.splitlines(), 200):
        match = _HEADER_LINE.match(line)
        if match is None:
            break
        names.add((match[1] or "").lower())
    written = len(names & _WRITTEN_ON_LETTERS)
    made = len(names & _MADE_BY_PROGRAMS)
    return bool(written and made) or made >= 2 or (named_so and (written + made > 0))


def _markup_type(text: str, suffix: str) -> str:
    """Return the type of HTML and XML, or nothing."""
    if _HTML.match(text):
        return ARCHIVED_PAGE if _ARCHIVED_PAGE.search(text) else "text/html"
    if not _XML.match(text):
        return ""
    root = _XML_ROOT.match(text)
    name = root[1].rpartition(":")[2].lower() if root else ""
    if root and name == "document" and (flat := re.search(r'office:mimetype="(application/vnd\.oasis\.[\w.-]+)"', root[2])):
        return f"{flat[1]}-flat-xml"
    if name in _ROOTS:
        return _ROOTS[name]
    is_declared = text.lstrip().startswith("<?xml")
    if is_declared and (dialect := next((type for called, within, type in _DIALECTS if called == name and within in text), "")):
        return dialect
    looks_like_html = suffix in {".html", ".htm"} or "<html" in text[:_HTML_DEPTH_CHARACTERS].lower()
    return "text/html" if looks_like_html else "text/xml"


def _data_type(text: str, suffix: str) -> str:
    """Return the type of JSON and of tables, or nothing."""
    if _JSON.match(text):
        return ARCHIVED if _ARCHIVED.search(text) else "application/json"
    if _ARCHIVED_TABLE.match(text):
        return ARCHIVED_TABLE
    lines = text.split("\n")[:_ROWS]
    whole = lines[:-1] if len(lines) < _ROWS and not text.endswith("\n") and len(lines) > 1 else lines
    rows = [line for line in whole if line.strip()]
    named_so = suffix in {".csv", ".tsv", ".tab"}
    for delimiter, type in _DELIMITERS.items():
        if _is_table(rows, delimiter, named_so=named_so):
            return type
    return ""


def _is_table(rows: list[str], delimiter: str, *, named_so: bool) -> bool:
    """Return whether nearly all rows have the same number of cells: two cells and two rows when the name says so, else three and five."""
    try:
        widths = [len(cells) for cells in csv.reader(rows, delimiter=delimiter)]
    except csv.Error:
        return False
    if not widths:
        return False
    usual = max(set(widths), key=widths.count)
    least_cells, least_rows = (2, 1) if named_so else (3, 5)
    return usual >= least_cells and len(widths) >= least_rows and widths.count(usual) >= 0.9 * len(widths)
