import itertools

import pytest

from kashf.language.sounds.alignment import bare
from kashf.language.sounds.heard import heard
from kashf.language.sounds.reading_costs import arabic_arabic, arabic_latin, latin_latin, vowelled_latin
from kashf.language.sounds.similarity import SAME_NAME, compare_words, similarity, skeleton, skeletons
from kashf.language.sounds.spellings import CLASSES
from kashf.language.tables.names.vocalised_names import SPELLINGS, VOCALISED_NAMES
from kashf.language.words.folding import fold
from kashf.show.explain import in_english

#: One Arabic word in each line, then how newspapers, registries and their owners write it: English, French, German, Turkish, Russian-style.
ROMANISED = """
محمد Mohammed Muhammad Mohamed Mohammad Mohamad Muhamed Muhammed Mouhammad Mohamet Muhamad
الشمالي Shamali Shimali Chemali Chamali Schamali Şemali Semali Shemali Shamaly Shamalī Chamaly
العدناني Adnani Adnany Adnānī
أحمد Ahmad Ahmed Ahmet Achmed Ahmad
محمود Mahmoud Mahmud Mahmood Mahmut Machmud
عمر Omar Umar Omer Ömer
عمار Ammar Amar
عثمان Othman Uthman Osman Othmane Ousmane Usman
خالد Khaled Khalid Chaled Chalid Halid Xalid Haled
يوسف Yousef Yusuf Youssef Yousuf Yusef Yousif Jusuf Youcef
إبراهيم Ibrahim Ebrahim Ibraheem İbrahim Ibrahīm
إسماعيل Ismail Ismael Esmail Isma'il Ismaïl İsmail
إسحاق Ishaq Ishak Eshaq
حسين Hussein Husayn Hossein Hussain Husein Hüseyin Houssein Hoseyn Huseyin
حسن Hassan Hasan Hasen
حسان Hassan Hassaan
علي Ali Aly Alī
عبد Abd Abed
سليمان Suleiman Sulayman Soleiman Süleyman Slimane Suliman Soleyman
سعيد Said Saeed Saïd Sa'id Sayeed
جميل Jamil Jameel Djamil Gamil Cemil Dschamil Djemil
جمال Jamal Gamal Djamal Cemal Dschamal Jemal
خديجة Khadija Khadijah Hatice Khadidja Khadeeja Chadidscha
طارق Tariq Tarek Tareq Tarik Tarık
صالح Saleh Salih Salah Salih
صلاح Salah Saleh Salāḥ
قاسم Qasim Qassem Kassem Kasim Qasem Gasim Kacem Qassim
شريف Sharif Sherif Cherif Şerif Shareef Charif Scherif
شيخ Sheikh Shaykh Cheikh Scheich Şeyh Shaikh Sheik
ناصر Nasser Nasir Naser Nacer Nasır
فاطمة Fatima Fatimah Fatma Fatmeh Fatimeh Fatime
عائشة Aisha Aicha Ayşe Aïcha Aysha Aishah
مصطفى Mustafa Mostafa Moustapha Moustafa Mustapha
موسى Musa Moussa Mousa Mūsā
عيسى Issa Isa Eisa Aissa
يحيى Yahya Yahia Yehia Yahja
ليلى Layla Leila Laila Leyla
هاشم Hashem Hashim Hachem Haşim Haschem
رضا Rida Reda Rıza Ridha Reza
ضياء Diya Dhia Ziya Diaa Zia
ظافر Zafer Dhafer Zafir Dafer Thafer
ذياب Dhiab Diab Thiab Ziab Dhiyab
غسان Ghassan Gassan Ghasan
الغامدي Ghamdi Gamdi Ghamidi
القحطاني Qahtani Kahtani Gahtani Qahtany
الجزراوي Jazrawi Jezrawi Djazraoui Gazrawi Cezravi Dschazrawi
الدليمي Dulaimi Dulaymi Duleimi Dleimi Doulaimi
النعيمي Naimi Nuaimi Nuaymi Na'imi Nouaimi Noaimi
الزرقاوي Zarqawi Zarkawi Zarqaoui Zerkavi Sarkawi
البغدادي Baghdadi Bagdadi Baghdady
التونسي Tunisi Tounsi Tunsi Tounissi
الليبي Libi Leebi Liby
الشيشاني Shishani Chichani Şişani Schischani Shishany
الحمصي Homsi Humsi Hemsi Houmsi
الحلبي Halabi Halaby Halebi
الرقاوي Raqqawi Raqawi Rakkaoui Rakkawi
وليد Walid Waleed Oualid Velid
وائل Wael Wail Ouael Wa'il Vail
مروان Marwan Merwan Marouane Mervan
فواز Fawaz Fawwaz Faouaz Fevvaz
داود Dawood Daoud Dawud Davud
معاوية Muawiya Muawiyah Moawiya Mouaouia
أيوب Ayyub Ayoub Ayub Eyüp Ayyoub
زيد Zaid Zayd Zeid Zeyd
طه Taha Tah
هبة Hiba Heba Hibah
ثائر Thaer Thair Saer Tha'ir
ياسين Yassin Yasin Yaseen Yacine Yassine
جعفر Jafar Ja'far Jaafar Djafar Cafer Dschafar Gaafar
مدحت Medhat Midhat Mithat
فتحي Fathi Fethi Fathy
أسامة Osama Usama Oussama Usame Ossama
حكمت Hikmat Hikmet
رائد Raed Raid Ra'ed
مثنى Muthanna Mothana Mouthanna
شعبان Shaaban Shaban Chaabane Şaban Schaban
منبج Manbij Membij Menbij Manbidj Menbic Mambij
تدمر Tadmur Tadmor Tedmür
الرقة Raqqa Rakka Raqqah Raqa Rakka
دابق Dabiq Dabik Dabeq
"""

