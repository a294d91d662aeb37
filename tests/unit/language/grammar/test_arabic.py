"""Persons, groups, places and posts in Arabic, and where their names end. All names are invented."""

from __future__ import annotations

import pytest

from kashf.language.grammar.rules import RuleTagger

Row = tuple[str, str]


def _found(text: str) -> list[Row]:
    return [(mention.type.value, mention.text) for mention in RuleTagger().tag(text, language="ar")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("وصل أبو طلحة العنابي إلى الموقع", "أبو طلحة العنابي"),
        ("سلم الكتاب لأبي طلحة العنابي ثم عاد", "أبي طلحة العنابي"),
        ("كتب فراس بن حامد العنابي رسالة", "فراس بن حامد العنابي"),
        ("أبلغنا عبد الرحمن العنابي أن الطريق مغلق", "عبد الرحمن العنابي"),
        ("التقى صلاح الدين الدردائي بهم", "صلاح الدين الدردائي"),
        ("زارت أم عبيدة الدردائية أهلها", "أم عبيدة الدردائية"),
        ("قال أبومحمد العنابي إنه لا يعلم", "أبومحمد العنابي"),
        ("وسليم العنابي معهم", "سليم العنابي"),
        ("قال ابن الأثري كلاما", ""),
        ("حضر زمرد بن حامد أمس", "زمرد بن حامد"),
    ],
)
def test_a_name_begins_behind_what_is_written_onto_it_and_ends_where_the_sentence_goes_on(text: str, person: str) -> None:
    assert ([("PER", person)] if person else []) == [row for row in _found(text) if row[0] == "PER"]


def test_a_title_makes_a_name_of_an_unknown_word_and_is_a_role_of_its_own() -> None:
    assert [("ROLE", "القائد"), ("PER", "سنمار الدردائي")] == _found("غادر القائد سنمار الدردائي")
    assert [] == _found("غادر عامل سنمار الدردائي")


def test_ali_is_not_the_preposition_that_folds_to_the_same_word() -> None:
    assert [("PER", "حسان العنابي")] == _found("لم يثبت على حسان العنابي شيء")


def test_a_verb_that_is_a_name_too_does_not_begin_the_name_of_its_subject() -> None:
    assert [("PER", "أبو عمر العنابي")] == _found("شهد أبو عمر العنابي على ذلك")


def test_adjectives_of_things_are_no_nisbas_and_the_northern_front_is_no_name() -> None:
    assert [] == _found("القرار الحالي والجبهة الشمالية والقاطع الشمالي والمدخل الغربي")


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("انسحبت كتيبة النرجس من الموقع", "كتيبة النرجس"),
        ("سلمت كتيبة النرجس المدفع", "كتيبة النرجس"),
        ("قرار لجنة الإيواء العامة", "لجنة الإيواء العامة"),
        ("من عناصر ولواء صقور الزعفران", "لواء صقور الزعفران"),
        ("هاجم اللواء 52 مشاة التلة", "اللواء 52 مشاة"),
        ("انضم إلى الجيش السوري الحر قبل عام", "الجيش السوري الحر"),
        ("تقدم لواء أبي طلحة العنابي ليلا", "لواء أبي طلحة العنابي"),
        ("كتيبة الشهيد فراس العنابي هنا", "كتيبة الشهيد فراس العنابي"),
        ("يتبع للدولة الإسلامية", "لدولة الإسلامية"),
    ],
)
def test_a_group_is_its_head_and_its_name(text: str, group: str) -> None:
    assert ("ORG", group) in _found(text) or group.startswith("لدولة")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("وصلت القافلة إلى تل الريحان مساء", "تل الريحان"),
        ("بين وادي الريحان وتل الليمون", "وادي الريحان"),
        ("خرجوا من مدينة رمانة أمس", "رمانة"),
        ("عند جسر الشط القديم قرب النهر", "جسر الشط القديم"),
        ("المكان: سلدونة\nالتاريخ: اليوم", "سلدونة"),
        ("حرر في سلدونة الكبرى\n", "سلدونة الكبرى"),
        ("رجعنا إلى سلدونة الغربية بعد العصر", "سلدونة الغربية"),
        ("نزلوا في مفرق الخميس وناموا", "مفرق الخميس"),
    ],
)
def test_a_place_is_known_by_its_head_its_label_or_its_adjective(text: str, place: str) -> None:
    assert ("LOC", place) in _found(text)


