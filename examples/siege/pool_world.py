"""What the casts after the first are drawn from: places, units and groups, all invented."""

from typing import NamedTuple


class Word(NamedTuple):
    """A name or a part of one: in Arabic, in scholarly letters, in English or "" where nobody translates it."""

    arabic: str
    scholarly: str
    english: str = ""


#: What a village's name begins with.
PLACE_HEADS = (
    Word("تل", "Tall"), Word("عين", "ʿAyn"), Word("خربة", "Ḫirbat"), Word("دير", "Dayr"), Word("كفر", "Kafr"), Word("بيت", "Bayt"),
    Word("وادي", "Wādī"), Word("رأس", "Raʾs"), Word("جب", "Ǧubb"), Word("مرج", "Marǧ"), Word("بئر", "Biʾr"), Word("قلعة", "Qalʿat"),
    Word("حي", "Ḥayy"), Word("مزرعة", "Mazraʿat"), Word("برج", "Burǧ"), Word("قرية", "Qaryat"), Word("ضهرة", "Ẓahrat"), Word("نبع", "Nabʿ"),
)  # fmt: skip
PLACE_WORDS = (
    Word("السماق", "al-Summāq"), Word("الرمان", "al-Rummān"), Word("الحور", "al-Ḥawr"), Word("القندول", "al-Qandūl"),
    Word("السنديان", "al-Sindiyān"), Word("الزعرور", "al-Zaʿrūr"), Word("الخطاف", "al-Ḫuṭṭāf"), Word("اليمام", "al-Yamām"),
    Word("الصوان", "al-Ṣawwān"), Word("العوسج", "al-ʿAwsaǧ"), Word("الدراق", "al-Durrāq"), Word("البطم", "al-Buṭm"),
    Word("الشيح", "al-Šīḥ"), Word("الغار", "al-Ġār"), Word("القطا", "al-Qaṭā"), Word("الحجل", "al-Ḥaǧal"),
    Word("الكروان", "al-Karawān"), Word("اللوز", "al-Lawz"), Word("الثلج", "al-Ṯalǧ"), Word("الظباء", "al-Ẓibāʾ"),
    Word("ذهبان", "Ḏahbān"), Word("سلوان", "Sulwān"), Word("قطران", "Qaṭrān"), Word("شهدان", "Šahdān"), Word("مريمون", "Maryamūn"),
)  # fmt: skip
#: Whole names.
PLACES = (
    Word("نورانة", "Nūrāna"), Word("سلميطا", "Salmīṭā"), Word("دلبوثة", "Dalbūṯa"), Word("قرزونة", "Qarzūna"), Word("شمهرين", "Šamharīn"),
    Word("المزيرعات", "al-Muzayriʿāt"), Word("الخضيراء", "al-Ḫuḍayrāʾ"), Word("الغضارية", "al-Ġaḍāriyya"),
    Word("الزنبقية", "al-Zanbaqiyya"), Word("الطيارات", "al-Ṭayyārāt"), Word("أبو الرمان", "Abū al-Rummān"),
    Word("أبو قطيفة", "Abū Qaṭīfa"), Word("أم الغزلان", "Umm al-Ġizlān"),
    Word("بني زعتر", "Banī Zaʿtar"), Word("حويجة الصفصاف", "Ḥuwayǧat al-Ṣafṣāf"), Word("كسرى الجديدة", "Kisrā al-Ǧadīda"),
    Word("عرجونيا", "ʿArǧūniyā"), Word("تلحزين", "Talḥazīn"), Word("بحريت", "Baḥrīt"), Word("جدلايا", "Ǧadlāyā"),
)  # fmt: skip
#: Bridges, crossings and the like, which reports translate.
SITES = (
    Word("جسر الحدادين", "Ǧisr al-Ḥaddādīn", "the Blacksmiths' bridge"),
    Word("معبر السنديان", "Maʿbar al-Sindiyān", "the Oak crossing"),
    Word("حاجز الطواحين", "Ḥāǧiz al-Ṭawāḥīn", "the Mills checkpoint"),
    Word("مطار الزعرور", "Maṭār al-Zaʿrūr", "the Zarour airfield"),
    Word("محطة الخطاف", "Maḥaṭṭat al-Ḫuṭṭāf", "the Khuttaf station"),
    Word("سد القندول", "Sadd al-Qandūl", "the Qandul dam"),
    Word("سجن الصوان", "Siǧn al-Ṣawwān", "the Flint prison"),
    Word("جامع اليمام", "Ǧāmiʿ al-Yamām", "the Dove mosque"),
    Word("مخيم البطم", "Muḫayyam al-Buṭm", "the Butm camp"),
    Word("ساحة الساعة", "Sāḥat al-Sāʿa", "the Clock square"),
)

