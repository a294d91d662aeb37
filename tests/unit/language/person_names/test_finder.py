import pytest

from kashf.domain.reasons import NameReason, ReasonCode
from kashf.errors import UsageError
from kashf.language.person_names.finder import NameQuery, find_name, prepare_name
from kashf.language.person_names.parts import PartKind, name_parts
from kashf.language.sounds.similarity import skeleton

KUNYA = "أبو محمد الشمالي"
KUNYA_LATIN = "Abu Mohammed al-Shamali"


def found(name: str, text: str) -> list[tuple[str, str]]:
    """What stands in the text, and how sure it is."""
    return [(hit.text, hit.level) for hit in find_name(name, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الشيخ أبو محمد الشمالي", [("title", ("الشيخ",)), ("kunya", ("محمد",)), ("nisba", ("شمالي",))]),
        ("Abu Mohammed al Shamali", [("kunya", ("mohammed",)), ("nisba", ("shamali",))]),
        ("Ebu Muhammed eş-Şemali", [("kunya", ("muhammed",)), ("nisba", ("semali",))]),
        ("أبي عبد الرحمن", [("kunya", ("عبد", "رحمن"))]),
        ("Abu Abdurrahman an-Naimi", [("kunya", ("abd", "rahman")), ("nisba", ("naimi",))]),
        ("عبدالله بن عبدالعزيز", [("ism", ("عبد", "الله")), ("nasab", ("عبد", "عزيز"))]),
        ("Commander Abdul Rahman al-Qahtani", [("title", ("commander",)), ("ism", ("abd", "rahman")), ("nisba", ("qahtani",))]),
        ("Samir Haddad", [("ism", ("samir",)), ("laqab", ("haddad",))]),
        ("Umm Khaled", [("kunya", ("khaled",))]),
        ("أحمد محمد خالد الحلبي", [("ism", ("احمد",)), ("nasab", ("محمد",)), ("nasab", ("خالد",)), ("nisba", ("حلبي",))]),
        ("ابومحمد الشمالي", [("kunya", ("محمد",)), ("nisba", ("شمالي",))]),
        ("Noureddine Zenki", [("ism", ("nour", "din")), ("nisba", ("zenki",))]),
        ("نور الدين زنكي", [("ism", ("نور", "دين")), ("nisba", ("زنكي",))]),
        ("Salah al-Din al-Ayyubi", [("ism", ("salah", "din")), ("nisba", ("ayyubi",))]),
        ("Abu'l-Walid", [("kunya", ("walid",))]),
        ("خالد بن الوليد", [("ism", ("خالد",)), ("nasab", ("وليد",))]),
        ("Nasrallah", [("ism", ("nasr", "allah"))]),
        ("Aboud", [("ism", ("aboud",))]),
        ("الشمالي", [("nisba", ("شمالي",))]),
        ("bin", [("ism", ("bin",))]),
        ("--", []),
        ("", []),
    ],
    ids=str,
)
def test_name_parts_when_a_name_is_read_then_each_part_has_its_kind(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert expected == [(part.kind.value, part.words) for part in name_parts(text)]


@pytest.mark.parametrize(
    "text",
    [
        "أبو محمد الشمالي",
        "ابو محمد الشمالى",
        "أبي محمد الشمالي",
        "أبا محمد الشمالي",
        "أبُو مُحَمَّدٍ الشَّمَالِيّ",
        "أبو محمـــد الشمـالي",
        "أبو محمد\nالشمالي",
        "أبو محمد - الشمالي",
        "أبو «محمد» الشمالي",
        "ﺃﺑﻮ ﻣﺤﻤﺪ ﺍﻟﺸﻤﺎﻟﻲ",
        "ابو  محمد\u200f الشمالي",
        "أبو محمد شمالي",
    ],
)
def test_find_name_when_arabic_writes_the_same_name_then_it_is_exact(text: str) -> None:
    assert [(text, "exact")] == found(KUNYA, f"قال {text}، ثم ذهب")


@pytest.mark.parametrize(
    "text",
    [
        "Abu Mohammed al-Shamali",
        "Abu Muhammad ash-Shamali",
        "Abou Mohamed al-Chamali",
        "Abou Mohammed ech-Chemali",
        "Abu Mohamad Al Shamaly",
        "Ebu Muhammed eş-Şemali",
        "Ebu Muhammed es-Semali",
        "Abu Mohammed asch-Schamali",
        "Abū Muḥammad al-Šamālī",
        "ABU MOHAMMED AL-SHAMALI",
        "Abu Mohammed Shimali",
        "AbuMohammed al-Shamali",
        "Abu-Mohammed\nal-Shamali",
        "ابومحمد الشمالي",
        "Abu Mohammed Khaled al-Shamali",
        "أبو محمد خالد بن وليد الشمالي",
        "Abu Mohd. al-Shamali",
        "Abu Muhd Shamali",
        "Bu Mohammed al-Shamali",
        "بو محمد الشمالي",
        "بومحمد الشمالي",
        "Shamali, Abu Mohammed",
        "الشمالي، أبو محمد",
    ],
)
@pytest.mark.parametrize("name", [KUNYA, KUNYA_LATIN, "Ebu Muhammed eş-Şemali", "Abou Mohamed al-Chamali"])
def test_find_name_when_spelled_in_another_way_then_it_is_full(name: str, text: str) -> None:
    hits = find_name(name, f"({text}) 123")

    assert [text] == [hit.text for hit in hits]
    assert {hit.level for hit in hits} <= {"exact", "spelling"}
    assert all(hit.score >= 0.8 for hit in hits)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كتب وأبو محمد الشمالي", "أبو محمد الشمالي"),
        ("إلى لأبي محمد الشمالي", "أبي محمد الشمالي"),
        ("فأبو محمد الشمالي", "أبو محمد الشمالي"),
        ("بأَبي محمد الشمالي", "أَبي محمد الشمالي"),
        ("وَأبو محمد الشمالي", "أبو محمد الشمالي"),
        ("القائد أبو محمد الشمالي", "أبو محمد الشمالي"),
        ("لﺃﺑﻲ محمد الشمالي", "ﺃﺑﻲ محمد الشمالي"),
        ("ﻷبي محمد الشمالي", "ﻷبي محمد الشمالي"),
    ],
)
def test_find_name_when_a_clitic_or_title_stands_before_then_it_is_left_out_where_it_can_be(text: str, expected: str) -> None:
    assert [(expected, "exact")] == found(KUNYA, text)


