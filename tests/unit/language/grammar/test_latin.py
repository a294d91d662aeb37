"""Names in Latin letters, in quotation marks and in tables. All names are invented."""

from __future__ import annotations

import pytest

from kashf.language.grammar.rules import RuleTagger

Row = tuple[str, str]


def _found(text: str) -> list[Row]:
    return [(mention.type.value, mention.text) for mention in RuleTagger().tag(text, language="")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("We met Abu Talha al-Anbari there.", "Abu Talha al-Anbari"),
        ("Abou Talha el-Anbari a signé.", "Abou Talha el-Anbari"),
        ("Ebu Halid eş-Şanberi geldi.", "Ebu Halid eş-Şanberi"),
        ("Abū Ṭalḥa aš-Šanbarī wurde gesehen.", "Abū Ṭalḥa aš-Šanbarī"),
        ("A man called Tharwat bin Khaled left.", "Tharwat bin Khaled"),
        ("It was signed by Tharwat al-Anbari.", "Tharwat al-Anbari"),
        ("Al-Anbari, Abu Talha\n", "Al-Anbari, Abu Talha"),
        ("ANBARI Abu Talha", "ANBARI Abu Talha"),
    ],
)
def test_a_person_is_found_in_any_romanisation(text: str, person: str) -> None:
    assert [("PER", person)] == _found(text)


def test_a_title_is_a_role_and_what_follows_a_person() -> None:
    assert [("ROLE", "Commander"), ("PER", "Tharwat Anbar")] == _found("Then Commander Tharwat Anbar spoke.")
    assert [("ROLE", "Dr"), ("PER", "Zeno Quill")] == _found("said Dr Zeno Quill from the archive")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The Saffron Brigade left.", "Saffron Brigade"),
        ("stamped by the Council of the Shores.", "Council of the Shores"),
        ("The Ruritanian army came.", "Ruritanian army"),
        ("the 52nd Infantry Brigade", "52nd Infantry Brigade"),
        ("Liwa al-Zafaran came", "Liwa al-Zafaran"),
        ("Lions of the North Battalion came", "Lions of the North Battalion"),
        ("The signals platoon waited.", "signals platoon"),
        ("Die Einheit „Safran“ zog ab.", "Safran"),
    ],
)
def test_a_group_is_told_by_the_word_for_it(text: str, group: str) -> None:
    assert [("ORG", group)] == _found(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They reached Tell al-Rummana.", "Tell al-Rummana"),
        ("Smoke over the al-Anbari quarter.", "al-Anbari quarter"),
        ("at the Sallow pumping station", "Sallow pumping station"),
        ("the village of Saldouna", "Saldouna"),
        ("two men in Saldouna", "Saldouna"),
        ("the siege of Saldouna", "Saldouna"),
        ("Sukhnat al-Rih was quiet.", "Sukhnat al-Rih"),
    ],
)
def test_a_place_is_told_by_the_word_for_it_or_by_what_stands_before(text: str, place: str) -> None:
    assert [("LOC", place)] == _found(text)


def test_small_words_and_beginnings_of_sentences_are_no_names() -> None:
    assert [] == _found("According to two drivers, it was late. Residents left in May. The men slept at noon on Monday.")


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("The Minister of Interior came.", "Minister of Interior"),
        ("signed by the Director of Crossings and Markets", "Director of Crossings and Markets"),
        ("Deputy Director of Crossings, Northern Sector\n", "Deputy Director of Crossings, Northern Sector"),
        ("Air Brigadier General\n", "Air Brigadier General"),
        ("signed by the Deputy Emir of Mills.", "Deputy Emir of Mills"),
        ("Le ministre de l'Intérieur est parti.", "ministre de l'Intérieur"),
        ("the Head of the Security Office", "Head of the Security Office"),
    ],
)
def test_a_post_takes_what_it_is_over(text: str, post: str) -> None:
    assert [("ROLE", post)] == _found(text)


def test_a_post_leaves_units_and_places_their_names() -> None:
    assert [("ROLE", "wali"), ("LOC", "Saldouna")] == _found("a letter to the wali of Saldouna")
    assert [("ROLE", "Commander"), ("ORG", "3rd Brigade")] == _found("The Commander of the 3rd Brigade wrote.")