#: Different names that share much: the Arabic one and a romanisation of another.
STRANGERS = """
محمد Mahmoud Hamid Ahmad Hamed
محمود Mohammed Hamoud
الشمالي Shamil Shamli Shammari Shami Salmani Somali Shimaliya Shamaliyya Shamaliyah
شمال Shamil
شامل Shamal Shimal Jamil
الشمالية Shamali Shimali
العدناني Adani Adnan Dani
عمر Ammar Amer Amir Omran Amr
عمار Omar Amer Omran
عامر Omar
سالم Sallum Salman Saleh
سليم Salman Sulaiman
حسن Hussein Hassoun Ihsan
حسين Hassan Husni Hasan
خالد Khalil Khaldoun Walid
علي Alaa Ola Yali
جميل Jamal Gamal Shamil
جمال Jamil Cemil
سعيد Saad Masoud
طارق Tarkan Turki
القحطاني Qatani
البغدادي Baghdad Baghdadiya
الليبي Lubnani Lib
ناصر Nusra Nasir's
يوسف Yunus Asif
قاسم Qais Qasimi Wissam
زيد Yazid Ziad
حمزة Hamad Hamas
رقاوي Zarqawi
الرقة Iraq Barq
"""


def table(lines: str) -> list[tuple[str, str]]:
    return [(arabic, latin) for arabic, *others in map(str.split, lines.strip().splitlines()) for latin in others]


ROMANISED_PAIRS = table(ROMANISED)
LATIN_PAIRS = [pair for line in ROMANISED.strip().splitlines() for pair in itertools.combinations(line.split()[1:], 2)]


@pytest.mark.parametrize(("arabic", "latin"), ROMANISED_PAIRS)
def test_similarity_when_a_name_is_romanised_then_it_is_the_same_name(arabic: str, latin: str) -> None:
    assert similarity(arabic, latin) >= SAME_NAME
    assert similarity(arabic, latin) == similarity(latin, arabic)


@pytest.mark.parametrize(("arabic", "latin"), table(STRANGERS))
def test_similarity_when_names_only_look_alike_then_they_are_apart(arabic: str, latin: str) -> None:
    assert similarity(arabic, latin) < SAME_NAME


def test_similarity_when_both_are_romanisations_then_nearly_all_pairs_are_the_same_name() -> None:
    missed = [pair for pair in LATIN_PAIRS if similarity(*pair) < SAME_NAME]

    assert len(missed) / len(LATIN_PAIRS) <= 0.03


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("محمد", "محمود"),
        ("شمال", "شامل"),
        ("سالم", "سليم"),
        ("حسن", "حسان"),
        ("الشمالي", "الشماليه"),
        ("بغداد", "البغدادي"),
        ("Omar", "Ammar"),
    ],
)
def test_similarity_when_one_script_and_one_letter_differs_then_they_are_apart(left: str, right: str) -> None:
    assert similarity(left, right) < SAME_NAME


@pytest.mark.parametrize(
    ("left", "right"),
    [("أحمد", "احمد"), ("الرحمن", "الرحمان"), ("مُحَمَّد", "محمـد"), ("حكمة", "حكمت"), ("ضافر", "ظافر"), ("الشمالى", "شمالي")],
)
def test_similarity_when_one_script_and_writers_differ_then_it_is_the_same_name(left: str, right: str) -> None:
    assert similarity(left, right) >= SAME_NAME


def test_skeletons_when_a_name_is_romanised_then_nearly_every_spelling_is_fetched_from_either_side() -> None:
    missed = [
        (left, right)
        for pair in ROMANISED_PAIRS
        for left, right in (pair, pair[::-1])
        if skeleton(fold(right)) not in skeletons(heard(left).folded)
    ]

    assert len(missed) / (2 * len(ROMANISED_PAIRS)) <= 0.01


@pytest.mark.parametrize("word", ["2014", "t72", "х", "日本", "", "!"])
def test_skeleton_when_no_name_then_the_word_is_its_own_code(word: str) -> None:
    assert word == skeleton(word)
    assert frozenset({word}) == skeletons(word)


@pytest.mark.parametrize("word", ["او", "علي", "ali", "y", "h", "al", "el", "ه", "ء", "w"])
def test_skeleton_when_hardly_a_consonant_then_it_is_not_empty(word: str) -> None:
    assert skeleton(word)
    assert all(skeletons(word))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("أحمد", "احمد", "the same word"),
        ("الشمالي", "Schemali", "one name in two scripts"),
        ("Shamali", "Chemaly", "one name in two romanisations"),
        ("شامل", "shimal", "ا is read as i, -i is read as a"),
        ("البغدادي", "Baghdad", "ي has no counterpart"),
        ("2014", "2015", "different words"),
    ],
)
def test_compare_words_when_asked_why_then_it_says_what_did_not_fit(left: str, right: str, expected: str) -> None:
    assert expected == in_english(compare_words(left, right).why)


def test_every_unit_of_the_cost_tables_is_known() -> None:
    for made in (arabic_latin(), vowelled_latin(), latin_latin(), arabic_arabic()):
        sides = itertools.chain(*made.readings, made.left_dropped, made.right_dropped, (right for _, right in made.merges))
        assert not [unit for unit in sides if bare(unit) not in CLASSES]


def test_every_name_with_vowels_has_vowels_and_one_word() -> None:
    names = VOCALISED_NAMES.split()

    assert len(names) == len(set(names))
    assert all("\u064e" <= mark <= "\u0652" or mark.isalpha() or mark == "\u0670" for name in names for mark in name)
    assert not [left for left, right in SPELLINGS.items() if left == right or left != fold(left)]
