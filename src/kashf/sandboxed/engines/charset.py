"""Bytes to text when nobody says in which encoding they were written.

UTF-8 and byte order marks settle nearly every file. For the rest, the letters above ASCII are read under each likely encoding and the
most natural one wins: an Arabic text in Windows-1256 read as ISO-8859-6 is all Arabic letters too, but the wrong ones. charset-normalizer
is asked when no reading looks natural; by itself it often takes short Arabic texts for Cyrillic or Greek.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from math import log2

#: Bytes that are looked at for a guess; more adds time and no certainty.
SAMPLE_BYTES = 65_536
#: Bits for each letter above ASCII. Right readings of a page come to 4.0-4.6, wrong ones to 6 and more.
_NATURAL_BITS = 5.6
#: What a letter costs which the language does not use, and a sign that is no letter.
_FOREIGN_BITS, _SIGN_BITS = 11.0, 6.5
#: What the blank costs that an encoding of the Macintosh has a second time, for Arabic.
_AGAIN_BITS = 4.0
#: Encodings that few programs wrote, and by how much more natural a text must be in them than in another.
_RARE, _RARE_BITS = frozenset({"cp864", "mac_arabic", "mac_cyrillic"}), 0.4
#: Where the encoding was guessed: share of the letters outside ASCII that are in words, and of a text that is words or stands between them.
_MIN_WORD_SHARE, _MIN_WRITTEN_SHARE = 0.6, 0.8
#: Share of letters outside ASCII that may be what a foreign encoding has in place of signs.
_FEW_FOREIGN_SHARE = 0.02
_MAX_CONTROL_SHARE = 0.003
_MAX_NOT_WRITTEN_SHARE = 0.1

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like the mark of UTF-16-LE, so it comes first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")
#: Control characters, places without a character, and what stands for bytes that could not be decoded.
_NOT_WRITTEN = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f\x7f\ufdd0-\ufdef\ufffd-\uffff]")
_WORD = re.compile(r"[^\W\d_]{2,}")
#: Blanks, digits, signs of ASCII, single letters, and the frames that DOS drew around tables.
_BETWEEN_WORDS = re.compile(
    r"[\t\r\n\f -@\[-`{-~\u00a0\u0660-\u066d\u060c\u061b\u061f\u2010-\u2026\u2500-\u257f]|(?<![^\W\d_])[^\W\d_](?![^\W\d_])"
)
_ABOVE_ASCII = re.compile("[^\x00-\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_BESIDE_LATIN = re.compile(rb"(?<=[A-Za-z])[\x80-\xff]|[\x80-\xff](?=[A-Za-z])")
#: Letters of more than one byte that follow one another; in other encodings such bytes hardly ever do.
_UTF8_WORD = re.compile(rb"(?:[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){4}")
_SHAPES = re.compile("[\ufe70-\ufefc]")
_COMMON_UTF16 = re.compile("[\t\r\n -~\u00a0-\u00ff\u0400-\u045f\u05d0-\u05ea\u060c-\u066d\u2010-\u2026]")


def _model(letters: str) -> dict[str, float]:
    """Return bits for each letter of a string in which "ا130" means: alef, 130 of 1,000 letters."""
    return {letter: -log2(int(count) / 1000) for letter, count in re.findall(r"(\D)(\d+)", letters)}


#: Letter frequencies in running text, of 1,000 letters above ASCII; own counts of public-domain and invented prose, rounded.
_ARABIC = _model("ا130ل115ي70م62و60ن60ر48ت42ب38ة34ع34د32س28ف28ه36ك24ق24أ24ح20ج16ش14ص12ط11خ11إ9ى10ض8ث7ذ7غ6ز8ظ4ئ4ء4ؤ2آ2ـ2،6؟2؛1َ4ِ4ُ4ّ4ً2پ2چ2گ2ک2")
_RUSSIAN = _model("о108е84а80и74н67т63с55р47в45л43к35м32д30п28у26я20ы19ь17г17з16б16ч14й12х10ж9ш7ю6ц5щ4э3ф3ё2О5В5П5Н4С4К4А4И4М3Т3Р3Д3")
_GREEK = _model("α110ο80ι75ε75τ75σ45ν60η45υ40ρ40π38κ38μ32ς38λ28ω20γ15δ15θ12ά25ί25ό22έ20ή16ύ12ώ8χ8φ7β6ξ4ζ3ψ2Α5Τ4Ο4Η4")
_HEBREW = _model("י110ו105ה90ל75א60ר57ב52ת55מ50ש47ם35ד30נ30ח25ע32ק22פ20כ22ן15צ12ט12ג12ס15ז9ך5ף3ץ3")
_WESTERN = _model("é230è45à75ê35ç25ô20û10î10ù8â15ï5œ2ä80ö60ü100ß45ñ30á60í60ó60ú25ã30õ10å40ø30æ20Ä5Ö5Ü8É12À5Ç2ì8ò10Å3Ø2")
_TURKISH = _model("ı330ş130ç75ğ80ü130ö55İ35Ş25Ç12Ü8Ö10â6Ğ1")
_ICELANDIC = _model("ð290á120í110þ100æ60ö60ó70ú45é40ý15Þ15Á8Í5")
_CENTRAL = _model("ł90ą60ę60ó60ś40ż45ć25ń15ź5č40ř40ž45ý35á75í95é60ě50š50ů20ú5ő15ű8ö20ü15ț20ş25ţ20ă50â15î15đ8")

#: Encoding and the letters it would show. Windows-1256 stands before ISO-8859-6, which few programs ever wrote.
_ALPHABETS = (
    *(("cp1256", _ARABIC), ("iso8859_6", _ARABIC), ("cp720", _ARABIC), ("mac_arabic", _ARABIC), ("cp864", _ARABIC)),
    *(("cp1251", _RUSSIAN), ("koi8_r", _RUSSIAN), ("cp866", _RUSSIAN), ("iso8859_5", _RUSSIAN), ("mac_cyrillic", _RUSSIAN)),
    *(("cp1253", _GREEK), ("cp1255", _HEBREW)),
)
_LATIN = (
    ("cp1252", _WESTERN),
    ("cp1254", _TURKISH),
    ("cp1252", _ICELANDIC),
    ("cp1250", _CENTRAL),
    ("mac_roman", _WESTERN),
    ("cp850", _WESTERN),
)


def decode(data: bytes) -> tuple[str, str] | None:
    """Return the text and the name of its encoding, or None when the bytes are not text.

    A byte order mark is not part of the text. Bytes that the encoding has no letter for become U+FFFD. Line ends are kept as they are.
    """
    if not data:
        return "", "utf-8"
    found = _decode(data)
    return found if found and _is_writing(found[0], is_guessed=found[1] != "utf-8") else None


def _decode(data: bytes) -> tuple[str, str] | None:
    """Return some text for whatever may be text."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    sample = data[:SAMPLE_BYTES]
    if wide := _wide(sample):
        return data.decode(wide, "replace"), wide
    if len(_CONTROL.findall(sample)) > _MAX_CONTROL_SHARE * len(sample):
        return None
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _decode_other(data, first=error.start)