def test_a_rank_of_several_words_is_one_post_before_its_man() -> None:
    found = [("ROLE", "Air Brigadier General"), ("PER", "Abdel Nasir Qarsun")]

    assert found == _found("and Air Brigadier General Abdel Nasir Qarsun agreed")


@pytest.mark.parametrize("text", ["Top Secret\n", "Copy To: the file\n", "on Monday, in May", "Most Urgent and Confidential"])
def test_marks_of_a_letter_are_nobody(text: str) -> None:
    assert [] == _found(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Name/Kunya: Abd al-Munim al-Nisri\nSector/area: crossings", "Abd al-Munim al-Nisri"),
        ("Name and kunya of the bearer: Salim Nuri al-Marmari\nRank: third", "Salim Nuri al-Marmari"),
        ("Father's name: Zeno Qarsun\n", "Zeno Qarsun"),
        ("al-Marmari, Salim\n", "al-Marmari, Salim"),
        ("Register\n1. al-Marmari, Salim\n", "al-Marmari, Salim"),
        ("It was Abu Muslim again.", "Abu Muslim"),
        ("It was Abu Abd al-Qadir Qarsun again.", "Abu Abd al-Qadir Qarsun"),
        ("Whether Khalid al-Marmari knew is open.", "Khalid al-Marmari"),
        ("It was Najla bint Mahmud al-Marmari again.", "Najla bint Mahmud al-Marmari"),
        ("Fawaz bin Khalaf bin Eid al-Marmari came.", "Fawaz bin Khalaf bin Eid al-Marmari"),
        ("[by hand:] Salim, 20/10", "Salim"),
        ("It was al-Bara b. Idris again.", "al-Bara b. Idris"),
        ("It was Abu 'Isam al-Jazari again.", "Abu 'Isam al-Jazari"),
    ],
)
def test_forms_registers_and_signatures_say_who_is_named(text: str, person: str) -> None:
    assert [("PER", person)] == _found(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Jeish al-Nusur came.", ("ORG", "Jeish al-Nusur")),
        ("the Military Branch of Al Yaqutiya", ("ORG", "Military Branch of Al Yaqutiya")),
        ("the General Directorate of Crossings", ("ORG", "General Directorate of Crossings")),
        ("They reached Deir el-Rih.", ("LOC", "Deir el-Rih")),
        ("They live in Abu Qatifa.", ("LOC", "Abu Qatifa")),
        ("Two men left Umm al-Rish.", ("LOC", "Umm al-Rish")),
        ("They reached Qarsun al-Jadida.", ("LOC", "Qarsun al-Jadida")),
    ],
)
def test_romanised_heads_and_surnames_of_places_count_in_any_spelling(text: str, found: Row) -> None:
    assert [found] == _found(text)


MANUAL = """
The compiler is described in Chapter 3. Values go from Listing 2 to Rust, and the handle is passed through Ferris to Unix.
The General Public License applies. Safe Code runs in Cargo as well as in HTML. Please see the Derivative Works.
Open the file in Editor, then go to Settings and return to Home. The Loader's table is read from Storage.
Name, type and size of each entry are written down.
The next line, too, has a comma, as prose does.
And another, which is no row of a table either, since nobody is named in it.
"""


def test_a_manual_names_nobody_and_no_place() -> None:
    assert [] == _found(MANUAL)


def test_a_place_behind_a_preposition_alone_needs_a_page_that_tells_of_people() -> None:
    told = "The fighters left the village. Two men were seen in Saldouna before the shelling began. "

    assert ("LOC", "Saldouna") in _found(told + MANUAL)
    assert [] == _found("Two men were seen in Saldouna, as was said before. " + MANUAL)


def test_words_and_adjectives_of_nations_are_no_names_for_their_capital_letter() -> None:
    assert [] == _found("The Syrian guards saw Iraqis in Town, at School and near Kurdish Quarters. Red Hat and General Chapter stayed.")


def test_prose_with_a_comma_is_no_table() -> None:
    text = (
        "Name, rank and number of each prisoner must be written down.\nWe saw nothing.\nThey complain, as before.\nDo not move anybody.\n"
    )

    assert [] == _found(text)


def test_months_that_look_like_nisbas_are_none() -> None:
    assert [] == _found("dated 12 Rabi al-Thani 1435 and 3 Dhu al-Hijja 1434")


