"""What must hold for every text, not only for the ones somebody thought of."""

import itertools
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from kashf.language.person_names.finder import find_name
from kashf.language.person_names.parts import name_parts
from kashf.language.sounds.similarity import SAME_NAME, compare_words, skeleton, skeletons
from kashf.language.words.clitics import strip_proclitics
from kashf.language.words.folding import fold
from kashf.language.words.stemming import stem
from kashf.language.words.tokens import MAX_WORD_LENGTH, folded_words, words

#: The code points that make offsets hard, far more often than chance would bring them, beside any other.
TRAPS = (
    "اأإآٱىيةهؤئءکگیﷲﷺﻻﻷﷴ﷽ـًَُِّْٰٓٔۥ١۳½²㏂ﬁİıßŞé'’-_.@/ \n\t\x00\x1c\u200b\u200c\u200d\u200e\u200f"
    "\u202b\u202c\u2067\ufeff\ufe0f\u20e3😀🏽🇸हि्ก็가ガaAzZ09شمل'’relab"
)
TEXTS = st.text(st.one_of(st.sampled_from(TRAPS), st.characters(exclude_categories=["Cs"])), max_size=60)
EUROPEAN_AND_ARABIC = st.text(st.sampled_from("أإآؤئةىابتشمليéèüçŞşİğöàñйёάώ َُّ"), max_size=40)


@given(TEXTS)
@settings(max_examples=400)
def test_words_and_folded_words_always_agree(text: str) -> None:
    assert folded_words(text) == [word.folded for word in words(text)]


@given(TEXTS)
@settings(max_examples=400)
def test_places_grow_and_overlap_only_where_they_are_the_same(text: str) -> None:
    found = words(text)

    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert all(left.end <= right.start or (left.start, left.end) == (right.start, right.end) for left, right in itertools.pairwise(found))


@given(TEXTS)
@settings(max_examples=400)
def test_the_place_of_a_word_folds_to_the_word(text: str) -> None:
    for word in words(text):
        assert word.folded in folded_words(text[word.start : word.end])


@given(TEXTS)
@settings(max_examples=400)
def test_words_are_never_empty_nor_endless_and_folding_them_again_changes_nothing(text: str) -> None:
    for word in folded_words(text * 10):
        assert 0 < len(word) <= MAX_WORD_LENGTH
        assert word == fold(word)


@given(TEXTS)
@settings(max_examples=400)
def test_folding_twice_changes_nothing_and_keeps_the_words(text: str) -> None:
    assert fold(text) == fold(fold(text))
    assert folded_words(text) == folded_words(fold(text))


@given(EUROPEAN_AND_ARABIC)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


@given(TEXTS)
def test_stems_are_never_empty_and_clitics_leave_an_end_of_the_word(text: str) -> None:
    for word in folded_words(text):
        assert stem(word)
        assert all(word.endswith(rest) and 2 <= len(rest) < len(word) for rest in strip_proclitics(word))


#: Pieces from which names, near-names and what stands around them come about.
PIECES = ["أبو", "أبي", "لأبي", "ابو", "محمد", "مُحَمَّد", "محمود", "خالد", "الشمالي", "للشمالي", "الشمالية", "عبد", "الرحمن", "بن", "على"]
PIECES += [
    "Abu",
    "Mohammed",
    "al",
    "-",
    "Shamali",
    "Şemali",
    "Shamali's",
    "bin",
    "Khaled",
    "Abd",
    "ur-Rahman",
    "\n",
    "،",
    ".",
    "🔥",
    "ﷺ",
    "ﻷبي",
]
PAGES = st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join)


@given(st.sampled_from(["أبو محمد الشمالي", "Abu Mohammed al-Shamali", "Khaled bin Mohammed", "عبد الرحمن"]), PAGES)
@settings(max_examples=300)
def test_mentions_are_in_order_apart_and_say_what_stands_there(name: str, text: str) -> None:
    hits = find_name(name, text)

    assert all(text[hit.start : hit.end] == hit.text and hit.text.strip() for hit in hits)
    assert all(left.end <= right.start for left, right in itertools.pairwise(hits))
    assert all((hit.score >= 0.7) == (hit.level != "partial") for hit in hits)


@given(TEXTS, TEXTS)
def test_any_text_is_a_name_that_can_be_read_and_looked_for(name: str, text: str) -> None:
    assert all(part.words and all(part.words) for part in name_parts(name[:20]))
    assert find_name(name[:20], text) == find_name(name[:20], text)


@given(TEXTS, TEXTS)
def test_comparing_words_is_symmetric_and_bounded(left: str, right: str) -> None:
    there, back = compare_words(left, right), compare_words(right, left)

    assert 0 <= there.score <= 1
    assert there.score == back.score


@given(PAGES)
def test_words_that_are_the_same_name_share_a_skeleton(text: str) -> None:
    for left, right in itertools.combinations(dict.fromkeys(folded_words(text)), 2):
        assert compare_words(left, right).score < SAME_NAME or skeleton(right) in skeletons(left)
