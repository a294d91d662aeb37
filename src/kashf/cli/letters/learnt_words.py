"""What corrections of letters teach, and the lexicon of a case as a file: `kashf letters CASE --learn` and `--lexicon`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kashf.cli.common import acting, checked_record, opened, opened_lines
from kashf.cli.forms.written_files import write_new
from kashf.cli.output import emit, emit_json, say
from kashf.errors import UsageError
from kashf.language.words.visible import shell_word
from kashf.show.counted import many

#: Bytes of a file with a lexicon.
_MOST_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class AskedWords:
    """What is asked of the words by which letters are read.

    Args:
        is_learning: Whether corrections are to teach some.
        taken_from: The file whose lexicon is to be followed.
        written_to: The file that the lexicon is to be written to.
        why: The reason.
        by: Who signs.
    """

    is_learning: bool
    taken_from: Path | None
    written_to: Path | None
    why: str
    by: str | None

    @property
    def is_asked(self) -> bool:
        """Whether anything is."""
        return self.is_learning or self.taken_from is not None or self.written_to is not None


def about_words(case: Path, asked: AskedWords, *, as_json: bool) -> int:
    """Do what is asked of the words by which letters are read, one thing at a time."""
    if sum((asked.is_learning, asked.taken_from is not None, asked.written_to is not None)) > 1:
        raise UsageError("--learn, --lexicon and --lexicon-out are asked for one at a time")
    if asked.taken_from:
        return _put_lexicon(case, asked.taken_from, why=asked.why, by=asked.by)
    if asked.written_to:
        return _write_lexicon(case, asked.written_to)
    return _learn(case, why=asked.why, by=asked.by, as_json=as_json)


def _learn(case: Path, *, why: str, by: str | None, as_json: bool) -> int:
    """Print what corrections teach and, where somebody signs it, let letters be read by it; returns 1 where they teach nothing."""
    from kashf.bootstrap import open_to_decide
    from kashf.services.correcting.learn_letters import learn_letters, what_is_taught
    from kashf.show.letters.told_lessons import lesson_line, taught_answer

    with opened(case) as reading:
        taught = what_is_taught(reading)
    if as_json:
        emit_json(taught_answer(taught))
    else:
        for each in taught.lessons:
            emit(lesson_line(each, taught.stands_in.get(each.phrase, 0)))
    say(f"held against {many(taught.judged, 'letter')} that people judged; a phrase that any of them contradicts is not learnt")
    if not taught.worth:
        return 1
    if by is None:
        say(f"to learn them, sign: kashf letters {shell_word(str(case))} --learn --as NAME")
        return 0
    with open_to_decide(case, settings=acting(case, by)) as writable:
        entry = learn_letters(writable, why=checked_record(why, what="--why"))
    _tell_written(case, entry)
    return 0


def _put_lexicon(case: Path, file: Path, *, why: str, by: str | None) -> int:
    """Let letters be read by the lexicon of a file, in place of what was learnt."""
    from kashf.bootstrap import decode_list, open_to_decide
    from kashf.services.correcting.lexicon_decisions import keep_lexicon, lexicon_from_toml

    with opened_lines(file) as (lines, called):
        data = lines.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise UsageError(f"{called} is larger than {_MOST_BYTES:,} bytes: no lexicon")
    text, _ = decode_list(data, name=called)
    lexicon = lexicon_from_toml(text)
    with open_to_decide(case, settings=acting(case, by)) as writable:
        entry = keep_lexicon(writable, lexicon, why=checked_record(why, what="--why"))
    _tell_written(case, entry)
    return 0


def _write_lexicon(case: Path, file: Path) -> int:
    """Write the lexicon of a case to a file that people edit; "-" prints it."""
    from kashf.services.correcting.lexicon_decisions import lexicon_toml
    from kashf.services.letters.kept_lexicon import kept_lexicon

    with opened(case) as reading:
        text = lexicon_toml(kept_lexicon(reading))
    if str(file) == "-":
        emit(text.rstrip("\n"))
    else:
        write_new({file: text.encode("utf-8")})
    return 0


def _tell_written(case: Path, entry: str) -> None:
    emit(entry)
    say(f"letters are read with it once they are read again: kashf process {shell_word(str(case))}")