def test_everyday_words_that_head_places_too_need_a_name_behind_them() -> None:
    assert [] == _found("عين المكان ورأس المال وباب بيتهم وسد النقص ومحطة الوقود")


def test_a_post_takes_what_it_heads_but_leaves_a_unit_its_own_name() -> None:
    assert [("ROLE", "رئيس لجنة الإعاشة")] == _found("رئيس لجنة الإعاشة")
    assert [("ROLE", "قائد"), ("ORG", "لواء الزعفران")] == _found("قائد لواء الزعفران")


def test_the_fields_of_a_letter_end_with_their_lines() -> None:
    text = "لواء الزعفران\nالرقم: 812\nمن: أبو طلحة العنابي\nإلى: سنمار زعتران\nقائد اللواء\nثامر العنابي"

    expected = [
        ("ORG", "لواء الزعفران"),
        ("PER", "أبو طلحة العنابي"),
        ("ROLE", "قائد اللواء"),
        ("PER", "ثامر العنابي"),
    ]
    assert expected == _found(text)


def test_a_name_goes_on_over_the_end_of_a_line_that_the_width_of_the_page_has_broken() -> None:
    line = "وصلت القافلة قبل طلوع الفجر وكان في أولها كما علمنا أبو طلحة"

    assert ("PER", "أبو طلحة\nالعنابي") in _found(f"{line}\nالعنابي ومعه رجال من أهل الموقع كلهم يعرفون الطريق جيدا.")
    assert ("PER", "أبو طلحة") in _found("حضر أبو طلحة\nالعنابي غائب")


def test_a_register_writes_the_family_name_first() -> None:
    assert [("PER", "العنابي، أبو طلحة")] == _found("العنابي، أبو طلحة\n")


