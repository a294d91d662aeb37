from __future__ import annotations

from pathlib import Path

from kashf.domain.document import MarkKind
from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.engines.libmagic import LibmagicIdentifier
from kashf.sandboxed.engines.office.visio.visio_reader import VisioReader
from tests.apple_files import visio
from tests.documents import source_of

TYPE = "application/vnd.ms-visio.drawing"


def read(folder: Path, content: bytes) -> Extract:
    return VisioReader().read(source_of(folder, content, TYPE), limits=Limits())


def test_shapes_in_groups_their_data_and_their_links_are_read_in_order(tmp_path: Path) -> None:
    data = '<Section N="Property"><Row><Cell N="Label" V="Driver"/><Cell N="Value" V="Qasim"/><Cell N="Type" V="0"/></Row></Section>'
    link = '<Section N="Hyperlink"><Row><Cell N="Address" V="https://lantern.example"/></Row></Section>'
    group = '<Shape ID="3"><Shapes><Shape ID="4"><Text>Inside</Text></Shape></Shapes></Shape>'

    content = visio(f'<Shape ID="1"><Text>Bridge <cp IX="0"/>north\n</Text>{data}</Shape>{group}<Shape ID="5">{link}</Shape>')

    assert TYPE == LibmagicIdentifier().identify(source_of(tmp_path, content))
    assert ["Convoy plan\nBridge north\nDriver: Qasim\nInside\nhttps://lantern.example"] == [
        page.text for page in read(tmp_path, content).pages
    ]


def test_what_a_shape_does_not_say_its_master_says(tmp_path: Path) -> None:
    shapes = '<Shape ID="1" Master="0"/><Shape ID="2" Master="0"><Text>Own</Text></Shape><Shape ID="3" Master="7"/>'

    [page] = read(tmp_path, visio(shapes, masters='<Shape ID="9"><Text>Checkpoint</Text></Shape>')).pages

    assert "Convoy plan\nCheckpoint\nOwn" == page.text


def test_comments_are_marked_with_who_and_when(tmp_path: Path) -> None:
    authors = '<AuthorList><AuthorEntry ID="1" Name="R. Sahin"/></AuthorList>'
    listed = '<CommentList><CommentEntry AuthorID="1" PageID="0" Date="2016-03-04T10:00:00">Ask him</CommentEntry></CommentList>'

    [page] = read(tmp_path, visio("", comments=authors + listed)).pages

    assert ["R. Sahin, 2016-03-04: Ask him"] == [page.text[mark.start : mark.end] for mark in page.marks if mark.kind is MarkKind.COMMENT]
