"""Who the casts after the first are drawn from: given names, family names, ranks and posts. Whoever is made of them is invented."""

from examples.siege.world import Term

#: (Arabic, scholarly letters). Nobody is a Muhammad or of the north: those names stand only where they are planted.
GIVEN = (
    ("أنس", "Anas"), ("بلال", "Bilāl"), ("حمزة", "Ḥamza"), ("زياد", "Ziyād"), ("سفيان", "Sufyān"), ("معاذ", "Muʿāḏ"),
    ("أسامة", "Usāma"), ("قتادة", "Qatāda"), ("حذيفة", "Ḥuḏayfa"), ("مصعب", "Muṣʿab"), ("البراء", "al-Barāʾ"), ("أيوب", "Ayyūb"),
    ("إدريس", "Idrīs"), ("إسحاق", "Isḥāq"), ("يحيى", "Yaḥyā"), ("موسى", "Mūsā"), ("عيسى", "ʿĪsā"), ("داود", "Dāwūd"),
    ("يعقوب", "Yaʿqūb"), ("زكريا", "Zakariyyā"), ("هارون", "Hārūn"), ("لقمان", "Luqmān"), ("ذو الفقار", "Ḏū al-Faqār"), ("جعفر", "Ǧaʿfar"),
    ("عقيل", "ʿAqīl"), ("كاظم", "Kāẓim"), ("ضياء", "Ḍiyāʾ"), ("صفاء", "Ṣafāʾ"), ("ثائر", "Ṯāʾir"), ("غيث", "Ġayṯ"),
    ("ليث", "Layṯ"), ("أوس", "Aws"), ("قيس", "Qays"), ("رعد", "Raʿd"), ("سعد", "Saʿd"), ("فراس", "Firās"),
    ("عدنان", "ʿAdnān"), ("قحطان", "Qaḥṭān"), ("مروان", "Marwān"), ("سلطان", "Sulṭān"), ("عثمان", "ʿUṯmān"), ("شعبان", "Šaʿbān"),
    ("مهند", "Muhannad"), ("مثنى", "Muṯannā"), ("مصطفى", "Muṣṭafā"), ("مرتضى", "Murtaḍā"), ("منذر", "Munḏir"), ("منتصر", "Muntaṣir"),
    ("جلال", "Ǧalāl"), ("كمال", "Kamāl"), ("بسام", "Bassām"), ("حسام", "Ḥusām"), ("عصام", "ʿIṣām"), ("هشام", "Hišām"),
    ("أكرم", "Akram"), ("أدهم", "Adham"), ("أشرف", "Ašraf"), ("أيمن", "Ayman"), ("أنور", "Anwar"), ("أمجد", "Amǧad"),
    ("عبد الرحمن", "ʿAbd al-Raḥmān"), ("عبد الله", "ʿAbd Allāh"), ("عبد العزيز", "ʿAbd al-ʿAzīz"), ("عبد القادر", "ʿAbd al-Qādir"),
    ("عبد الكريم", "ʿAbd al-Karīm"), ("عبد الستار", "ʿAbd al-Sattār"), ("عبد الباسط", "ʿAbd al-Bāsiṭ"), ("عبد الحكيم", "ʿAbd al-Ḥakīm"),
    ("نور الدين", "Nūr al-Dīn"), ("سيف الدين", "Sayf al-Dīn"), ("عز الدين", "ʿIzz al-Dīn"), ("صلاح الدين", "Ṣalāḥ al-Dīn"),
    ("فاروق", "Fārūq"), ("قاسم", "Qāsim"), ("ناصر", "Nāṣir"), ("ظافر", "Ẓāfir"), ("شاكر", "Šākir"), ("جاسم", "Ǧāsim"),
    ("خليل", "Ḫalīl"), ("رشيد", "Rašīd"), ("شريف", "Šarīf"), ("عمار", "ʿAmmār"), ("غياث", "Ġiyāṯ"), ("نواف", "Nawwāf"),
)  # fmt: skip
#: What people are called besides: by an invented place, a trade, a tribe, a quality; some without an article.
FAMILY = (
    ("الطحان", "al-Ṭaḥḥān"), ("النجار", "al-Naǧǧār"), ("الحداد", "al-Ḥaddād"), ("القصاب", "al-Qaṣṣāb"), ("الدباغ", "al-Dabbāġ"),
    ("السقاء", "al-Saqqāʾ"), ("البيطار", "al-Bayṭār"), ("الخطيب", "al-Ḫaṭīb"), ("الراعي", "al-Rāʿī"), ("الوراق", "al-Warrāq"),
    ("الزعفراني", "al-Zaʿfarānī"), ("الريحاني", "al-Rayḥānī"), ("السنجابي", "al-Sinǧābī"), ("العنابي", "al-ʿUnnābī"),
    ("الرخامي", "al-Ruḫāmī"), ("الصفصافي", "al-Ṣafṣāfī"), ("الينبوعي", "al-Yanbūʿī"), ("السنابلي", "al-Sanābilī"),
    ("القنطري", "al-Qanṭarī"), ("البيدري", "al-Baydarī"), ("الظهراوي", "al-Ẓahrāwī"), ("الغيضاني", "al-Ġayḍānī"),
    ("الخضيري", "al-Ḫuḍayrī"), ("الجبوشي", "al-Ǧabbūšī"), ("الشيحاوي", "al-Šīḥāwī"), ("الذهيبي", "al-Ḏuhaybī"),
    ("الثعلبي", "al-Ṯaʿlabī"), ("العوسجي", "al-ʿAwsaǧī"), ("القرمزي", "al-Qirmizī"), ("اللوزي", "al-Lawzī"),
    ("الدردري", "al-Dardarī"), ("النعناعي", "al-Naʿnāʿī"), ("الكمأي", "al-Kamʾī"), ("الهضابي", "al-Hiḍābī"),
    ("الأشقر", "al-Ašqar"), ("الأعرج", "al-Aʿraǧ"), ("الأحدب", "al-Aḥdab"), ("الطويل", "al-Ṭawīl"), ("القصير", "al-Qaṣīr"),
    ("الأزرق", "al-Azraq"), ("حمدان", "Ḥamdān"), ("درويش", "Darwīš"), ("شاهين", "Šāhīn"), ("زيتون", "Zaytūn"),
    ("قنديل", "Qindīl"), ("عصفور", "ʿUṣfūr"), ("حنظل", "Ḥanẓal"), ("جاويش", "Ǧāwīš"), ("آغا", "Āġā"), ("خرنوب", "Ḫarnūb"),
    ("الفضلي", "al-Faḍlī"), ("العزاوي", "al-ʿAzzāwī"), ("الهلالي", "al-Hilālī"), ("الخزرجي", "al-Ḫazraǧī"), ("النوراني", "al-Nūrānī"),
    ("الزبيبي", "al-Zabībī"), ("الصواني", "al-Ṣawwānī"), ("الحوراني", "al-Ḥawrānī"), ("البلوطي", "al-Ballūṭī"), ("الغدراني", "al-Ġudrānī"),
)  # fmt: skip