def _is_writing(text: str, *, is_guessed: bool) -> bool:
    """Return whether few of the characters are ones that nobody writes; of what is not text they are a great share in any encoding.

    Of a text whose encoding is a guess most letters must be in words too: nearly any bytes are letters in some encoding, but not words.
    """
    sample = text[:SAMPLE_BYTES]
    if len(_NOT_WRITTEN.findall(sample)) > _MAX_NOT_WRITTEN_SHARE * len(sample):
        return False
    if not is_guessed:
        return True
    words = "".join(word for word in _WORD.findall(sample) if _is_word(word))
    foreign = len(_ABOVE_ASCII.findall(_BETWEEN_WORDS.sub("", sample)))
    if not words:
        return not _ABOVE_ASCII.search(sample)
    if foreign > _FEW_FOREIGN_SHARE * len(sample) and len(_ABOVE_ASCII.findall(words)) < _MIN_WORD_SHARE * foreign:
        return False
    return len(words) + len(_BETWEEN_WORDS.findall(sample)) >= _MIN_WRITTEN_SHARE * len(sample)


def _is_word(letters: str) -> bool:
    """Return whether letters are in one case, but for a capital at the beginning, and not the same one over and over."""
    return len(set(letters)) > 1 and (letters[1:] in {letters[1:].lower(), letters[1:].upper()})