@pytest.mark.parametrize(
    "text",
    [
        "أبو خالد الشمالي",
        "أبي خالد الشمالي",
        "ابوخالد الشمالي",
        "أبو عبد الرحمن الشمالي",
        "أبو خالد محمد الشمالي",
        "أبو محمود الشمالي",
        "أم محمد الشمالي",
        "أبو محمد العدناني",
        "أبو محمد",
        "Abu Khaled al-Shamali",
        "Abu Mahmoud al-Shamali",
        "Abu Abdurrahman ash-Shamali",
        "Abu Mohammed al-Adnani",
        "Abu Mohammed al-Shammari",
        "Umm Mohammed al-Shamali",
        "الجبهة الشمالية",
        "من الشمال",
        "شمالي المدينة",
        "الشماليون",
        "Shamaliyah",
        "Mohammed",
        "Somali pirates",
        "",
    ],
)
@pytest.mark.parametrize("name", [KUNYA, KUNYA_LATIN])
def test_find_name_when_a_false_friend_then_nothing_is_found(name: str, text: str) -> None:
    assert [] == found(name, f"قال {text} ثم ذهب")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الشمالي إن", "الشمالي"),
        ("أمر للشمالي", "لشمالي"),
        ("والشمالي", "الشمالي"),
        ("القاطع الشمالي", "الشمالي"),
        ("محمد الشمالي", "الشمالي"),
        ("خالد الشمالي", "الشمالي"),
        ("said al-Shamali in", "al-Shamali"),
        ("Shamali's men", "Shamali"),
        ("Khaled al-Shamali", "al-Shamali"),
        ("أبو محمك الشمالي", "الشمالي"),
        ("أبو محمد والشمالي", "الشمالي"),
        ("أبو خالد. الشمالي قال", "الشمالي"),
        ("أبو خالد\nالشمالي", "الشمالي"),
        ("نص على الشمالي", "الشمالي"),
    ],
)
@pytest.mark.parametrize("name", [KUNYA, KUNYA_LATIN])
def test_find_name_when_only_the_nisba_stands_there_then_it_is_undecided(name: str, text: str, expected: str) -> None:
    hits = find_name(name, text)

    assert [(expected, "partial")] == [(hit.text, hit.level) for hit in hits]
    assert all(hit.score < 0.8 for hit in hits)