RANKS = (
    "العقيد",
    "الملازم أول",
    "النقيب",
    "الرائد",
    "المقدم",
    "العميد",
    "الدكتور",
    "المهندس",
    "الشيخ",
    "الأخ",
    "السيد",
    "الأمير",
    "الحاج",
    "المختار",
)
LATIN_RANKS = {
    "en": ("Colonel", "Captain", "Major", "Lieutenant", "Dr.", "Sheikh", "Emir", "Brigadier", "Mr."),
    "fr": ("le colonel", "le capitaine", "le docteur", "le cheikh", "le commandant"),
    "de": ("Oberst", "Hauptmann", "Major", "Scheich", "Dr."),
    "tr": ("Albay", "Yüzbaşı", "Binbaşı", "Şeyh", "Doktor"),
}
OFFICES = (
    Term("والي الضفاف", "governor of the banks"),
    Term("قائد القاطع الثاني", "commander of the second sector"),
    Term("نائب قائد الكتيبة", "deputy battalion commander"),
    Term("أمير المركز", "emir of the centre"),
    Term("قاضي المحكمة", "judge of the court"),
    Term("مدير المشفى", "hospital director"),
    Term("أمين المستودعات", "keeper of the depots"),
    Term("مسؤول التسليح", "head of armament"),
    Term("رئيس المجلس المحلي", "chairman of the local council"),
    Term("ضابط الاستطلاع", "reconnaissance officer"),
    Term("كاتب العدل", "notary"),
    Term("مدير الأفران", "director of the bakeries"),
)
