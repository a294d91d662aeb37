from __future__ import annotations

import struct

import pytest

from kashf.sandboxed.engines.pdfium.glyphs.font_letters import FontLetters

LAM_ALEF = 0xFEFB


def font(codes: dict[int, int], *, glyphs: int = 400, format: int = 4) -> bytes:
    """Return a TrueType font without outlines: `codes` says which glyph each character has; glyph n is n units of 1000 wide."""
    tables = {
        b"cmap": struct.pack(">HHHHI", 0, 1, 3, 1, 12) + (_segments(codes) if format == 4 else _ranges(codes)),
        b"head": bytes(18) + struct.pack(">H", 1000) + bytes(34),
        b"hhea": bytes(34) + struct.pack(">H", glyphs),
        b"hmtx": b"".join(struct.pack(">HH", glyph, 0) for glyph in range(glyphs)),
        b"maxp": bytes(4) + struct.pack(">H", glyphs),
    }
    header, content = struct.pack(">IHHHH", 0x10000, len(tables), 0, 0, 0), b""
    for tag, table in tables.items():
        header += struct.pack(">4sIII", tag, 0, 12 + 16 * len(tables) + len(content), len(table))
        content += table
    return header + content


def _segments(codes: dict[int, int]) -> bytes:
    places = [*sorted(codes), 0xFFFF]
    deltas = [(codes.get(code, 0) - code) & 0xFFFF for code in places]
    count = len(places)
    edges = struct.pack(f">{count}H", *places)
    return (
        struct.pack(">HHHHHHH", 4, 0, 0, 2 * count, 0, 0, 0)
        + edges
        + bytes(2)
        + edges
        + struct.pack(f">{count}H", *deltas)
        + bytes(2 * count)
    )


def _ranges(codes: dict[int, int]) -> bytes:
    return struct.pack(">HHIII", 12, 0, 0, 0, len(codes)) + b"".join(
        struct.pack(">III", code, code, glyph) for code, glyph in codes.items()
    )


@pytest.mark.parametrize("format", [4, 12])
def test_a_glyph_stands_for_the_letters_of_its_presentation_form(format: int) -> None:
    letters = FontLetters.of(font({LAM_ALEF: 350, 0x625: 6}, format=format))

    assert ("لا", "إ", "") == (letters.letter(350, 0.35), letters.letter(6, 0.006), letters.letter(7, 0.007))


def test_a_glyph_of_another_width_is_another_one() -> None:
    assert "" == FontLetters.of(font({LAM_ALEF: 350})).letter(350, 0.9)


def test_a_font_of_few_glyphs_may_be_renumbered() -> None:
    assert (True, False) == (FontLetters.of(font({}, glyphs=60)).is_renumbered, FontLetters.of(font({})).is_renumbered)


@pytest.mark.parametrize("content", [b"", b"OTTO", font({LAM_ALEF: 350})[:70], font({LAM_ALEF: 350})[:-900], b"\xff" * 400])
def test_a_damaged_font_says_nothing(content: bytes) -> None:
    assert "" == FontLetters.of(content).letter(350, 0.35)
