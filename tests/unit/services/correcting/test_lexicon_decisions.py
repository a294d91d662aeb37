"""The lexicon of a case is signed as a whole, edited as a file, and taken back; a file that is none is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.letters.letter_lexicon import NO_LEXICON, LetterLexicon
from kashf.errors import NotAllowedError, NotFoundError, UsageError
from kashf.services.correcting.learn_letters import learn_letters, what_is_taught
from kashf.services.correcting.lexicon_decisions import keep_lexicon, lexicon_from_toml, lexicon_toml, take_lexicon_back
from kashf.services.letters.kept_lexicon import kept_lexicon
from tests.corrected import ORDER, letter_case, listed, read_letter_anew, say
from tests.transcribed import TypedCase, typed_case

OWN = LetterLexicon(labels=(("number", "رمز الضبط"), ("date", "طابعة")), openers=(("forbid", "يقفل الباب دون"),))
STRANGE = ORDER.replace("العدد", "رمز الضبط")


def kept(made: TypedCase) -> LetterLexicon:
    with made.reading() as case:
        return kept_lexicon(case)


def test_the_last_lexicon_is_followed_and_taken_back_the_one_before(tmp_path: Path) -> None:
    made = typed_case(tmp_path)
    with made.as_person("Nour") as case:
        keep_lexicon(case, OWN)
        second = keep_lexicon(case, NO_LEXICON)
        assert NO_LEXICON == kept(made)
        take_lexicon_back(case, second[:10])

    assert OWN == kept(made)
    with made.as_person("Rana") as case, pytest.raises(NotFoundError):
        take_lexicon_back(case, second)
    with made.reading() as case:
        from kashf.services.correcting.lexicon_decisions import lexicons_kept

        (first,) = lexicons_kept(case)
    with made.as_person("Rana") as case, pytest.raises(NotAllowedError):
        take_lexicon_back(case, first.signed.id)


def test_what_corrections_teach_is_learnt_once_it_is_signed_and_read_by_afterwards(tmp_path: Path) -> None:
    made = letter_case(tmp_path, STRANGE)
    say(made, "number", "3/6/104")
    with made.reading() as case:
        taught = what_is_taught(case)
    assert [("رمز الضبط", 1)] == [(each.phrase, taught.stands_in[each.phrase]) for each in taught.worth]

    with made.as_person("Nour") as case:
        learn_letters(case)
    read_letter_anew(made, STRANGE)
    read = listed(made).read
    assert read
    assert read.number
    assert "3/6/104" == read.number.normal


def test_nothing_is_learnt_where_nothing_is_taught(tmp_path: Path) -> None:
    made = letter_case(tmp_path)
    with made.as_person("Nour") as case, pytest.raises(UsageError, match="teach nothing"):
        learn_letters(case)


def test_a_lexicon_is_written_as_a_file_that_reads_the_same() -> None:
    assert OWN == lexicon_from_toml(lexicon_toml(OWN))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("labels = ", "lexicon-no-toml"),
        ("[nose]\na = ['b']", "lexicon-parts"),
        ("labels = 7", "lexicon-lists"),
        ("[labels]\nnumber = 'Token'", "lexicon-lists"),
        ("[labels]\nnose = ['Token']", "lexicon-codes"),
        ("[openers]\ndance = ['Token']", "lexicon-codes"),
        ("[labels]\nnumber = ['ab']", "lexicon-phrase"),
        ("[labels]\nnumber = ['No. 7']", "lexicon-phrase"),
        ("[labels]\nnumber = [" + "'Token'," * 501 + "]", "lexicon-size"),
    ],
)
def test_a_file_that_is_no_lexicon_is_refused(text: str, code: str) -> None:
    with pytest.raises(UsageError) as raised:
        lexicon_from_toml(text)

    assert code == raised.value.code
