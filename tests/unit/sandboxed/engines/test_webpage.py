from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import MarkKind, Page
from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.webpage import WebPageReader
from tests.documents import source_of

STORY = "".join(
    f"<p>The convoy of day {day} passed the second checkpoint before dawn, and nobody was stopped on the way.</p>" for day in range(8)
)
PAGE = f"""<!DOCTYPE html><html><head><title>Convoys</title><meta name="author" content="R. Sahin"><style>p {{}}</style></head><body>
<nav><a href="/">Home</a> <a href="/war">War</a></nav>
<div class="cookie-banner">We use cookies to improve this page.</div>
<article><h1>Convoys</h1>{STORY}<p>Signed, the committee</p></article>
<footer>Printed in Dalloul. <a href="/imprint">Imprint</a></footer><script>var a = "hidden";</script></body></html>"""


def _read(folder: Path, html: str | bytes) -> Extract:
    content = html if isinstance(html, bytes) else html.encode()
    return WebPageReader(decode).read(source_of(folder, content, "text/html"), limits=Limits())


def _page(folder: Path, html: str | bytes) -> Page:
    return _read(folder, html).pages[0]


def test_all_text_is_kept_and_what_surrounds_the_article_is_marked(tmp_path: Path) -> None:
    page = _page(tmp_path, PAGE)

    assert {"Home War", "We use cookies to improve this page.", "Printed in Dalloul. Imprint"} <= set(page.text.splitlines())
    assert ["Convoys", "Signed, the committee"] == [page.shown().splitlines()[0], page.shown().splitlines()[-1]]
    assert 8 == page.shown().count("second checkpoint")
    assert "hidden" not in page.text


def test_what_the_page_says_about_itself_is_metadata(tmp_path: Path) -> None:
    told = _read(tmp_path, PAGE).metadata

    assert ("Convoys", "R. Sahin") == (told["title"], told["author"])


def test_a_page_that_is_only_a_table_is_not_marked(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{number}</td><td>Karim Dalloul</td><td>{number * 120}</td></tr>" for number in range(30))

    page = _page(tmp_path, f"<html><body><table>{rows}</table></body></html>")

    assert () == page.marks
    assert "3\tKarim Dalloul\t360" == page.text.splitlines()[3]


def test_cells_that_cover_others_and_empty_ones_move_nothing_into_another_column(tmp_path: Path) -> None:
    rows = (
        "<tr><th>no</th><th>name</th><th>from</th><th>unit</th></tr>",
        "<tr><td>1</td><td>Salim</td><td rowspan=2>Arcadia</td><td>north</td></tr>",
        "<tr>\n <td>2</td>\n <td>Hana</td>\n <td>south</td>\n</tr>",
        '<tr><td>3</td><td colspan="2">Murad</td><td>west</td></tr>',
        "<tr><td></td><td>Ziyad</td><td>Arcadia</td><td>east</td></tr>",
    )
    expected = ["no\tname\tfrom\tunit", "1\tSalim\tArcadia\tnorth", "2\tHana\t\tsouth", "3\tMurad\t\twest", "\tZiyad\tArcadia\teast"]

    assert expected == _page(tmp_path, f"<table>{''.join(rows)}</table>").text.replace(" \t", "\t").splitlines()


def test_white_space_is_what_a_browser_shows(tmp_path: Path) -> None:
    html = "<p>one\n   two<br>three</p><pre>a\n  b</pre><p>fo<b>ur</b> &amp; f&iacute;ve</p>"

    assert "one two\nthree\na\n  b\nfour & fíve" == _page(tmp_path, html).text


@pytest.mark.parametrize("declared", ["windows-1256", "iso-8859-1", "utf-8", "no-such-charset", ""])
def test_arabic_is_read_whatever_its_page_declares(tmp_path: Path, declared: str) -> None:
    head = f'<meta http-equiv="content-type" content="text/html; charset={declared}">' if declared else ""
    text = "إلى جميع الأمراء في القاطع الشمالي، نعلمكم بضرورة سحب الأسلحة الثقيلة"

    assert text == _page(tmp_path, f"<html><head>{head}</head><body>{text}</body></html>".encode("cp1256")).text


def test_tags_that_are_left_open_or_closed_twice_lose_no_text(tmp_path: Path) -> None:
    assert ["one", "two", "three"] == _page(tmp_path, "<div><p>one<p>two</div></b></p>three").text.split("\n")


def test_a_tower_of_tags_is_read_and_does_not_overflow(tmp_path: Path) -> None:
    assert "deep" == _page(tmp_path, "<div>" * 20_000 + "deep").text


def test_text_of_an_embedded_page_and_of_filled_in_fields_is_kept(tmp_path: Path) -> None:
    html = '<p>form</p><iframe srcdoc="&lt;p&gt;inside&lt;/p&gt;"></iframe><input value="Cedar"><img src="x" alt="a bridge">'

    assert {"form", "inside"} <= set(_page(tmp_path, html).text.splitlines())
    assert "Cedar" in _page(tmp_path, html).text
    assert "a bridge" in _page(tmp_path, html).text


def test_the_text_of_a_piece_of_html_needs_no_file() -> None:
    assert "one\ntwo" == WebPageReader(decode).text("<p>one</p><p>two</p>")


_LINKS = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in ("Front", "Maps", "Weather", "Letters"))


def test_a_list_of_links_is_a_menu_above_or_below_all_prose_and_text_between(tmp_path: Path) -> None:
    page = _page(tmp_path, f"<body><ul>{_LINKS}</ul><div>{STORY}<ul>{_LINKS}</ul>{STORY}</div><ul>{_LINKS}</ul></body>")

    assert 3 == page.text.splitlines().count("Weather")
    assert 1 == page.shown().splitlines().count("Weather")


def test_a_headline_and_an_author_that_are_links_are_shown(tmp_path: Path) -> None:
    page = _page(tmp_path, f'<body><h1><a href="/1">The bridge</a></h1><p><a href="/a">R. Sahin</a></p>{STORY}</body>')

    assert () == page.marks


def test_a_class_around_the_whole_story_marks_nothing(tmp_path: Path) -> None:
    page = _page(
        tmp_path, f'<body><div class="sidebar open">{STORY}</div><p>{"The lantern of the north is printed by nobody. " * 2}</p></body>'
    )

    assert () == page.marks


def test_a_page_of_links_alone_is_not_marked(tmp_path: Path) -> None:
    assert () == _page(tmp_path, f"<body><nav>{_LINKS}</nav><ul>{_LINKS}</ul></body>").marks


def test_a_message_of_an_exported_chat_keeps_day_time_sender_and_text_together(tmp_path: Path) -> None:
    message = '<div class="date" title="12.03.2016 21:41:07">21:41</div><div>Amal</div><div title="a note">At the mill</div>'

    assert "12.03.2016 21:41:07 21:41\nAmal\nAt the mill" == _page(tmp_path, f"<body>{message}</body>").text


def test_what_a_page_does_not_show_is_kept_and_marked(tmp_path: Path) -> None:
    page = _page(
        tmp_path,
        '<p>Pay <span style="color: red; display:none">twice</span> now</p>'
        '<div hidden>Burn this.</div><p style="visibility:hidden">A <b>b</b></p>',
    )

    assert "Pay twice now\nBurn this.\nA b" == page.text
    assert ["twice", "Burn this.", "A", "b"] == [page.text[mark.start : mark.end] for mark in page.marks]
    assert {MarkKind.HIDDEN} == {mark.kind for mark in page.marks}
