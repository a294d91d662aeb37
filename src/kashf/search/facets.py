"""The fields of the query language: what each may be given, and what it asks of the index."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from kashf.domain.date import UNDATED, FuzzyDate
from kashf.language.tables.numbering import query_fields
from kashf.language.words.folding import fold
from kashf.language.words.tokens import folded_words
from kashf.ports.search import All, AnyWord, Days, Either, Field, IndexQuery, InDocument, OfFile, Preferring, Without

_OFFICE: Final = "application/vnd.openxmlformats-officedocument."
_OPEN: Final = "application/vnd.oasis.opendocument."

#: What people call kinds of files, with the media types that libmagic and the readers give them.
KINDS: Final = MappingProxyType(
    {
        "pdf": ("application/pdf",),
        "image": (
            *("image/png", "image/jpeg", "image/tiff", "image/gif", "image/bmp", "image/x-ms-bmp", "image/webp", "image/heic"),
            *("image/jp2", "image/svg+xml", "image/vnd.djvu", "image/x-portable-pixmap", "image/x-portable-greymap"),
        ),
        "mail": ("message/rfc822", "application/mbox", "application/vnd.ms-outlook", "application/vnd.ms-outlook-pst"),
        "sheet": (
            *("application/vnd.ms-excel", f"{_OFFICE}spreadsheetml.sheet", f"{_OPEN}spreadsheet"),
            *("application/vnd.ms-excel.sheet.macroenabled.12", "text/csv", "text/tab-separated-values"),
        ),
        "word": (
            *("application/msword", f"{_OFFICE}wordprocessingml.document", f"{_OPEN}text"),
            *("application/rtf", "text/rtf", "application/vnd.ms-word.document.macroenabled.12", "application/epub+zip"),
        ),
        "slides": ("application/vnd.ms-powerpoint", f"{_OFFICE}presentationml.presentation", f"{_OPEN}presentation"),
        "text": ("text/plain", "text/markdown", "text/x-log", "text/x-chat"),
        "web": ("text/html", "application/xhtml+xml", "multipart/related", "application/xml", "text/xml"),
        "archive": (
            *("application/zip", "application/x-rar", "application/vnd.rar", "application/x-7z-compressed", "application/x-tar"),
            *("application/gzip", "application/x-bzip2", "application/x-xz", "application/zstd", "application/vnd.ms-cab-compressed"),
        ),
    }
)

#: Fields of what is known of a file beside its text.
FILE_FIELDS: Final = frozenset({"name", "folder", "title", "author"})
#: The field for what forms of a document say; which documents these are, the case knows and not its index.
OF_FORMS: Final = "field"
#: What date: is given for documents without one.
NO_DATE: Final = frozenset(("none", *query_fields.NO_DATE.split("|")))
#: The field for the date that a file's metadata give; `date` is when the paper says that it was written.
FILE_DATE: Final = "file-date"
#: A month or day written without its nought.
_ONE_DIGIT: Final = re.compile(r"-(?=\d(?!\d))")


def undated(query: IndexQuery) -> IndexQuery | None:
    """Return what asks for passages of documents without a date that answer all of a query but its days; None where it names no days.

    >>> undated(All((Field("origin", ("ocr",)), Days(FuzzyDate.parse("2014"))))).parts[0] == All((Field("origin", ("ocr",)), Days(UNDATED)))
    True
    >>> undated(Field("origin", ("ocr",)))
    """
    asked = _without_days(query)
    return None if asked == query else All((asked, Without(query)))


def facet(name: str, value: str) -> IndexQuery:
    """Return what a field asks of the index.

    Args:
        name: One of FIELDS.
        value: As typed, without quotes.

    Raises:
        ValueError: The field cannot have this value; the message says which it can have.

    >>> facet("date", "2014-10..2014-11") == Days(FuzzyDate.parse("2014-10-01..2014-11-30"))
    True
    >>> facet("source", "Courier One")
    Field(name='channel', values=('Courier One',))
    """
    return FIELDS[name](value.strip())


def _without_days(query: IndexQuery) -> IndexQuery:
    """Return a query with no date in place of its days; what leaves days out finds documents without a date already."""
    match query:
        case Days(_, of_file):
            return Days(UNDATED, of_file)
        case All(parts) | InDocument(parts) | Either(parts):
            return type(query)(tuple(map(_without_days, parts)))
        case Preferring(asked, first):
            return Preferring(_without_days(asked), first)
        case _:
            return query


def _source(value: str) -> IndexQuery:
    return Field("channel", (value,))


def _people(name: str) -> Callable[[str], IndexQuery]:
    def asked(value: str) -> IndexQuery:
        words = folded_words(value)
        if not words:
            raise ValueError("a name has at least one letter")
        parts = tuple(Field(name, (word,)) for word in words)
        return parts[0] if len(parts) == 1 else All(parts)

    return asked


def _date(value: str) -> IndexQuery:
    return Days(_days(value))


def _file_date(value: str) -> IndexQuery:
    return Days(_days(value), of_file=True)


def _days(value: str) -> FuzzyDate:
    said = fold(value).strip()
    return UNDATED if said in NO_DATE else FuzzyDate.parse(_ONE_DIGIT.sub("-0", said))


def _language(value: str) -> IndexQuery:
    code = value.lower()
    if not re.fullmatch("[a-z]{2,3}", code):
        raise ValueError("a language is given by its code, such as ar, en, ku or tr")
    return Field("language", (code,))


def _type(value: str) -> IndexQuery:
    kind = value.lower()
    if kind not in KINDS and "/" not in kind:
        raise ValueError(f"a type is one of {', '.join(KINDS)}, or a media type such as application/pdf")
    return Field("type", KINDS.get(kind, (kind,)))


def _origin(value: str) -> IndexQuery:
    origin = value.lower()
    if origin not in {"digital", "ocr", "transcription", "mixed"}:
        raise ValueError("an origin is digital, ocr, transcription or mixed")
    return Field("origin", tuple(dict.fromkeys((origin, "mixed"))))


def _of_file(kind: str) -> Callable[[str], IndexQuery]:
    def asked(value: str) -> IndexQuery:
        words = folded_words(value)
        if not words:
            raise ValueError("a name has at least one letter or digit")
        return OfFile(kind, All(tuple(AnyWord(frozenset({word})) for word in words)))

    return asked


def _within(value: str) -> IndexQuery:
    if value.lower() not in {"page", "document"}:
        raise ValueError("what has to stand together stands within a page or a document")
    return All(())


def _of_forms(value: str) -> IndexQuery:
    asked, sign, words = value.partition("=")
    if not folded_words(asked) or (sign and not folded_words(words)):
        raise ValueError("behind field: stands what a field of a form asks, and behind = words of its answer: field:go-between=Omar")
    return Field(OF_FORMS, (value,))


#: Each field of the query language with what it does to its value.
FIELDS: Final = MappingProxyType(
    {
        "source": _source,
        "from": _people("sender"),
        "to": _people("recipient"),
        "date": _date,
        FILE_DATE: _file_date,
        "lang": _language,
        "type": _type,
        "origin": _origin,
        **{kind: _of_file(kind) for kind in sorted(FILE_FIELDS)},
        "within": _within,
        OF_FORMS: _of_forms,
    }
)
