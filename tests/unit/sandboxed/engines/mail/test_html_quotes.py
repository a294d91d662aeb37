from __future__ import annotations

from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.mail.html_quotes import QuotedHtml, taken_out
from kashf.sandboxed.engines.webpage import WebPageReader


def test_what_a_mail_hides_is_told_beside_what_it_quotes() -> None:
    html = '<p>Pay <font color="white">twice</font> now.</p><blockquote>Burn <i style="display:none">this</i></blockquote>'
    text, quoted, hidden = taken_out(QuotedHtml(WebPageReader(decode).text).text(html))

    assert "Pay twice now.\nBurn this" == text
    assert ["Burn this"] == [text[start:end] for start, end in quoted]
    assert ["twice", "this"] == [text[start:end] for start, end in hidden]


def test_signs_that_a_mail_writes_itself_say_nothing() -> None:
    text, quoted, hidden = taken_out(QuotedHtml(WebPageReader(decode).text).text("<p>a &#xE0F4;b&#57589; \ue0f1c</p>"))

    assert ("a b c", (), ()) == (text, quoted, hidden)
