from __future__ import annotations

import pytest

from kashf.sandboxed.engines.web_styles import PageStyles, TextLook


@pytest.mark.parametrize(
    "style",
    [
        "display:none",
        "color:#fff",
        "COLOR: White !important",
        "color: rgb(252, 255, 254)",
        "color:transparent",
        "opacity:0",
        "font-size:0px",
        "font-size: 1px",
        "max-height:0;overflow:hidden",
        "mso-hide:all",
        "background:#000;color:#010101",
    ],
)
def test_what_nobody_sees_is_hidden(style: str) -> None:
    assert PageStyles().look("span", {"style": style}, TextLook()).is_hidden


@pytest.mark.parametrize(
    "style",
    [
        "color:#fff;background:navy",
        "color:#fff;background:#036",
        "color:red",
        "background:url(a.png);color:white",
        "opacity:.9",
        "height:0",
    ],
)
def test_what_is_seen_or_may_be_is_not(style: str) -> None:
    assert not PageStyles().look("span", {"style": style}, TextLook()).is_hidden


def test_letters_that_get_their_size_or_colour_back_are_seen() -> None:
    styles = PageStyles()
    outer = styles.look("td", {"style": "font-size:0", "bgcolor": "#000000"}, TextLook())

    assert not styles.look("p", {"style": "font-size:12px;color:white"}, outer).is_hidden
    assert styles.look("p", {"style": "font-size:12px"}, outer).is_hidden


def test_rules_of_the_page_count_and_those_for_some_screens_do_not() -> None:
    styles = PageStyles()
    styles.add("@media print {.shown{display:none} p{color:#fff}} /* .shown{display:none} */ .pre, td.x {display:none}")
    styles.add("\n#quiet{color:#fff}")

    assert [True, True, True, False, False] == [
        styles.look(tag, attributes, TextLook()).is_hidden
        for tag, attributes in [
            ("div", {"class": "a PRE"}),
            ("td", {"class": "x"}),
            ("b", {"id": "quiet"}),
            ("div", {"class": "shown"}),
            ("p", {}),
        ]
    ]


def test_a_page_that_a_script_will_show_is_not_hidden() -> None:
    assert not PageStyles().look("body", {"style": "opacity:0"}, TextLook()).is_hidden
