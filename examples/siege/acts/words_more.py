"""How letters are worded in French, Turkish and Persian, in the set that is shown; fewer kinds of papers than in Arabic."""

from collections.abc import Mapping
from typing import Any

from examples.siege.acts.kit import Book, DateWords
from examples.siege.dates import LATIN_MONTHS


def small_book(language: str, dates: DateWords, *, rtl: bool = False, **words: Any) -> Book:
    """Return a book of a language in which little is written: no forms, registers or added hands."""
    none: Mapping[str, tuple[str, ...]] = {}
    defaults: dict[str, Any] = {
        "marks": ("",),
        "reasons": {"any": ("",)},
        "titles": none,
        "articles": words["item"],
        "enclosures": ("{matter}",),
    }
    return Book(language=language, dates=dates, rtl=rtl, **(defaults | words))


def plain_dates(months: tuple[str, ...], weekdays: tuple[str, ...], styles: tuple[tuple[str, int], ...], on: str, **more: Any) -> DateWords:
    """Return how days are written where there is one calendar, or the solar one of Persian besides."""
    told: dict[str, Any] = {
        "digits": ("0123456789",), "gregorian": styles, "hijri": (), "months": (months,), "hijri_months": (), "weekdays": weekdays,
            "pair": (), "blank_pair": (),
        "weekday": ("{weekday} {date}",), "no_year": (("{d} {month}",), ()), "no_day": (("{month} {y}",), ()),
            "unreadable": (("?? {month} {y}",), ()),
        "blank": (("  /  /201 ",), ()), "on": on, "bracket": "[{date}]", "range": "{first} - {last}",
    }  # fmt: skip
    return DateWords(**(told | more))


_FR_DATES = plain_dates(
    LATIN_MONTHS["fr"], ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    (("{d} {month} {y}", 60), ("{dd}/{mm}/{y}", 30), ("{dd}.{mm}.{yy}", 10)), "le {date}",
)  # fmt: skip
_TR_DATES = plain_dates(
    LATIN_MONTHS["tr"], ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"),
    (("{d} {month} {y}", 50), ("{dd}.{mm}.{y}", 40), ("{dd}/{mm}/{y}", 10)), "{date} tarihinde",
)  # fmt: skip
_FA_MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
_FA_DATES = plain_dates(
    ("ژانویه", "فوریه", "مارس", "آوریل", "مه", "ژوئن", "ژوئیه", "اوت", "سپتامبر", "اکتبر", "نوامبر", "دسامبر"),
    ("دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"), (("{d} {month} {y}", 100),), "در تاریخ {date}",
    digits=("۰۱۲۳۴۵۶۷۸۹", "۰۱۲۳۴۵۶۷۸۹", "0123456789"), solar=(("{y}/{m}/{d}", 60), ("{d} {month} {y}", 30), ("{y}/{mm}/{dd} هـ.ش", 10)),
        solar_months=(_FA_MONTHS,),
)  # fmt: skip