def test_a_quotation_is_a_code_name_where_the_page_says_so_and_wherever_it_is_quoted_again() -> None:
    text = 'Under the code name "Violet Reed" four men left. Nobody knew what "Violet Reed" meant. "Of course," he said.'

    assert [("CODE", "Violet Reed"), ("CODE", "Violet Reed")] == _found(text)
    assert [("CODE", "ريح الخزامى")] == _found("بدأت عملية «ريح الخزامى» ليلا")


def test_the_columns_of_a_table_are_named_by_their_headings() -> None:
    text = 'No;Name;Place\n1;Zeno Quill;Saldouna\n2;"Marl, Ada";Nuran\n'

    assert [("PER", "Zeno Quill"), ("LOC", "Saldouna"), ("PER", "Marl, Ada"), ("LOC", "Nuran")] == _found(text)


def test_is_is_a_group_only_as_capitals_among_small_letters() -> None:
    assert [("ORG", "IS")] == _found("weapons of IS were found; it is late")
    assert [] == _found("THIS IS A HEADING")


def test_a_man_of_a_court_is_no_court() -> None:
    found = [("ROLE", "Judge"), ("PER", "Abu Salim al-Marmari"), ("ORG", "Shore Court")]

    assert found == _found("I, Judge Abu Salim al-Marmari of the Shore Court, agree")


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Amir Abdullah al-Dardai, driver", "Amir Abdullah al-Dardai"),
        ("Wali Mohammed Qasim brought it.", "Wali Mohammed Qasim"),
        ("Shah Mahmoud Qasim came back", "Shah Mahmoud Qasim"),
        ("Wali Khan came back", "Wali Khan"),
        ("Sheikh Sayyid Ahmad al-Dardai spoke", "Sayyid Ahmad al-Dardai"),
        ("Commander Amir Yasin al-Dardai spoke", "Amir Yasin al-Dardai"),
        ("He met Mohammed Amir Hassan there", "Mohammed Amir Hassan"),
        ("Amir Abu Omar al-Dardai spoke", "Abu Omar al-Dardai"),
        ("The widow of Emir Kamal al-Dardai spoke", "Kamal al-Dardai"),
        ("Abdulkarim Qasim came back", "Abdulkarim Qasim"),
    ],
)
def test_a_title_that_may_be_a_name_stays_with_the_given_name_behind_it(text: str, person: str) -> None:
    assert [person] == [mention.text for mention in RuleTagger().tag(text) if mention.type.value == "PER"]


@pytest.mark.parametrize(
    ("text", "trades"),
    [
        ("Salim al-Dardai, driver", ["driver"]),
        ("Salim al-Dardai, the cook, came with teacher Hamid al-Anbari", ["cook", "teacher"]),
        ("خرج سليم العنابي طباخ القرية", ["طباخ"]),
        ("رأى سليم العنابي\nطباخ القرية", []),
        ("the driver came with a cook", []),
    ],
)
def test_a_trade_is_a_role_where_it_stands_beside_a_name(text: str, trades: list[str]) -> None:
    assert trades == [found for kind, found in _found(text) if kind == "ROLE"]


@pytest.mark.parametrize("before", ["", "The guard met ", "Report. ", "Mr ", "Name: "])
@pytest.mark.parametrize("name", ["Rêber Hesen Osman", "Zelal Hesen Osman"])
def test_an_unknown_first_name_stays_with_the_given_name_and_family_behind_it(name: str, before: str) -> None:
    assert ("PER", name) in _found(f"{before}{name} signed")


@pytest.mark.parametrize("before", ["Yesterday", "Meanwhile", "Gestern", "Commander", "Kobani", "Prisoner", "Zeuge"])
def test_a_word_a_post_or_a_place_before_a_name_is_no_part_of_it(before: str) -> None:
    assert ("PER", "Hesen Osman") in _found(f"{before} Hesen Osman came.")


def test_a_courtesy_alone_and_words_of_a_program_are_nobody() -> None:
    assert [("PER", "Omar Bey")] == [each for each in _found("Commander Bey came. Omar Bey came.\nName: Bey") if each[0] == "PER"]
    assert [("PER", "salim")] == _found('name;folder\ncmd;a\nimg src="x";b\nsalim;c\n')
