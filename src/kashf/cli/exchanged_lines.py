"""What `kashf transcribe` shares with nobody else's commands: files of lines that go out and come in, drafts, and who is at work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kashf.cli.common import acting, opened
from kashf.cli.output import emit, emit_json, emit_jsonl, say
from kashf.errors import BadPathError, NotFoundError, UnmeasuredModelError, UsageError
from kashf.language.words.visible import isolate, visible_text
from kashf.show.counted import many

if TYPE_CHECKING:
    from kashf.domain.models.measured import LineDraft
    from kashf.domain.pages.regions import Region
    from kashf.domain.transcription.signed_words import PagePlace
    from kashf.ports.runtime import Worker
    from kashf.ports.taggers import Tagger
    from kashf.services.case.open import OpenCase, WritableCase
    from kashf.services.transcription.exchange.import_lines import ImportedPage
    from kashf.services.transcription.page_lines import TranscriptLine

#: Why a line of a file is not taken, and why a page of one.
_FAULTS: Final = {
    "no-region": "it does not say where it stands",
    "outside": "it stands outside of its picture",
    "no-text": "it has no text",
    "text": "it is too long, or holds what no keyboard types",
    "no-page": "no page of the case, or more than one, has a picture of this name; --page DOC#N says which",
    "other-picture": "the page's picture has another shape: it is of another picture",
    "nothing": "there is nothing in it to take",
}
#: What is open about lines that were written.
_OPEN: Final = {
    "waits": "{lines} to be typed by a second person",
    "disagreed": "{lines} that two persons typed differently",
    "uncertain": "{lines} with uncertain or illegible words",
    "brought": "{lines} brought in and typed by nobody known",
}


def export_lines(path: Path, folder: Path, *, form: str, only: PagePlace | None) -> int:
    """Write the lines that people typed, a file a page; of one page, or of all."""
    from kashf.services.transcription.exchange.write_lines import ExchangeFormat, picture_name, standing_tags, write_lines
    from kashf.services.transcription.page_lines import page_transcript_lines
    from kashf.services.transcription.typed_readings import all_transcripts

    if form not in set(ExchangeFormat):
        raise UsageError(f"--format is one of {', '.join(ExchangeFormat)}")
    chosen, ending = ExchangeFormat(form), "txt" if form == ExchangeFormat.TEXT else "xml"
    written, open_lines = 0, Counter[str]()
    with opened(path) as case:
        for place, transcript in sorted(all_transcripts(case.view).items(), key=lambda pair: pair[0]):
            lines = page_transcript_lines(case, place, transcript)
            if only in {None, place} and any(line.typed for line in lines):
                _write_file(folder / f"{picture_name(place).removesuffix('.png')}.{ending}", write_lines(place, lines, chosen))
                written += 1
                open_lines.update(tag for line in lines if line.typed for tag in standing_tags(line))
    say(f"{many(written, 'page')} written to {isolate(str(folder))}")
    _tell_open(open_lines, is_marked=chosen is not ExchangeFormat.TEXT)
    return 0


def _tell_open(lines: Mapping[str, int], *, is_marked: bool) -> None:
    """Say how many of the lines that were written are not done, and whether the files mark them."""
    told = [_OPEN[tag].format(lines=many(count, "line")) for tag, count in lines.items()]
    if told:
        say(f"of these, {', '.join(told)}: {'marked in the files' if is_marked else 'a text file cannot mark them; page-xml and alto do'}")


def _write_file(path: Path, content: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(content)
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be written'}; nothing that is there is written over") from error


def import_files(path: Path, files: Sequence[Path], given: PagePlace | None, *, as_person: str | None, how: tuple[bool, bool]) -> int:
    """Take in files of lines, and tell what became of each."""
    from kashf.services.transcription.exchange.import_lines import import_lines
    from kashf.show.transcription.transcription_answers import imported_answer

    found: list[ImportedPage] = []
    with deciding(path, as_person) as (case, taggers), sandbox_worker() as worker:
        for file in files:
            untrusted, name = _file_bytes(file), file.name
            shape_of = _Shapes(case.reading, worker)
            found += import_lines(case, untrusted, name=name, shape_of=shape_of, given=given, taggers=taggers)
    if how[1]:
        emit_jsonl(map(imported_answer, found))
    elif how[0]:
        emit_json({"pages": [imported_answer(page) for page in found]})
    else:
        for page in found:
            _print_imported(page)
    return 0 if all(page.taken for page in found) else 3


def _print_imported(page: ImportedPage) -> None:
    where = f"{page.place.document[:12]}#{page.place.page}" if page.place else "-"
    emit(f"{isolate(page.file)}  {visible_text(page.image)}  {where}  {many(page.taken, 'line')} taken")
    if page.fault:
        emit(f"  none taken: {_FAULTS[page.fault]}")
    for line in page.not_taken:
        emit(f"  line {line.number} not taken: {_FAULTS[line.fault]}")


class _Shapes:
    """Tells the shape of a page's picture."""

    def __init__(self, case: OpenCase, worker: Worker) -> None:
        self._case, self._worker = case, worker

    def __call__(self, place: PagePlace) -> float | None:
        """Return width by height; None where the page cannot be drawn."""
        from kashf.services.case.page_images import page_picture

        try:
            picture = page_picture(self._case, self._worker, place.document, page=place.page, longest_side=200)
        except NotFoundError:
            return None
        return picture.width / picture.height


def _file_bytes(path: Path) -> bytes:
    from kashf.services.transcription.exchange.xml_tree import MOST_BYTES

    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadPathError(f"{path}: {error.strerror or 'cannot be read'}") from error


@contextmanager
def deciding(path: Path, as_person: str | None) -> Iterator[tuple[WritableCase, Sequence[Tagger]]]:
    """Open a case for what somebody decides, with what finds names."""
    from kashf.bootstrap import make_taggers, open_to_decide

    settings = acting(path, as_person)
    with open_to_decide(path, settings=settings) as case:
        yield case, make_taggers(case.reading, english_model=settings.english_model)


@contextmanager
def sandbox_worker() -> Iterator[Worker]:
    """Open a place where pictures are drawn."""
    from kashf.bootstrap import make_sandbox
    from kashf.settings import load_settings

    with ExitStack() as stack:
        worker = make_sandbox(accept_unsafe=load_settings().accept_unsafe_parsing).worker()
        stack.callback(worker.close)
        yield worker


def drafts_of(case: OpenCase, place: PagePlace, lines: Sequence[TranscriptLine]) -> Mapping[Region, LineDraft]:
    """Return what the best measured model drafted before of the lines that nobody typed; nothing is run."""
    from kashf.bootstrap import draft_cache, model_room
    from kashf.services.models.draft_lines import drafting_model, kept_drafts
    from kashf.settings import load_settings

    try:
        able = drafting_model(case, model_room(load_settings()))
    except UnmeasuredModelError:
        return {}
    found = kept_drafts(case, draft_cache(case), place, [line.region for line in lines if line.is_untyped], by=able)
    return {draft.region: draft for draft in found if draft.line.text}


def draft_words(line: TranscriptLine, drafted: LineDraft | None) -> str:
    """Return what a machine read of a line, to be shown behind its number; "" for nothing, and for who is to type it blind."""
    if line.is_masked:
        return ""
    if drafted:
        measured = drafted.measured
        told = f"CER {measured.found.letters.value:.1%}, {measured.when:%Y-%m-%d}"
        return f"  {isolate(drafted.name)}, a machine ({told}): {isolate(drafted.line.text)}"
    return f"  machine ({line.confidence:.0%}): {isolate(line.draft)}" if line.draft else ""