FRENCH_BOOK = small_book(
    "fr", _FR_DATES,
    heads=(("org", "number", "date", "to", "subject", "title"), ("org", "numberdate", "title", "to", "subject")),
    labels={
        "number": ("N° {x}", "Réf. : {x}"), "date": ("Le {x}", "Date : {x}"), "numberdate": ("N° {number}, le {date}",),
            "from": ("De : {x}",), "to": ("À : {x}", "À l'attention de {x}"),
        "subject": ("Objet : {x}",), "place": ("{x}",), "copy": ("Copie à :",), "enclosure": ("Pièces jointes : {x}",),
            "class": ("Confidentiel", "Urgent"), "second": ("Circulaire n° {x}",), "post_of": ("{post}",),
    },
    no_number=("N° .....",),
    titles={"order": ("Ordre",), "report": ("Rapport",), "permit": ("Laissez-passer",), "receipt": ("Reçu",), "request": ("Demande",)},
    openings={"items_told": ("Nous portons à votre connaissance :",), "items": ("Il a été décidé ce qui suit :",),
        "operation": ("dans le cadre de l'opération {code}",),
        "operation_subject": ("Opération {code}",)},
    reasons={"any": ("Dans l'intérêt général", "Vu la situation")},
    deeds={
        "deliver": ("la_remise_de|remettre {items}[ à {to}]",),
            "transfer": ("le_transfert_de|transférer {persons}{items}[ de {from}][ vers {to}]",),
            "evacuate": ("l'évacuation_de|évacuer {place}[ vers {to}]",),
        "pay": ("le_versement_de|verser {sum}[ à {persons}{to}]",), "report": ("l'envoi_d'un|envoyer_un rapport sur {topic}",),
            "list": ("l'établissement_de|établir la liste : {topic}",),
        "inspect": ("l'inspection_des|inspecter_les dépôts de {place}",), "guard": ("la_garde_de|garder {place} jour et nuit",),
            "repair": ("la_réparation_du|réparer_le réseau d'eau de {place}",),
        "open": ("l'ouverture_du|ouvrir_le passage de {place}",), "travel": ("le_passage|passer[ de {from}][ à {to}]",),
            "trade": ("l'achat_de|acheter {items}[ à {from}]",),
        "carry_arms": ("le_port_d'armes|porter_des_armes à {place}",), "photograph": ("la_prise_de|prendre_des photographies à {place}",),
    },
    frames={
        "order": ("Il a été décidé de {v}", "Vous êtes prié de {v}", "Nous vous informons de la décision de {v}", "Il convient de {v}"),
            "order:agent": ("{agent} est chargé de {v}",), "item": ("{M}",),
        "item:agent": ("{agent} : {m}",), "forbid": ("Il est formellement interdit de {v}",),
            "forbid:agent": ("{agent} : il est interdit de {v}",), "permit": ("Rien ne s'oppose à ce que vous puissiez {v}",),
        "permit:agent": ("{agent} : autorisation de {v}",), "request": ("Nous vous prions de bien vouloir {v}",),
            "done": ("Il a été procédé comme suit : {m}",), "not_done": ("Il n'a pas été possible de {v}",),
        "planned": ("Il est prévu de {v}",), "cancel": ("Il est renoncé à {v}",), "remind": ("Nous rappelons : {m}",),
    },
    numerals=("1", "2", "3", "4", "5", "6", "7"), item=("{numeral}. {words}.",),
        executor=("{agent} est chargé de l'exécution du présent ordre",),
    refs={"alone": ("Suite à {refs}.",), "per": ("Vu {refs}",), "answer": ("En réponse à {refs}.",)},
        ref=("la {kind}[ de {author}][ n° {number}][ du {date}][ relative à {matter}]",),
    shared=("[ et n° {number}][ du {date}]",), quotes=("Nous vous transmettons {ref} : « {words} ».",), levels=", transmise par ",
        paper_kinds={"any": "lettre", "request": "demande", "circular": "circulaire"},
    when={"within_receipt": ("dans les {n} jours de la notification",), "within_letter": ("dans les {n} jours de la présente",),
        "date": ("avant le {date}",), "at_once": ("dans les plus brefs délais",)},
    validity=("Valable {n} jours.",), topics={"fuel": "l'état du carburant", "families": "les familles arrivées", "wounded": "les blessés",
        "stores": "les stocks"},
    items={
        "rifles": "{n} fusils", "ammunition": "{n} caisses de munitions", "diesel": "{n} litres de gazole", "flour": "{n} sacs de farine",
            "blankets": "{n} couvertures", "vehicles": "{n} véhicules",
        "medicine": "{n} cartons de médicaments", "radios": "{n} postes radio", "fertiliser": "{n} tonnes d'engrais",
            "wheat": "{n} tonnes de blé",
    },
    money=("{n} dinars",),
    classes={
        "all_offices": "tous les bureaux", "sector_heads": "tous les chefs de secteur", "checkpoints": "tous les barrages",
            "fighters": "tous les soldats", "residents": "les habitants", "merchants": "les commerçants",
        "directors": "tous les directeurs", "units": "toutes les unités",
    },
    posts={"director": "le Directeur", "clerk": "le Chef de bureau"}, purposes={"record": ("pour archivage",),
        "review": ("pour information",), "execution": ("pour exécution",), "": ("",)},
    honorific=("M. ", ""), closings=("Veuillez agréer nos salutations distinguées.", ""), greetings=("Monsieur,",),
        enclosures=("copie : {matter}",), copy_line="- {office}[ ({purpose})]",
    matters={"deliver": "remise de matériel", "transfer": "transfert", "evacuate": "évacuation", "pay": "versement", "report": "rapport",
        "list": "liste", "inspect": "inspection", "guard": "garde", "repair": "réparation", "open": "passage", "travel": "déplacement",
        "trade": "achat", "carry_arms": "port d'armes", "photograph": "photographies", "committee": "commission"},
    stamps=("{office}",), papers={"receipt": ("Je soussigné {person} ai reçu de {from} : {items}.",),
        "permit": ("M. {person} est autorisé à passer de {from} à {to}[ avec {items}].",)}, mails=("Voir pièce jointe.",),
        conjunction=" et ",
)  # fmt: skip
TURKISH_BOOK = small_book(
    "tr", _TR_DATES, rule_first=True,
    heads=(("org", "number", "date", "to", "subject", "title"), ("org", "numberdate", "subject", "to", "title")),
    labels={
        "number": ("Sayı: {x}", "No: {x}"), "date": ("Tarih: {x}",), "numberdate": ("Sayı: {number}     Tarih: {date}",),
            "from": ("Kimden: {x}",), "to": ("Kime: {x}", "{x} makamına"), "subject": ("Konu: {x}",),
        "place": ("{x}",), "copy": ("Dağıtım:",), "enclosure": ("Ekler: {x}",), "class": ("Gizli", "İvedi"), "second": ("Genelge no {x}",),
            "post_of": ("{post}",),
    },
    no_number=("Sayı: .....",),
    titles={"order": ("Emir",), "report": ("Rapor",), "permit": ("İzin belgesi",), "receipt": ("Teslim tutanağı",), "request": ("Talep",)},
    openings={"items_told": ("Aşağıdaki hususlar arz olunur:",), "items": ("Aşağıdaki hususlar kararlaştırılmıştır:",),
        "operation": ("({code} harekâtı kapsamında)",),
        "operation_subject": ("{code} harekâtı",)}, reasons={"any": ("Kamu yararı gereği", "Mevcut durum nedeniyle")},
    deeds={
        "deliver": ("{items} teslimi[ ({to})]",), "transfer": ("{persons}{items} nakli[ ({from})][ (hedef: {to})]",),
            "evacuate": ("{place} köyünün tahliyesi[ ({to})]",), "pay": ("{sum} ödenmesi[ ({persons}{to})]",),
        "report": ("{topic} hakkında rapor sunulması",), "list": ("{topic} listesinin hazırlanması",),
            "inspect": ("{place} depolarının denetlenmesi",), "guard": ("{place} mevkiinin korunması",),
        "repair": ("{place} su şebekesinin onarılması",), "open": ("{place} geçidinin açılması",),
            "travel": ("[{from} yerinden ][{to} yerine ]geçiş yapılması",), "trade": ("{items} satın alınması[ ({from})]",),
        "carry_arms": ("{place} içinde silah taşınması",), "photograph": ("{place} çevresinde fotoğraf çekilmesi",),
    },
    frames={
        "order": ("{M} kararlaştırılmıştır", "{M} gerekmektedir", "{M} hususunda gereğini rica ederiz"),
            "order:agent": ("{M} görevi {agent} tarafından yerine getirilecektir",), "item": ("{M}",), "item:agent": ("{M} ({agent})",),
        "forbid": ("{M} kesinlikle yasaktır",), "forbid:agent": ("{M} yasaktır: {agent}",), "permit": ("{M} uygun görülmüştür",),
            "permit:agent": ("{M} uygundur: {agent}",), "request": ("{M} hususunu arz ederiz", "{M} rica olunur"),
        "done": ("{M} tamamlanmıştır",), "not_done": ("{M} henüz mümkün olmamıştır",), "planned": ("{M} planlanmaktadır",),
            "cancel": ("{M} durdurulmuştur",), "remind": ("{M} konusunda cevap beklenmektedir",),
    },
    numerals=("1", "2", "3", "4", "5", "6", "7"), item=("{numeral}. {words}.",), executor=("Bu emrin yürütülmesinden {agent} sorumludur",),
    refs={"alone": ("İlgi: {refs}.",), "per": ("{refs} uyarınca",), "answer": ("{refs} yazınıza cevaben.",)},
        ref=("[{author} ][{date} tarihli ][{number} sayılı ]{kind}[ ({matter})]",),
    shared=("[ ve {number} sayılı][ ({date})]",), quotes=('{ref} aşağıdaki gibidir: "{words}".',), levels=" ile iletilen ",
        paper_kinds={"any": "yazı", "order": "emir", "report": "rapor"},
    when={"within_receipt": ("tebliğden itibaren {n} gün içinde",), "within_letter": ("bu yazıdan itibaren {n} gün içinde",),
        "date": ("({date} tarihine kadar)",), "at_once": ("en kısa sürede",)},
    validity=("{n} gün geçerlidir.",), topics={"fuel": "akaryakıt durumu", "families": "gelen aileler", "wounded": "yaralılar",
        "stores": "depo mevcudu"},
    items={
        "rifles": "{n} tüfek", "ammunition": "{n} sandık mühimmat", "diesel": "{n} litre mazot", "flour": "{n} çuval un",
            "blankets": "{n} battaniye", "vehicles": "{n} araç", "medicine": "{n} koli ilaç", "radios": "{n} telsiz",
        "fertiliser": "{n} ton gübre", "wheat": "{n} ton buğday",
    },
    money=("{n} dinar",),
    classes={
        "all_offices": "tüm bürolar", "sector_heads": "tüm bölge komutanları", "checkpoints": "tüm kontrol noktaları",
            "fighters": "tüm askerler", "residents": "bölge halkı", "merchants": "esnaf", "directors": "tüm müdürler",
        "units": "bağlı birlikler",
    },
    posts={"director": "Müdür", "clerk": "Büro Şefi"}, purposes={"record": ("dosya için",), "review": ("bilgi için",),
        "execution": ("gereği için",), "": ("",)}, honorific=("Sayın ", ""), closings=("Saygılarımızla.", ""),
    greetings=("Selamlar,",), enclosures=("{matter} örneği",), copy_line="- {office}[ ({purpose})]",
    matters={"deliver": "malzeme teslimi", "transfer": "nakil", "evacuate": "tahliye", "pay": "ödeme", "report": "rapor", "list": "liste",
        "inspect": "denetim", "guard": "nöbet", "repair": "onarım", "open": "geçit", "travel": "seyahat", "trade": "satın alma",
        "carry_arms": "silah taşıma", "photograph": "fotoğraf", "committee": "komisyon"},
    stamps=("{office}",), papers={"receipt": ("Ben {person}, {from} tarafından şunları teslim aldım: {items}.",),
        "permit": ("{person} adlı kişinin {from} ile {to} arasında geçişine izin verilmiştir[ ({items})].",)}, mails=("Yazı ektedir.",),
        conjunction=" ve ",
)  # fmt: skip
PERSIAN_BOOK = small_book(
    "fa", _FA_DATES, rtl=True, rule_first=True,
    heads=(("mark", "org", "number", "date", "to", "subject", "title"), ("mark", "org", "numberdate", "to", "subject", "title")),
    labels={
        "number": ("شماره: {x}",), "date": ("تاریخ: {x}",), "numberdate": ("شماره: {number}     تاریخ: {date}",), "from": ("از: {x}",),
            "to": ("به: {x}",), "subject": ("موضوع: {x}",), "place": ("{x}",), "copy": ("رونوشت:",),
        "enclosure": ("پیوست: {x}",), "class": ("محرمانه", "فوری"), "second": ("بخشنامه شماره {x}",), "post_of": ("{post}",),
    },
    no_number=("شماره: .....",), marks=("بسمه تعالی",),
    titles={"order": ("دستور",), "report": ("گزارش",), "permit": ("برگ تردد",), "receipt": ("رسید",), "request": ("درخواست",)},
    openings={"items_told": ("موارد زیر به استحضار می‌رسد:",), "items": ("موارد زیر مقرر گردید:",),
        "operation": ("در قالب عملیات «{code}»",), "operation_subject": ("عملیات {code}",)},
        reasons={"any": ("با توجه به شرایط منطقه", "نظر به مصلحت عمومی")},
    deeds={
        "deliver": ("تحویل {items}[ به {to}]",), "transfer": ("انتقال {persons}{items}[ از {from}][ به {to}]",),
            "evacuate": ("تخلیه {place}[ به سمت {to}]",), "pay": ("پرداخت {sum}[ به {persons}{to}]",),
        "report": ("ارسال گزارش درباره {topic}",), "list": ("تهیه فهرست {topic}",), "inspect": ("بازرسی انبارهای {place}",),
            "guard": ("نگهبانی از {place}",), "repair": ("تعمیر شبکه آب {place}",), "open": ("گشودن گذرگاه {place}",),
        "travel": ("عبور[ از {from}][ به {to}]",), "trade": ("خرید {items}[ از {from}]",), "carry_arms": ("حمل سلاح در {place}",),
            "photograph": ("عکس‌برداری در {place}",),
    },
    frames={
        "order": ("مقرر شد {m}", "خواهشمند است نسبت به {m} اقدام شود", "لازم است {m} انجام گیرد"),
            "order:agent": ("{m} بر عهده {agent} است",), "item": ("{m}",), "item:agent": ("{m} توسط {agent}",),
            "forbid": ("{m} اکیدا ممنوع است",),
        "forbid:agent": ("{m} برای {agent} ممنوع است",), "permit": ("{m} بلامانع است",), "permit:agent": ("{m} برای {agent} بلامانع است",),
            "request": ("تقاضا می‌شود با {m} موافقت فرمایید",), "done": ("{m} انجام شد",),
        "not_done": ("{m} هنوز انجام نشده است",), "planned": ("{m} در دستور کار است",), "cancel": ("{m} لغو شد",),
            "remind": ("یادآوری می‌شود: {m}",),
    },
    numerals=("۱", "۲", "۳", "۴", "۵", "۶", "۷"), item=("{numeral}- {words}.",), executor=("{agent} مسئول اجرای این دستور است",),
    refs={"alone": ("پیرو {refs}.",), "per": ("با استناد به {refs}",), "answer": ("در پاسخ به {refs}.",)},
        ref=("{kind}[ {author}][ شماره {number}][ مورخ {date}][ درباره {matter}]",), shared=("[ و شماره {number}][ مورخ {date}]",),
    quotes=("متن {ref} چنین است: «{words}».",), levels=" که ابلاغ شده با ", paper_kinds={"any": "نامه", "order": "دستور",
        "report": "گزارش"},
    when={"within_receipt": ("ظرف {n} روز از ابلاغ",), "within_letter": ("ظرف {n} روز از تاریخ این نامه",), "date": ("تا تاریخ {date}",),
        "at_once": ("در اسرع وقت",)},
    validity=("اعتبار: {n} روز.",), topics={"fuel": "وضعیت سوخت", "families": "خانواده‌های آواره", "wounded": "مجروحان",
        "stores": "موجودی انبار"},
    items={
        "rifles": "{n} قبضه تفنگ", "ammunition": "{n} جعبه مهمات", "diesel": "{n} لیتر گازوئیل", "flour": "{n} کیسه آرد",
            "blankets": "{n} تخته پتو", "vehicles": "{n} دستگاه خودرو", "medicine": "{n} کارتن دارو",
        "radios": "{n} دستگاه بی‌سیم", "fertiliser": "{n} تن کود", "wheat": "{n} تن گندم",
    },
    money=("{n} دینار",),
    classes={
        "all_offices": "کلیه دفاتر", "sector_heads": "کلیه فرماندهان محور", "checkpoints": "کلیه ایست‌های بازرسی",
            "fighters": "عموم رزمندگان", "residents": "اهالی محترم", "merchants": "کسبه", "directors": "کلیه مدیران",
            "units": "یگان‌های تابعه",
    },
    posts={"director": "مدیر", "clerk": "رئیس دفتر"}, purposes={"record": ("جهت بایگانی",), "review": ("جهت استحضار",),
        "execution": ("جهت اجرا",), "": ("",)}, honorific=("آقای ", "برادر ", ""), closings=("با احترام", ""),
    greetings=("با سلام",), enclosures=("تصویر {matter}",), copy_line="- {office}[ {purpose}]",
    matters={"deliver": "تحویل اقلام", "transfer": "انتقال", "evacuate": "تخلیه", "pay": "پرداخت", "report": "گزارش", "list": "فهرست",
        "inspect": "بازرسی", "guard": "نگهبانی", "repair": "تعمیر", "open": "گذرگاه", "travel": "تردد", "trade": "خرید",
        "carry_arms": "حمل سلاح", "photograph": "عکس‌برداری", "committee": "کمیته"},
    stamps=("{office}",), papers={"receipt": ("اینجانب {person} اقلام زیر را از {from} تحویل گرفتم: {items}.",),
        "permit": ("آقای {person} مجاز به تردد از {from} به {to} است[ همراه با {items}].",)}, mails=("نامه پیوست است.",), comma="، ",
        conjunction=" و ",
)  # fmt: skip
