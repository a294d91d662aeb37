"""The pile of letters is the same every time, its truth is true, and it shows what real letters show as often as they do."""

from __future__ import annotations

import datetime as dt
import difflib
import email
import html
import json
import re
from collections.abc import Iterator, Mapping
from email.policy import default
from hashlib import sha256
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import docx
import openpyxl  # type: ignore[import-untyped]  # openpyxl ships no types
import pypdfium2
import pytest

from examples.siege import make_acts
from examples.siege.acts.build import Wanted, build_pile, draft_pile
from examples.siege.acts.kept_back_world import KEPT
from examples.siege.acts.kit import ActsKit, Book
from examples.siege.acts.scribe import Letter, Scribe
from examples.siege.acts.series import OUT_OF_ORDER, like_a_date, normal, turned
from examples.siege.acts.setting import PAPER, file_letter, text_of
from examples.siege.acts.shares import MEASURES
from examples.siege.acts.world import SHOWN
from examples.siege.dates import to_hijri

pytestmark = pytest.mark.slow

README = Path(make_acts.__file__).with_name("README.md")
Row = dict[str, Any]
KITS = pytest.mark.parametrize("kit", [SHOWN, KEPT], ids=lambda kit: kit.name)


class Made:
    """A pile and its truth."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def rows(self, name: str) -> list[Row]:
        return [json.loads(line) for line in (self.out / "truth" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]

    def text(self, row: Row) -> str:
        return (self.out / row["text"]).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    out = tmp_path_factory.mktemp("acts") / "pile"
    build_pile(SHOWN, Wanted(3, 220), out)
    return Made(out)


def written(kit: ActsKit, letters: int, seed: int = 5) -> tuple[list[Letter], Any]:
    """Return the letters of a pile without files, and the pile."""
    pile = draft_pile(kit, Wanted(seed, letters))
    scribe = Scribe(pile.realm, pile.registry, pile.papers, seed)
    return [scribe.write(paper) for paper in pile.surviving()], pile


@pytest.fixture(scope="module", params=[SHOWN, KEPT], ids=lambda kit: kit.name)
def large(request: pytest.FixtureRequest) -> tuple[list[Letter], Any]:
    return written(request.param, 1500)


def fingerprint(folder: Path) -> str:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return sha256(b"".join(str(path.relative_to(folder)).encode() + path.read_bytes() for path in paths)).hexdigest()


def day(words: str) -> dt.date:
    return dt.date.fromisoformat(words)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_or_other_wordings_others(tmp_path: Path) -> None:
    for name, kit, seed in (("one", SHOWN, 5), ("two", SHOWN, 5), ("other", SHOWN, 6), ("kept", KEPT, 5)):
        build_pile(kit, Wanted(seed, 40, 0.1), tmp_path / name)
    prints = {name: fingerprint(tmp_path / name) for name in ("one", "two", "other", "kept")}

    assert prints["one"] == prints["two"]
    assert 3 == len(set(prints.values()))


@pytest.mark.parametrize("letters", [1, 7, 60])
def test_there_are_as_many_letters_as_asked_for(letters: int) -> None:
    assert letters == len(draft_pile(SHOWN, Wanted(2, letters)).surviving())


def test_every_file_is_known_and_every_letter_has_its_own(made: Made) -> None:
    on_disk = {str(path.relative_to(made.out / "files")) for path in (made.out / "files").rglob("*") if path.is_file()}
    told = [path for row in made.rows("letters") for path in (row["file"], *row["continued_in"])]

    assert on_disk == {*told, *(row["file"] for row in made.rows("registers"))}
    assert len(told) == len(set(told))


def values(row: Row) -> Iterator[tuple[str, str]]:
    """Yield fields of a letter with the words that the truth has of them."""
    for field, told in (("number", row["number"]), ("second_number", row["second_number"])):
        if told:
            yield field, told["written"]
    for field in ("subject", "title", "from", "place_of_issue", "classification"):
        if row[field]:
            yield field, row[field]
    if row["written"]:
        yield "written", row["written"]["text"]
    yield from ((each["field"], each["text"]) for each in row["dates"])
    for name in ("addressees", "references", "enclosures", "copies"):
        yield from ((f"{name}.{place}", each["text"]) for place, each in enumerate(row[name]) if name != "references")
    for place, act in enumerate(act for act in row["acts"] if act["kind"] != "execute"):
        yield from ((f"acts.{place}.{part}", act[part]["text"]) for part in ("agent", "place", "from", "to", "deadline") if act[part])


def test_the_words_at_a_span_are_those_of_its_field(made: Made) -> None:
    checked = 0
    for row in made.rows("letters"):
        text = made.text(row)
        spans = {span["field"]: text[span["start"] : span["end"]] for span in row["spans"]}
        for field, words in values(row):
            checked += 1
            assert words == spans[field], (row["id"], field)

    assert checked > 1000


def words_of(path: Path, member: str | None) -> str:
    """Return what a plain reader gets out of a file that is no PDF."""
    match path.suffix:
        case ".docx":
            return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
        case ".html":
            return html.unescape(re.sub("<[^>]+>", "", path.read_text(encoding="utf-8")))
        case ".eml":
            mail = email.message_from_bytes(path.read_bytes(), policy=default)
            if member is None:
                return str(mail.get_body().get_content())  # type: ignore[union-attr]  # each has a body
            (attached,) = (each for each in mail.iter_attachments() if each.get_filename() == member)
            if member.endswith(".pdf"):
                return ""
            return "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(attached.get_content())).paragraphs)
    return path.read_text(encoding="utf-8")


def plain(words: str) -> str:
    """Return words without what a format may put around a stamp."""
    return " ".join(words.replace("(", "").replace(")", "").split())


def test_a_file_says_what_its_text_says(made: Made) -> None:
    kinds = set()
    for row in made.rows("letters"):
        path = made.out / "files" / row["file"]
        if row["kind"] == "pdf":
            assert 1 <= len(pypdfium2.PdfDocument(path)) <= 2
        elif words := words_of(path, row["member"]):
            kinds.add(row["kind"])
            lines = [line for line in made.text(row).splitlines() if len(line) > 3]
            assert [] == [line for line in lines if plain(line) not in plain(words)]

    assert {"txt", "docx", "html", "eml"} == kinds


def test_a_text_file_is_the_text_that_spans_count_in(made: Made) -> None:
    texts = [row for row in made.rows("letters") if row["kind"] == "txt"]

    assert texts
    assert [] == [row["id"] for row in texts if (made.out / "files" / row["file"]).read_bytes().decode() != made.text(row) + "\n"]


def test_numbers_are_unique_in_their_series_and_rise_with_the_days_but_for_a_few(large: tuple[list[Letter], Any]) -> None:
    _, pile = large
    wrong = pairs = 0
    series: dict[tuple[str, int], list[Any]] = {}
    for each in pile.registry.issued:
        series.setdefault((each.office, each.year), []).append(each)
    for issued in series.values():
        assert len(issued) == len({each.serial for each in issued})
        known = [pile.papers[each.paper].day for each in issued if each.paper]
        pairs += len(known)
        wrong += sum(before > after for before, after in pairwise(known))

    assert OUT_OF_ORDER[0] / 2 < wrong / pairs < OUT_OF_ORDER[1]


def test_a_letter_shows_the_number_of_its_series(large: tuple[list[Letter], Any]) -> None:
    letters, _ = large
    shown = [letter.row for letter in letters if letter.row["number"] and not letter.row["forged"]]

    assert [] == [row["number"] for row in shown if str(row["serial"]) not in row["number"]["normal"].split("/")]
    assert any(row["number"]["like_a_date"] for row in shown)
    assert any(row["second_number"] for row in shown)


def test_a_reference_says_of_a_paper_what_is_so_but_for_wrong_dates(large: tuple[list[Letter], Any]) -> None:
    letters, pile = large
    there = {letter.row["id"] for letter in letters}
    checked = 0
    for row in (letter.row for letter in letters):
        for each in row["references"]:
            cited = pile.papers.get(each["cited"])
            assert (each["letter"] is not None) == (cited is not None and cited.id in there)
            assert each["number"] or each["date"] or each["author"]
            if cited and each["number"]:
                number = pile.registry.words(cited)
                assert each["number"]["normal"] == (turned(number) if each["turned"] else normal(number))
            if cited and each["date"]:
                checked += 1
                assert cited.day <= pile.papers[row["id"]].day
                assert abs((day(each["date"]["earliest"]) - cited.day).days - each["wrong_by_days"]) <= 2 * each["date"]["slack_days"]

    assert checked > 300


def test_references_run_from_none_to_fifteen_with_dead_ends_and_shared_heads(large: tuple[list[Letter], Any]) -> None:
    letters, _ = large
    every = [each for letter in letters for each in letter.row["references"]]

    assert max(len(letter.row["references"]) for letter in letters) >= 10
    assert any(each["cited"] and not each["letter"] for each in every)
    assert any(not each["cited"] for each in every)
    assert any(each["turned"] for each in every)
    assert any(each["wrong_by_days"] for each in every)


def test_who_signs_held_the_post_on_that_day_unless_a_forger_did_not_know(large: tuple[list[Letter], Any]) -> None:
    letters, pile = large
    signed = [
        letter.row
        for letter in letters
        if letter.row["signatory"] and letter.row["signatory"]["post"] and letter.row["signatory"]["person"]
    ]
    right = {
        row["id"]: pile.realm.holder(row["office"], row["signatory"]["post"], day(row["true_day"])) == row["signatory"]["person"]
        for row in signed
    }

    assert {row["id"] for row in signed if row["forged"] and "wrong_signer" in row["forged"]["how"]} == {
        key for key, fits in right.items() if not fits
    }


def test_a_post_changed_hands_on_the_days_of_its_papers(large: tuple[list[Letter], Any]) -> None:
    _, pile = large
    appointments = [
        paper for paper in pile.papers.values() if paper.tenure and paper.speech == "appointment" and not (paper.forged or paper.twin_of)
    ]

    assert appointments
    for paper in appointments:
        new = next(act for act in paper.acts if act.kind == "appoint")
        firsts = [each.first for each in pile.realm.tenures if (each.office, each.post, each.person) == (*paper.tenure, new.persons[0])]
        assert 0 <= (firsts[0] - paper.day).days <= 5


def test_a_quoted_order_is_of_another_office_and_came_down_within_a_week(large: tuple[list[Letter], Any]) -> None:
    letters, pile = large
    quoting = [letter.row for letter in letters if any(act["quoted_from"] for act in letter.row["acts"])]

    assert quoting
    for row in quoting:
        for act in row["acts"]:
            first = pile.papers[act["quoted_from"]]
            assert act["authority"] == first.office
            assert 0 <= (day(row["true_day"]) - first.day).days <= 7 + 7 * bool(row["twin_of"])


def test_a_link_leads_to_an_older_paper_of_the_same_thread_or_its_pair(large: tuple[list[Letter], Any]) -> None:
    _, pile = large
    kinds = {link.kind for link in pile.plot.links}

    assert {
        "passes_on",
        "acknowledges",
        "reports",
        "completes",
        "cancels",
        "answers",
        "reminds",
        "encloses",
        "permits",
        "pairs_with",
    } <= kinds
    for link in pile.plot.links:
        source, target = pile.papers[link.source], pile.papers[link.target]
        assert source.thread == target.thread
        assert source.day >= target.day


def test_a_near_twin_differs_in_few_lines_and_a_translation_shows_the_same_fields(large: tuple[list[Letter], Any]) -> None:
    letters, pile = large
    by_id = {letter.row["id"]: letter for letter in letters}
    scribe = Scribe(pile.realm, pile.registry, pile.papers, 5)
    twins = [letter for letter in letters if letter.row["twin_of"]]
    translations = [letter for letter in letters if letter.row["translation_of"]]

    assert twins
    assert translations
    for twin in twins:
        first = by_id.get(twin.row["twin_of"]) or scribe.write(pile.papers[twin.row["twin_of"]])
        lines = [text_of(each.lines).splitlines() for each in (first, twin)]
        changed = [line for line in difflib.ndiff(*lines) if line.startswith("+ ")]
        assert 1 <= len(changed) <= 6
    for letter in translations:
        first = by_id[letter.row["translation_of"]]
        for field in ("number", "written", "signatory", "stamp"):
            assert bool(letter.row[field]) == bool(first.row[field]), field
        if letter.row["number"]:
            assert letter.row["number"]["normal"] == first.row["number"]["normal"]
        if letter.row["written"] and letter.row["written"]["calendar"] == "hijri" and letter.row["written"]["state"] == "complete":
            assert letter.row["written"]["bracketed"]


def test_a_second_exemplar_is_the_same_letter_in_another_state(large: tuple[list[Letter], Any]) -> None:
    letters, _ = large
    by_id = {letter.row["id"]: letter.row for letter in letters}
    exemplars = [letter.row for letter in letters if letter.row["exemplar_of"]]

    assert {"draft", "file_copy"} <= {row["state"] for row in exemplars}
    for row in exemplars:
        first = by_id[row["exemplar_of"]]
        assert [act["text"] for act in row["acts"]] == [act["text"] for act in first["acts"]]
        assert (row["written"] and row["written"]["text"]) == (first["written"] and first["written"]["text"])
        if row["state"] == "draft":
            assert row["number"] is None
            assert row["signatory"] is None
        else:
            assert row["number"] == first["number"]


def test_what_was_done_lies_before_the_letter_and_what_is_planned_after_it(large: tuple[list[Letter], Any]) -> None:
    told = {"done": 0, "planned": 0}
    for letter in large[0]:
        for act in letter.row["acts"]:
            if act["day"]:
                told[act["force"]] += 1
                apart = (day(act["day"]["earliest"]) - day(letter.row["true_day"])).days
                assert apart >= -2 if act["force"] == "planned" else apart <= 2

    assert all(told.values())


def test_a_forgery_shows_what_is_wrong_with_it(large: tuple[list[Letter], Any]) -> None:
    letters, pile = large
    forgeries = [letter.row for letter in letters if letter.row["forged"]]

    assert forgeries
    for row in forgeries:
        how = row["forged"]["how"]
        assert how
        if "old_name" in how:
            assert row["issuer"]["lines"][-1] in pile.realm.kit.old_names[row["office"]].values()
        if "gregorian_alone" in how:
            assert "gregorian" == row["written"]["calendar"]
        if "no_number" in how:
            assert row["number"] is None
        if "old_scheme" in how:
            assert row["number"]["normal"].endswith("/X")


def test_days_in_two_calendars_differ_as_the_truth_says(large: tuple[list[Letter], Any]) -> None:
    letters, _ = large
    pairs = [letter.row["written"] for letter in letters if letter.row["written"] and letter.row["written"]["calendar"] == "both"]

    assert pairs
    for pair in pairs:
        said = {each["calendar"]: day(each["earliest"]) for each in pair["said"]}
        assert pair["difference_days"] == (said["gregorian"] - said["hijri"]).days
        if pair["difference"] == "off_by_one":
            assert 1 == abs(pair["difference_days"])
    assert 0.04 < sum(pair["difference"] != "agree" for pair in pairs) / len(pairs) < 0.5


def test_a_whole_date_of_writing_is_the_true_day_within_its_slack(large: tuple[list[Letter], Any]) -> None:
    letters, _ = large
    whole = [letter.row for letter in letters if letter.row["written"] and letter.row["written"]["state"] == "complete"]

    far = [row for row in whole if abs((day(row["written"]["earliest"]) - day(row["true_day"])).days) > row["written"]["slack_days"]]
    assert len(far) / len(whole) < 0.03  # a Hijri month two days off, as a few are
    month = [letter.row for letter in letters if letter.row["written"] and letter.row["written"]["state"] == "no_day"]
    assert month
    assert [] == [row["id"] for row in month if not row["written"]["earliest"] <= row["true_day"] <= row["written"]["latest"]]


def test_a_deadline_is_resolved_only_where_the_letter_tells_the_day(large: tuple[list[Letter], Any]) -> None:
    letters, _ = large
    rules = set()
    for letter in letters:
        for act in letter.row["acts"]:
            if deadline := act["deadline"]:
                rules.add(deadline["rule"])
                if deadline["resolved"] and deadline["rule"] == "within_letter":
                    assert (day(deadline["resolved"]) - day(letter.row["written"]["earliest"])).days == deadline["n"]
                if deadline["rule"] in {"within_receipt", "every", "week", "at_once", "date_set", "until_notice"}:
                    assert deadline["resolved"] is None

    assert {"within_receipt", "within_letter", "date", "every", "week", "at_once"} <= rules


def test_from_and_to_are_told_only_where_they_are_said(large: tuple[list[Letter], Any]) -> None:
    letters, _ = large
    moves = [(letter, act) for letter in letters for act in letter.row["acts"] if act["kind"] in {"deliver", "transfer", "withdraw"}]

    assert any(act["from"] is None and act["to"] is None for _, act in moves)
    assert [] == [
        letter.row["id"] for letter, act in moves for part in ("from", "to") if act[part] and act[part]["text"] not in act["text"]
    ]


def test_an_undated_letter_lies_between_its_neighbours_where_the_truth_says_so(made: Made) -> None:
    told = [row for row in made.rows("letters") if row["bounds"]]

    assert told
    for row in told:
        low, high = row["bounds"]["earliest"] or "0000", row["bounds"]["latest"] or "9999"
        assert row["bounds"]["holds"] == (low <= row["true_day"] <= high)


def test_what_survives_is_in_the_pile_and_less_where_something_happened(large: tuple[list[Letter], Any]) -> None:
    letters, pile = large
    plain = [paper for paper in pile.papers.values() if not (paper.twin_of or paper.translation_of or paper.forged)]
    rows = pile.fate.rows(plain)

    def share(emptied: bool) -> float:
        these = [row for row in rows if row["emptied"] is emptied]
        return sum(row["surviving"] for row in these) / sum(row["issued"] for row in these)

    assert {letter.row["id"] for letter in letters} == {paper.id for paper in pile.surviving()}
    assert share(True) < 0.25
    assert share(False) > 0.4


def test_registers_list_papers_that_are_there_and_papers_that_are_not(made: Made) -> None:
    registers = made.rows("registers")
    there = {row["id"] for row in made.rows("letters")}
    rows = [row for register in registers for row in register["rows"]]

    assert {"outgoing", "incoming"} == {register["kind"] for register in registers}
    assert any(row["letter"] for row in rows)
    assert any(row["paper"] and not row["letter"] for row in rows)
    assert [] == [row for row in rows if row["letter"] and row["letter"] not in there]
    for register in registers:
        if register["file"].endswith(".xlsx"):
            book = openpyxl.load_workbook(made.out / "files" / register["file"])
            cells = {str(cell.value) for sheet in book for line in sheet for cell in line if cell.value is not None}
            assert [] == [row for row in register["rows"] if row["cells"][0] not in cells and row["cells"][0].lstrip("0") not in cells]


@pytest.mark.parametrize("side", ["group", "state"])
def test_letters_show_each_field_about_as_often_as_real_ones(large: tuple[list[Letter], Any], side: str) -> None:
    rows = [letter.row for letter in large[0] if letter.row["side"] == side]
    # Not aimed at: the state's real orders were a ruler's own, without offices below, copies and names; most of ours name somebody.
    aside = {"state": ("issuing office", "copy to", "person named", "blank"), "group": ("person named", "two instructions")}[side]
    far = {}
    for measure in MEASURES:
        told = measure.group if side == "group" else measure.state
        if "/" in told and not measure.name.startswith(aside):
            part, whole = map(int, told.split("/"))
            share = sum(measure.holds(row) for row in rows) / len(rows)
            if abs(share - part / whole) > 0.13:
                far[measure.name] = (round(share, 2), round(part / whole, 2))

    assert {} == far


@KITS
def test_every_language_has_words_for_everything_that_its_letters_say(kit: ActsKit) -> None:
    for seed in range(20, 24):
        letters, _ = written(kit, 400, seed)
        assert {"ar", "en", "fr", "tr", "fa"} == {letter.row["language"] for letter in letters}
        assert [] == [letter.row["id"] for letter in letters if re.search(r"\{\w*\}|None", text_of(letter.lines))]


def templates(book: Book) -> set[str]:
    """Return what a book says in sentences: its deeds, frames, papers, references, quotations and deadlines."""
    told: list[Mapping[str, tuple[str, ...]]] = [book.deeds, book.frames, book.papers, book.refs, book.when, book.reasons, book.hands]
    words = {each for mapping in told for choices in mapping.values() for each in choices}
    return {*words, *book.ref, *book.quotes, *book.validity, *book.executor, *book.received} - {"{M}", "{m}", "{p}", "{V}"}


@pytest.mark.parametrize("language", ["ar", "en", "fr", "tr", "fa"])
def test_the_wordings_that_are_kept_back_share_none_with_those_that_are_shown(language: str) -> None:
    shown, kept = SHOWN.books[language], KEPT.books[language]

    assert set() == templates(shown) & templates(kept)
    assert set() == set(shown.heads) & set(kept.heads)
    assert set() == {deed.split("|")[0] for deeds in shown.deeds.values() for deed in deeds} & {
        deed.split("|")[0] for deeds in kept.deeds.values() for deed in deeds if "|" in deed
    }
    if language in {"ar", "en"}:
        assert set() == {*shown.items.values(), *shown.topics.values(), *shown.classes.values()} & {
            *kept.items.values(), *kept.topics.values(), *kept.classes.values(),
        }  # fmt: skip


def test_offices_people_and_typefaces_that_are_kept_back_are_others() -> None:
    names = [{name for office in kit.offices for name in office.names.values()} for kit in (SHOWN, KEPT)]

    assert set() == names[0] & names[1]
    assert set() == set(SHOWN.fonts) & set(KEPT.fonts)
    assert SHOWN.half != KEPT.half


@pytest.mark.parametrize("container", PAPER)
def test_a_letter_on_paper_is_a_picture(container: str) -> None:
    letters, _ = written(SHOWN, 12)
    filed = file_letter(letters[0], "a", container, Random(1), fonts=SHOWN.fonts)
    again = file_letter(letters[0], "a", container, Random(1), fonts=SHOWN.fonts)

    assert filed == again
    assert filed.facts["origin"] in {"scan", "photo"}
    assert all(data for _, data in filed.files)


@pytest.mark.parametrize(("number", "told"), [("3/15/2014", True), ("١٢ / ٣ / ١٤٣٥", True), ("3/6/104", False), ("س/12/2014", False)])
def test_a_number_that_could_be_a_day_is_known_for_one(number: str, told: bool) -> None:
    assert told is like_a_date(number)


def test_a_hijri_day_of_the_group_is_off_by_the_same_in_all_letters_of_its_month(large: tuple[list[Letter], Any]) -> None:
    letters, _ = large
    found: dict[tuple[str, int, int], set[int]] = {}
    for letter in letters:
        told = letter.row["written"]
        if told and told["calendar"] == "hijri" and told["state"] == "complete" and letter.row["language"] == "ar":
            true = day(letter.row["true_day"])
            hijri = to_hijri(true)
            found.setdefault((letter.row["side"], hijri.year, hijri.month), set()).add((true - day(told["earliest"])).days)

    assert [] == [key for key, apart in found.items() if len(apart) > 1]
    assert {0, 1, -1} <= {apart for each in found.values() for apart in each}


def test_the_shares_of_a_pile_can_be_printed(made: Made, capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == make_acts.main(["--shares", str(made.out)])
    told = capsys.readouterr().out

    assert "220 letters" in told
    assert all(measure.name in told for measure in MEASURES)


def test_nothing_is_written_into_a_folder_that_has_something_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("x")

    assert 2 == make_acts.main(["--letters", "3", "--out", str(tmp_path)])
    assert "is not empty" in capsys.readouterr().err


def test_the_readme_explains_every_key_of_the_truth(made: Made) -> None:
    explained = set(re.findall(r"`([a-z_]+)`", README.read_text(encoding="utf-8").partition("# A pile of letters")[2]))
    keys: set[str] = set()

    def gather(value: object, *, below: str = "") -> None:
        if isinstance(value, dict) and below not in {"names", "old_names", "their_date"}:
            keys.update(value)
            for key, each in value.items():
                gather(each, below=key)
        elif isinstance(value, list):
            for each in value:
                gather(each, below=below)

    for path in sorted((made.out / "truth").iterdir()):
        gather(made.rows(path.stem))
    assert set() == {key for key in keys if key not in {"ar", "en"}} - explained