def test_find_name_when_the_nisba_may_be_an_adjective_then_it_scores_less_and_says_so() -> None:
    (adjective,) = find_name(KUNYA, "في القاطع الشمالي")
    (alone,) = find_name(KUNYA, "كتب الشمالي")

    assert adjective.score < alone.score
    assert NameReason(ReasonCode.ADJECTIVE) in adjective.why


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "Samir Haddad",
            "Samir Haddad, سمير حداد and Haddad",
            [("Samir Haddad", "exact"), ("سمير حداد", "spelling"), ("Haddad", "partial")],
        ),
        ("Samir Haddad", "Khaled Haddad and Dr. Haddad", [("Haddad", "partial")]),
        ("Samir al-Shamali", "خالد الشمالي", []),
        ("Samir al-Shamali", "أبو محمد الشمالي", [("الشمالي", "partial")]),
        ("محمد الشمالي", "أبو محمد الشمالي", [("الشمالي", "partial")]),
        ("محمد الشمالي", "خالد بن محمد الشمالي", []),
        ("محمد الشمالي", "أحمد محمد الشمالي", [("محمد الشمالي", "partial")]),
        ("خالد بن الوليد", "خالد بن الوليد وخالد الوليد", [("خالد بن الوليد", "exact"), ("خالد الوليد", "spelling")]),
        ("Khaled bin Walid", "خالد بن وليد", [("خالد بن وليد", "spelling")]),
        ("خالد بن الوليد", "الوليد بن خالد", []),
        ("Abd al-Rahman al-Qahtani", "عبدالرحمن القحطاني", [("عبدالرحمن القحطاني", "spelling")]),
        ("عبد الرحمن القحطاني", "Abdurrahman al-Kahtani", [("Abdurrahman al-Kahtani", "spelling")]),
        ("عبد الرحمن القحطاني", "Abdel Rahman Qahtani", [("Abdel Rahman Qahtani", "spelling")]),
        ("Abderrahmane Kahtani", "عبد الرحمن القحطاني", [("عبد الرحمن القحطاني", "spelling")]),
        ("عبد الله", "عبدالله وAbdullah", [("عبدالله", "exact"), ("Abdullah", "spelling")]),
        ("نور الدين زنكي", "Noureddine Zenki, Nur al-Din Zengi", [("Noureddine Zenki", "spelling"), ("Nur al-Din Zengi", "spelling")]),
        ("Nasrallah", "نصر الله", [("نصر الله", "spelling")]),
        ("Abu Ja'far al-Homsi", "أبو جعفر الحمصي", [("أبو جعفر الحمصي", "spelling")]),
        ("أبو جعفر الحمصي", "Abu Ja'far al-Himsi", [("Abu Ja'far al-Himsi", "spelling")]),
        ("أبو عمر الشيشاني", "Abu Omar al-Shishani; Abu Ammar al-Shishani", [("Abu Omar al-Shishani", "spelling")]),
        ("Abu Omar al-Shishani", "أبو عمار الشيشاني، أبو عمر الشيشاني", [("أبو عمر الشيشاني", "spelling")]),
        ("الشمالي", "قال الشمالي في شمالي المدينة", [("الشمالي", "exact"), ("شمالي", "partial")]),
        ("أبو محمد الشمالي", "الشمالي، أبو محمد العدناني", [("الشمالي", "partial")]),
        ("Umm Khaled", "أم خالد وأبو خالد", [("أم خالد", "spelling")]),
        ("أبو الوليد", "لأبي الوليد", [("أبي الوليد", "exact")]),
        ("علي الشمالي", "يعتمد على الشمالي وعلي الشمالي", [("على الشمالي", "partial"), ("علي الشمالي", "exact")]),
        ("أبو محمد الشمالي", "Ebu Muhammed eş-Şemali'nin adamları", [("Ebu Muhammed eş-Şemali", "spelling")]),
        ("", "أبو محمد", []),
        ("...", "أبو محمد...", []),
    ],
)
def test_find_name_when_names_of_other_shapes_then_it_holds_too(name: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == found(name, text)


def test_find_name_when_emoji_and_marks_surround_it_then_places_point_at_the_original() -> None:
    text = "🔥🔥 أَبُو مُحَمَّد الشَّمـالي 🔥 and Abu Mohammed al-Shamali🔥"

    assert ["أَبُو مُحَمَّد الشَّمـالي", "Abu Mohammed al-Shamali"] == [text[hit.start : hit.end] for hit in find_name(KUNYA, text)]


def test_find_name_when_a_vocabulary_is_given_then_other_words_are_not_compared() -> None:
    text = "Abu Mohammed al-Shamali, أبو محمد الشمالي"

    assert ["Abu Mohammed al-Shamali"] == [hit.text for hit in find_name(KUNYA, text, vocabulary={"shamali"})]
    assert not find_name(KUNYA, text, vocabulary=())


def test_name_query_when_titles_are_asked_for_then_they_are_no_part() -> None:
    assert [PartKind.KUNYA, PartKind.NISBA] == [part.kind for part in NameQuery("القائد أبو محمد الشمالي").parts]


@pytest.mark.parametrize("token", ["الشمالي", "والشمالي", "للشمالي", "بالشمالي", "shamali", "chemali", "semali", "alshamali", "ashshamali"])
@pytest.mark.parametrize("name", [KUNYA, KUNYA_LATIN])
def test_name_query_when_a_word_may_be_the_nisba_then_it_is_fetched_and_accepted(name: str, token: str) -> None:
    query = prepare_name(name)

    assert skeleton(token) in query.required[1]
    assert query.accepts(1, token) >= 0.85


@pytest.mark.parametrize("token", ["محمد", "ابومحمد", "وابومحمد", "mohamed", "muhammad", "mehmed", "abumohammed"])
def test_name_query_when_a_word_may_be_the_kunya_then_it_is_fetched_and_accepted(token: str) -> None:
    query = prepare_name(KUNYA)

    assert skeleton(token) in query.required[0]
    assert query.accepts(0, token) >= 0.85


@pytest.mark.parametrize("token", ["الشماليه", "shammari", "محمد", "الشمال", "2014", "somali", "شامل"])
def test_name_query_when_a_word_is_no_spelling_then_it_is_refused(token: str) -> None:
    assert not prepare_name(KUNYA).accepts(1, token)


def test_prepare_name_when_a_text_is_given_for_a_name_then_it_says_so() -> None:
    with pytest.raises(UsageError, match="at most 16 parts"):
        prepare_name("محمد " * 20)


def test_find_name_when_a_page_is_full_of_hits_then_it_stays_fast() -> None:
    assert len(find_name(KUNYA, "أبو محمد الشمالي، " * 300 + "الشمالي، " * 300)) == 600


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("الاسم: الشمالي، أبو محمد\nالرتبة: قائد", [("الشمالي، أبو محمد", "spelling")]),
        ("الاسم: الشمالي،\nأبو محمد\nالتولد: دير النخل", [("الشمالي،\nأبو محمد", "spelling")]),
        ("١- الشمالي، أبو محمد الرتبة: قائد", [("الشمالي، أبو محمد", "spelling")]),
        ("Shamali, Abu Mohammed\nAl-Mina", [("Shamali, Abu Mohammed", "spelling")]),
        ("الشمالي، أبو محمد الجسري", [("الشمالي", "partial")]),
    ],
)
def test_a_family_name_before_a_comma_is_his_whatever_begins_the_next_entry(text: str, expected: list[tuple[str, str]]) -> None:
    assert expected == found(KUNYA, text)
