"""Lines come in from other programs where they fit a page, and go out so that they come back the same."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from kashf.domain.pages.regions import Region
from kashf.errors import UsageError
from kashf.services.transcription.credits import Brought, page_credits
from kashf.services.transcription.exchange.import_lines import ImportedPage, import_lines, place_of
from kashf.services.transcription.exchange.read_lines import read_lines
from kashf.services.transcription.exchange.write_lines import ExchangeFormat, standing_tags, write_lines
from kashf.services.transcription.exchange.xml_tree import read_xml
from kashf.services.transcription.keying import key_line
from kashf.services.transcription.page_lines import LineState, lines_of
from kashf.services.transcription.waiting import keyed_lines
from tests.transcribed import FIRST, SECOND, THIRD, TypedCase, typed_case

_PAGE = """\
<?xml version="1.0"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15">
<Page imageFilename="{image}" imageWidth="{width}" imageHeight="1000">
<TextRegion id="r"><Coords points="0,0 1,1"/>{lines}</TextRegion></Page></PcGts>"""
_LINE = '<TextLine id="a" custom="{custom}"><Coords points="{points}"/><TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextLine>'


def _file(*lines: str, image: str = "letter.png", width: int = 500) -> bytes:
    return _PAGE.format(image=image, width=width, lines="".join(lines)).encode()


def _line(text: str, points: str = "25,100 475,100 475,150 25,150", custom: str = "") -> str:
    return _LINE.format(text=text, points=points, custom=custom)


@pytest.fixture
def made(tmp_path: Path) -> TypedCase:
    return typed_case(tmp_path)


def _import(made: TypedCase, data: bytes, *, shape: float | None = 0.5) -> ImportedPage:
    with made.as_person("Layla Haddad") as case:
        (page,) = import_lines(case, data, name="a.xml", shape_of=lambda _: shape)
        return page


def test_lines_stand_on_the_page_whose_picture_the_file_names(made: TypedCase) -> None:
    page = _import(made, _file(_line("send Omar 3", custom="readingOrder {index:0;} unclear {offset:5; length:4;}")))

    with made.reading() as case:
        (line,) = [line for line in lines_of(case, made.letter, 1) if line.keyings]
    assert (1, made.page, "") == (page.taken, page.place, page.fault)
    assert (Region(500, 1000, 9500, 1500), "send [Omar?] 3") == (line.region, line.typed)


def test_what_was_brought_in_confirms_nothing(made: TypedCase) -> None:
    _import(made, _file(_line("send Omar 3")))
    with made.as_person("Omar Said") as case:
        line = key_line(case, made.page, FIRST, "send Omar 3").line

    assert line is not None
    assert LineState.WAITS == line.state


def test_of_what_was_brought_in_it_is_said_who_brought_which_file_and_that_nobody_knows_who_typed_it(made: TypedCase) -> None:
    creator = b"<Metadata><Creator>Some \xd8\xa8 Reader</Creator></Metadata>"
    data = _file(_line("send Omar 3")).replace(b"<Page ", creator + b"<Page ")
    _import(made, data)

    with made.reading() as case:
        (credit,) = page_credits(case, made.letter).values()
        ledger = b"".join(entry.canonical() for entry, _ in case.view.entries())
    assert ((), (), 1) == (credit.typed_by, credit.checked_by, credit.waits)
    assert (Brought("Layla Haddad", "a.xml", sha256(data).hexdigest(), "Some ب Reader", 1),) == credit.brought
    assert not [word for word in (b"a.xml", b"Reader") if word in ledger]


def test_who_brought_lines_in_is_not_one_of_two_who_typed_them_and_what_persons_typed_stands_above(made: TypedCase) -> None:
    _import(made, _file(_line("send Omar 3")))
    for who, typed in (("Layla Haddad", "send Omar 4"), ("Omar Said", "send Omar 4")):
        with made.as_person(who) as case:
            assert all(line.is_masked for line in lines_of(case.reading, made.letter, 1, reader=case.person) if line.keyings)
            line = key_line(case, made.page, FIRST, typed).line
    assert line is not None
    assert (LineState.WAITS, "send Omar 4", 3) == (line.state, line.typed, len(line.keyings))
    with made.as_person("Third Person") as case:
        line = key_line(case, made.page, FIRST, "send Omar 4").line
    assert line is not None
    assert LineState.AGREED == line.state


def test_what_was_only_brought_in_measures_no_model(made: TypedCase) -> None:
    _import(made, _file(_line("words alone")))
    with made.reading() as case:
        assert [] == list(keyed_lines(case))
    with made.as_person("Omar Said") as case:
        key_line(case, made.page, FIRST, "words alone")
        assert ["words alone"] == [line.typed for _, line in keyed_lines(case.reading)]


@pytest.mark.parametrize("form", [ExchangeFormat.PAGE_XML, ExchangeFormat.ALTO])
def test_lines_that_wait_differ_or_are_uncertain_are_marked_when_they_go_out(made: TypedCase, form: ExchangeFormat) -> None:
    for who, texts in (("Layla Haddad", ("send 5", "3 cars", "un[sure?]")), ("Omar Said", ("", "4 cars"))):
        with made.as_person(who) as case:
            for region, text in zip((FIRST, SECOND, THIRD), texts, strict=False):
                if text:
                    key_line(case, made.page, region, text)
    with made.reading() as case:
        lines = lines_of(case, made.letter, 1)
        (_, *written) = write_lines(made.page, lines, form).split("<TextLine ")

    assert [("waits",), ("disagreed",), ("uncertain",)] == [standing_tags(line) for line in lines]
    heads = [line[: line.index(">")] for line in written]
    assert [True, True, True] == [tag in head for tag, head in zip(("waits", "disagreed", "uncertain"), heads, strict=True)]
    assert ["send 5", "3 cars", "un[sure?]"] == [
        line.typed for line in read_lines(write_lines(made.page, lines, form).encode(), name="a")[0].lines
    ]


def test_of_each_line_that_is_not_taken_it_is_told_why(made: TypedCase) -> None:
    page = _import(made, _file(_line("good"), _line("x", "0,0 900,0 900,40"), _line("y", ""), _line(""), _line("z" * 3000)))

    assert (1, ["outside", "no-region", "no-text", "text"]) == (page.taken, [line.fault for line in page.not_taken])


@pytest.mark.parametrize(("image", "shape", "fault"), [("other.png", 0.5, "no-page"), ("letter.png", 1.4, "other-picture")])
def test_a_file_of_another_picture_is_not_taken(made: TypedCase, image: str, shape: float, fault: str) -> None:
    assert (0, fault) == ((page := _import(made, _file(_line("words"), image=image), shape=shape)).taken, page.fault)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not xml",
        b"<html/>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><PcGts><Page imageWidth="9" imageHeight="9">&b;</Page></PcGts>',
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><PcGts/>',
        b"<a>" * 100 + b"</a>" * 100,
        b'<PcGts><Page imageWidth="0" imageHeight="9"/></PcGts>',
        b'<PcGts><Page imageWidth="nan" imageHeight="9"/></PcGts>',
        b'<?xml version="1.0" encoding="nobodys"?><PcGts/>',
        b'<?xml version="1.0" encoding="hex"?><PcGts/>',
    ],
)
def test_a_file_that_is_none_or_made_to_do_harm_is_refused(data: bytes) -> None:
    with pytest.raises(UsageError):
        read_lines(data, name="a.xml")


@pytest.mark.parametrize("form", [ExchangeFormat.PAGE_XML, ExchangeFormat.ALTO])
def test_what_goes_out_comes_back_the_same(made: TypedCase, form: ExchangeFormat) -> None:
    typed = ("أرسلوا إلى [عمر؟] <ثلاثة> & [...]", r"to al-[Omar?], see \[4\] now", "un[sure?][...]")
    with made.as_person("Layla Haddad") as case:
        for region, words in zip((FIRST, SECOND, THIRD), typed, strict=True):
            key_line(case, made.page, region, words)
        written = write_lines(made.page, lines_of(case.reading, made.letter, 1), form)
        (page,) = read_lines(written.encode(), name="a.xml")

        assert made.page == place_of(case.reading, page.image)
    expected = [(FIRST, typed[0].replace("؟", "?")), (SECOND, typed[1]), (THIRD, typed[2])]
    assert expected == [(line.region, line.typed) for line in page.lines]


def test_a_reading_with_a_number_that_no_program_writes_is_taken_as_the_first() -> None:
    line = _line("one").replace("<TextEquiv>", f'<TextEquiv index="{"9" * 5000}">')

    assert ["one"] == [each.typed for each in read_lines(_file(line), name="a.xml")[0].lines]


def test_text_that_comes_in_many_pieces_is_put_together_once() -> None:
    element = read_xml("<a>{}</a>".format("x\n&amp;" * 50_000).encode(), name="a.xml")

    assert ("x\n&" * 50_000, True) == (element.text, len(element.parts) < 100)