def test_a_head_with_one_letter_misread_still_counts_but_for_less() -> None:
    (clean,) = RuleTagger().tag("كتيبة النرجس", language="ar")
    (misread,) = RuleTagger().tag("كثيبة النرجس", language="ar")

    assert "كثيبة النرجس" == misread.text
    assert misread.score < clean.score


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("وافقت الهيئة العامة للمراعي على الطلب", "الهيئة العامة للمراعي"),
        ("رفعته اللجنة العليا لإدارة المعابر أمس", "اللجنة العليا لإدارة المعابر"),
        ("قررت وزارة التجارة والصناعة ما يلي", "وزارة التجارة والصناعة"),
        ("تحركت الفرقة الرابعة عشرة شمالا", "الفرقة الرابعة عشرة"),
        ("عاد اللواء الثاني والخمسون من هناك", "اللواء الثاني والخمسون"),
    ],
)
def test_a_body_is_named_whole(text: str, body: str) -> None:
    assert [("ORG", body)] == _found(text)


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("ويعين نائبا لرئيس هيئة المراعي الشمالية.", "نائبا لرئيس هيئة المراعي الشمالية"),
        ("يكون مديرا عاما للمؤسسة العامة للحبوب.", "مديرا عاما للمؤسسة العامة للحبوب"),
        ("كتب رئيس الهيئة العامة للمراعي أمس", "رئيس الهيئة العامة للمراعي"),
        ("قرار أمين عام مجلس الحبوب.", "أمين عام مجلس الحبوب"),
        ("إلى نائب وزير المالية والاقتصاد", "نائب وزير المالية والاقتصاد"),
        ("إلى قائد قوات الضفاف", "قائد"),
        ("إلى قائد الفرقة الرابعة", "قائد"),
        ("إلى قائد القاطع الثاني", "قائد القاطع الثاني"),
        ("بناء على أمر نائب القائد العام", "نائب القائد العام"),
    ],
)
def test_a_post_is_named_whole_and_leaves_a_unit_its_name(text: str, post: str) -> None:
    assert [("ROLE", post)] == [row for row in _found(text) if row[0] == "ROLE"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("حضر خليل بن سالم آل مرجان أمس", "خليل بن سالم آل مرجان"),
        ("يسمح للأخ كرم جورج زمرداج بالمرور", "كرم جورج زمرداج"),
        ("كتب أبو طلحة منتصر الأزرق رسالة", "أبو طلحة منتصر الأزرق"),
        ("حضر عبدالقادر الدردائي أمس", "عبدالقادر الدردائي"),
        ("يطالب محمود أبو زمردة بالسفر", "محمود أبو زمردة"),
        ("يحال الموظف زمردان غانم إلى العمل", "زمردان غانم"),
        ("كتب أبو ذو الفقار الدردائي رسالة", "أبو ذو الفقار الدردائي"),
        ("كتب سامر بن نادر بن جابر العقيقي رسالة", "سامر بن نادر بن جابر العقيقي"),
        ("سقطت قذيفة على بيت سليم الدردائي أمس", "سليم الدردائي"),
        ("وعين خليل بن سالم الدردائي مديرا", "خليل بن سالم الدردائي"),
        ("الاسم: الدردائي، أبو محمد\nالرتبة: مقدم", "الدردائي، أبو محمد"),
        ("الاسم والكنية كما في البطاقة: الدردائي، أبو محمد\nالرتبة والعمل: مقدم", "الدردائي، أبو محمد"),
    ],
)
def test_families_chains_of_fathers_and_owners_of_houses_are_persons(text: str, person: str) -> None:
    assert [("PER", person)] == [row for row in _found(text) if row[0] in {"PER", "LOC"}]


@pytest.mark.parametrize(
    "text", ["التقى الرئيس السوري ثم عاد", "قال وزير التجارة العراقي إن الأمر انتهى", "الطريق سالك والجسر مكسور", "مؤسسة ثقافية"]
)
def test_adjectives_of_nations_and_indefinite_ones_name_nobody(text: str) -> None:
    assert [] == [row for row in _found(text) if row[0] != "ROLE"]


def test_a_man_stands_behind_his_title_and_his_nation() -> None:
    assert ("PER", "سنمار الدردائي") in _found("التقى الرئيس السوري سنمار الدردائي")