#: What a unit is.
UNIT_HEADS = (
    Word("كتيبة", "Katībat", "Battalion"), Word("لواء", "Liwāʾ", "Brigade"), Word("سرية", "Sariyyat", "Company"),
    Word("فوج", "Fawǧ", "Regiment"), Word("فرقة", "Firqat", "Division"), Word("كتائب", "Katāʾib", "Battalions"),
    Word("جيش", "Ǧayš", "Army"), Word("تجمع", "Taǧammuʿ", "Gathering"),
)  # fmt: skip
UNIT_NAMES = (
    Word("صقور الوادي", "Ṣuqūr al-Wādī", "Valley Falcons"), Word("درع السهل", "Dirʿ al-Sahl", "Shield of the Plain"),
    Word("فجر الضفاف", "Faǧr al-Ḍifāf", "Dawn of the Banks"), Word("أسود الصخر", "Usūd al-Ṣaḫr", "Lions of the Rock"),
    Word("بيارق النهر", "Bayāriq al-Nahr", "River Banners"), Word("سيوف الصوان", "Suyūf al-Ṣawwān", "Swords of Flint"),
    Word("حراس الينابيع", "Ḥurrās al-Yanābīʿ", "Guardians of the Springs"), Word("نسور القمة", "Nusūr al-Qimma", "Summit Eagles"),
    Word("أبناء الغيث", "Abnāʾ al-Ġayṯ", "Sons of the Rain"), Word("ذئاب الهضبة", "Ḏiʾāb al-Haḍba", "Plateau Wolves"),
    Word("رعد الصيف", "Raʿd al-Ṣayf", "Summer Thunder"), Word("عهد السنابل", "ʿAhd al-Sanābil", "Covenant of the Ears"),
    Word("خيالة المرج", "Ḫayyālat al-Marǧ", "Meadow Horsemen"), Word("شعلة الحقول", "Šuʿlat al-Ḥuqūl", "Torch of the Fields"),
    Word("ظلال النخيل", "Ẓilāl al-Naḫīl", "Shadows of the Palms"), Word("الزوبعة", "al-Zawbaʿa", "Whirlwind"),
    Word("الطود", "al-Ṭawd", "Highland"), Word("القسطل", "al-Qasṭal", "Chestnut"),
)  # fmt: skip
#: Arms of service, for units known by a number.
SERVICES = (
    Word("مشاة", "Mušāt", "Infantry"), Word("مدفعية", "Midfaʿiyya", "Artillery"), Word("مدرعات", "Mudarraʿāt", "Armoured"),
    Word("هندسة", "Handasa", "Engineer"), Word("استطلاع", "Istiṭlāʿ", "Reconnaissance"), Word("إمداد", "Imdād", "Supply"),
)  # fmt: skip
#: Masculine and feminine, then English in two ways.
ORDINALS = (
    ("الأول", "الأولى", "First", "1st"), ("الثاني", "الثانية", "Second", "2nd"), ("الثالث", "الثالثة", "Third", "3rd"),
    ("الرابع", "الرابعة", "Fourth", "4th"), ("الخامس", "الخامسة", "Fifth", "5th"), ("السادس", "السادسة", "Sixth", "6th"),
    ("السابع", "السابعة", "Seventh", "7th"), ("الثامن", "الثامنة", "Eighth", "8th"), ("التاسع", "التاسعة", "Ninth", "9th"),
)  # fmt: skip
GROUPS = (
    Word("مجلس شورى الوديان", "Maǧlis Šūrā al-Widyān", "Shura Council of the Valleys"),
    Word("حركة أنصار الحقول", "Ḥarakat Anṣār al-Ḥuqūl", "Ansar al-Huqul Movement"),
    Word("جبهة الينابيع", "Ǧabhat al-Yanābīʿ", "Springs Front"),
    Word("هيئة حماية السدود", "Hayʾat Ḥimāyat al-Sudūd", "Dam Protection Authority"),
    Word("ديوان الزراعة", "Dīwān al-Zirāʿa", "Diwan of Agriculture"),
    Word("غرفة عمليات السهل", "Ġurfat ʿAmaliyyāt al-Sahl", "Plain Operations Room"),
    Word("اتحاد بلدات النهر", "Ittiḥād Baldāt al-Nahr", "Union of River Towns"),
    Word("حزب القصب", "Ḥizb al-Qaṣab", "Reed Party"),
    Word("جمعية السنابل الخيرية", "Ǧamʿiyyat al-Sanābil al-Ḫayriyya", "Sanabil Charity Society"),
    Word("شركة الضفاف للنقل", "Šarikat al-Ḍifāf li-l-Naql", "Difaf Transport Company"),
    Word("القوات الريفية", "al-Quwwāt al-Rīfiyya", "Rural Forces"),
    Word("المحكمة النهرية", "al-Maḥkama al-Nahriyya", "River Court"),
)