def _decode_other(data: bytes, *, first: int) -> tuple[str, str]:
    """Decode what is not pure UTF-8; `first` is the place of the first byte that is not."""
    if _UTF8_WORD.search(data) and (mixed := _mixed(data)):
        return mixed
    text = data.decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    if wrong * 10 <= sum(1 for character in text[: 10 * SAMPLE_BYTES] if character > "\x7f") - wrong:
        return text, "utf-8"  # cut in the middle of a letter, or two encodings in one file
    beginning = max(0, first - 1024)
    encoding = _guess(data[beginning : beginning + SAMPLE_BYTES])
    return _as_letters(data.decode(encoding, "replace")), encoding


def _mixed(data: bytes) -> tuple[str, str] | None:
    """Decode a text of which some lines are UTF-8 and some in another encoding; None when all are of one kind."""
    lines = data.split(b"\n")
    others = {number for number, line in enumerate(lines) if not _is_utf8(line)}
    if not others or not any(_UTF8_WORD.search(line) for number, line in enumerate(lines) if number not in others):
        return None
    encoding = _guess(b"\n".join(lines[number] for number in sorted(others))[:SAMPLE_BYTES])
    decoded = (
        _as_letters(line.decode(encoding, "replace")) if number in others else line.decode("utf-8", "replace")
        for number, line in enumerate(lines)
    )
    return "\n".join(decoded), f"utf-8, {encoding}"


def _is_utf8(line: bytes) -> bool:
    """Return whether a line is UTF-8, but for a letter that was cut."""
    text = line.decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    return not wrong or wrong * 10 <= sum(1 for character in text if character > "\x7f") - wrong


def _as_letters(text: str) -> str:
    """Return a text with letters in place of the shapes that letters have in a word, which are all that code page 864 knows."""
    return _SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def _guess(sample: bytes) -> str:
    bits, encoding = min((_bits(sample, name, letters) + _RARE_BITS * (name in _RARE), name) for name, letters in _candidates(sample))
    if bits > _NATURAL_BITS and len(_HIGH.findall(sample)) >= 4:
        return _ask_normalizer(sample) or encoding
    return encoding


def _candidates(sample: bytes) -> tuple[tuple[str, dict[str, float]], ...]:
    """Accents of Latin scripts touch ASCII letters; letters of other scripts touch each other."""
    high = len(_HIGH.findall(sample))
    return _LATIN if 2 * len(_BESIDE_LATIN.findall(sample)) >= high or high < 2 else _ALPHABETS


def _bits(sample: bytes, encoding: str, letters: dict[str, float]) -> float:
    """Return the mean cost in bits of what lies above ASCII, if `sample` is written in `encoding`."""
    total, count = 0.0, 0
    for byte in set(sample):
        if byte < 0x80:
            continue
        number, letter = sample.count(byte), _as_letters(bytes((byte,)).decode(encoding, "replace"))[:1]
        cost = letters.get(letter) or letters.get(letter.lower(), 0.0) + 3
        if letter not in letters and letter.lower() not in letters:
            is_foreign = letter.isalpha() or letter == "\N{REPLACEMENT CHARACTER}"
            cost = _FOREIGN_BITS if is_foreign else _AGAIN_BITS if letter == " " else _SIGN_BITS
        total, count = total + number * cost, count + number
    return total / count if count else 0.0


def _wide(sample: bytes) -> str | None:
    """Return which UTF-16 or UTF-32 without a byte order mark this is, if any."""
    if len(sample) < 4 or (b"\0" not in sample and sample.count(b"\x06") * 6 < len(sample)):
        return None
    if len(sample) % 4 == 0:
        for encoding, zeros in (("utf-32-le", (2, 3)), ("utf-32-be", (0, 1))):
            if all(not any(sample[position::4]) for position in zeros):
                return encoding
    shares = {encoding: _utf16_share(sample, encoding) for encoding in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= 0.9 else None


def _utf16_share(sample: bytes, encoding: str) -> float:
    text = sample[: len(sample) // 2 * 2].decode(encoding, "replace")
    return len(_COMMON_UTF16.findall(text)) / len(text)


def _ask_normalizer(sample: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None