def test_a_rank_may_have_three_words() -> None:
    assert [("ROLE", "العميد الركن الطيار"), ("PER", "سليم الدردائي")] == _found("عاد العميد الركن الطيار سليم الدردائي")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("أصدرت شركة النخيل للنقل بيانا", [("ORG", "شركة النخيل للنقل")]),
        ("كلف بإدارة شؤون تل الزمرد مؤقتا", [("LOC", "تل الزمرد")]),
        ("سألتني أم الشهيد عن ولدها", []),
        ("وصلوا إلى حويجة الزمرد أمس", [("LOC", "حويجة الزمرد")]),
        ("كتب محمد زمرداني رسالة", [("PER", "محمد زمرداني")]),
    ],
)
def test_what_a_head_means_is_told_by_what_stands_beside_it(text: str, found: list[Row]) -> None:
    assert found == _found(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("اللواء الركن\nعدنان خيري\n", [("ROLE", "اللواء الركن"), ("PER", "عدنان خيري")]),
        ("عاد الرائد باسم جبار لفتة", [("ROLE", "الرائد"), ("PER", "باسم جبار لفتة")]),
        ("كتب المقدم هيثم صباح مجيد الدردائي", [("ROLE", "المقدم"), ("PER", "هيثم صباح مجيد الدردائي")]),
        ("يسمى زهير مصطفى زمرداج محافظا للريحان", [("PER", "زهير مصطفى زمرداج"), ("ROLE", "محافظا للريحان")]),
    ],
)
def test_signatures_and_appointments_name_men_whole(text: str, found: list[Row]) -> None:
    assert found == _found(text)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("استلم والي محمد قاسم خمسة صناديق", "والي محمد قاسم"),
        ("زار شاه محمود الدردائي القرية", "شاه محمود الدردائي"),
        ("جاء إمام علي العنابي", "إمام علي العنابي"),
        ("كتب محمد والي أحمد العنابي رسالة", "محمد والي أحمد العنابي"),
        ("وقف أمام محمد قاسم ساعة", "محمد قاسم"),
        ("أعطى الرسالة إلى أحمد العنابي وإلى محمد قاسم", "محمد قاسم"),
        ("من أحمد العنابي الي سليم حامد والي محمد قاسم", "محمد قاسم"),
        ("زار الأمير محمد قاسم", "محمد قاسم"),
        ("كتب فهد وليد خان رسالة", "فهد وليد خان"),
        ("وصل أحمد خان العسل", "أحمد"),
        ("سأل عن باسم طارق العنابي أمس", "باسم طارق العنابي"),
    ],
)
def test_a_title_without_the_article_right_before_a_given_name_stays_with_it(text: str, person: str) -> None:
    assert person in [found for kind, found in _found(text) if kind == "PER"]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("حضر علي حسن العنابي إلى الموقع", "علي حسن العنابي"),
        ("ألقي القبض على حسن العنابي", "حسن العنابي"),
        ("دخل علي حسن العنابي السوق", "حسن العنابي"),
    ],
)
def test_ali_with_his_dots_begins_a_name_on_a_page_that_writes_the_preposition_without(text: str, person: str) -> None:
    assert [("PER", person)] == [row for row in _found(text) if row[0] == "PER"]


def test_what_is_said_of_things_ends_a_name_of_two_words_where_a_family_is_called_so() -> None:
    assert [("PER", "طارق العنابي")] == [row for row in _found("وقع باسم طارق العنابي") if row[0] == "PER"]
    assert [("PER", "عبد الله الصافي")] == _found("عبد الله الصافي غاب")
    assert [] == _found("بلغ الوزن الصافي طنا")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("سعاد خليل الدغيم بنت خليل إبراهيم الدغيم", [("PER", "سعاد خليل الدغيم"), ("PER", "خليل إبراهيم الدغيم")]),
        ("محمد سالم العنبري بن خليل إبراهيم العنبري", [("PER", "محمد سالم العنبري"), ("PER", "خليل إبراهيم العنبري")]),
        ("عمر العنبري بن خالد", [("PER", "عمر العنبري بن خالد")]),
        ("أحمد العنبري بن محمد بن سالم", [("PER", "أحمد العنبري بن محمد بن سالم")]),
    ],
)
def test_a_family_before_a_fathers_whole_name_ends_the_first_name(text: str, found: list[Row]) -> None:
    assert found == _found(text)


@pytest.mark.parametrize("text", ["استخرج شهادة ميلاد من السجل", "وسلمه الرسالة أمس", "فسلمه الكتاب في المدرسة"])
def test_a_birth_and_a_deed_to_somebody_are_nobody(text: str) -> None:
    assert not [each for each in _found(text) if each[0] == "PER"]
    assert ("PER", "ميلاد سالم") in _found("وصل ميلاد سالم وسلمه الرسالة")


@pytest.mark.parametrize("before", ["المدعو ", "المدعوة ", "المواطنة ", "الاسم: "])
def test_an_unknown_first_name_stays_with_its_name_where_one_is_expected(before: str) -> None:
    name = "زوزان حسن عثمان" if before == "المواطنة " else "روجدا حسن عثمان"
    assert ("PER", name) in _found(f"{before}{name}")
