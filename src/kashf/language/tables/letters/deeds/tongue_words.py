"""Words for acts in French, Turkish and Persian: what orders, asks, forbids or permits, and what deeds are called; compared folded."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

#: By force, the stronger first.
OPENERS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "fr": MappingProxyType(
            {
                "forbid": "il est interdit|est interdit|est interdite|sont interdits|défense de|il est défendu|est prohibé",
                "permit": "est autorisé|est autorisée|sont autorisés|il est permis",
                "request": "veuillez|je vous prie|nous vous prions|prière de|vous êtes prié|vous êtes priés|merci de|je vous demande"
                "|nous vous demandons|j'ai l'honneur de vous demander|je sollicite|nous sollicitons",
                "order": "il est demandé|il vous est demandé|est chargé|est chargée|sont chargés|est tenu|sont tenus|ordre est donné"
                "|il est décidé|doit|doivent|devra|devront|il est ordonné|il convient|vous voudrez bien",
            }
        ),
        "tr": MappingProxyType(
            {
                "forbid": "yasaktır|yasaklanmıştır|yasaklanması",
                "permit": "izin verilmiştir|uygun görülmüştür",
                "request": "arz ederim|arz ederiz|arz olunur|talep ederim|talep ederiz|talep olunur",
                "order": "rica olunur|rica ederim|gerekmektedir|gerekir|emredilmiştir|emrolunur|zorunludur|mecburidir|istenmektedir",
            }
        ),
        "fa": MappingProxyType(
            {
                "forbid": "ممنوع است|ممنوع می باشد|ممنوع می‌باشد|نباید|مجاز نیست",
                "permit": "مجاز است|بلامانع است|اجازه داده می شود",
                "request": "خواهشمند است|خواهشمندم|مستدعی است|لطفا|تقاضا دارد|تقاضا می شود|استدعا دارد",
                "order": "مقرر است|مقرر گردید|مقرر شد|لازم است|ضروری است|باید|می بایست|موظف است|موظفند|مکلف است|دستور داده شد|الزامی است",
            }
        ),
    }
)
#: Stems that a deed begins with, by its kind; of Persian the noun before the helping verb.
STEMS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "fr": MappingProxyType(
            {
                "close": "ferm|bloqu|boucl",
                "open": "ouvr|rouvr",
                "deliver": "envoy|remett|livr|fourn|transmett|expédi|adress|procur|prêt",
                "transfer": "transfér|transport|déplac|mut",
                "evacuate": "évacu|vid",
                "report": "indiqu|inform|communiqu|signal|rendre compte|renseign|répond",
                "pay": "pay|vers|régl|rembours",
                "repair": "répar|entreten|restaur",
                "inspect": "inspect|contrôl|vérifi|fouill|perquisitionn",
                "guard": "gard|protég|surveill",
                "detain": "arrêt|interpell|incarcér",
                "release": "libér|relâch",
                "distribute": "distribu|répart",
                "appoint": "nomm|désign|affect",
                "dismiss": "révoqu|licenci|démett",
                "withdraw": "retir|repli",
                "travel": "circul|sort|entr|franch|voyag|quitt",
                "publish": "publi|affich|diffus",
                "trade": "vend|achet",
                "list": "recens|dénombr|dress",
                "execute": "exécut|appliqu",
            }
        ),
        "tr": MappingProxyType(
            {
                "close": "kapat|kapan",
                "open": "aç",
                "deliver": "gönder|teslim|ver|ulaştır|sağlan|temin",
                "transfer": "nakl|nakil|taşın|aktar|sevk",
                "evacuate": "tahliye|boşalt",
                "report": "bildir|rapor|bilgi",
                "pay": "öde|öden",
                "repair": "onar|tamir|bakım",
                "inspect": "denetl|kontrol|incele|muayene",
                "guard": "koru|nöbet",
                "detain": "tutukla|yakala|gözaltı",
                "release": "serbest",
                "distribute": "dağıt",
                "appoint": "atan|görevlendir|tayin",
                "withdraw": "çek",
                "travel": "gir|çık|geç",
                "publish": "yayın|yayım|ilan",
                "trade": "sat|satın",
                "execute": "uygula|icra",
            }
        ),
        "fa": MappingProxyType(
            {
                "close": "بسته|بستن|مسدود|تعطیل",
                "open": "باز شود|باز نمایند|بازگشایی|گشودن",
                "deliver": "ارسال|تحویل|تامین|واگذار",
                "transfer": "انتقال|منتقل|جابجا|حمل",
                "evacuate": "تخلیه",
                "report": "اعلام|گزارش|اطلاع",
                "pay": "پرداخت|واریز",
                "repair": "تعمیر|ترمیم|مرمت",
                "inspect": "بازرسی|بررسی|تفتیش",
                "guard": "حفاظت|محافظت|نگهبانی",
                "detain": "بازداشت|دستگیر|توقیف",
                "release": "آزاد",
                "distribute": "توزیع",
                "appoint": "منصوب|انتصاب",
                "dismiss": "برکنار|عزل",
                "withdraw": "عقب نشینی|خارج",
                "travel": "ورود|خروج|تردد|عبور",
                "publish": "انتشار|منتشر",
                "trade": "فروش|خرید",
                "list": "آمار|فهرست",
                "execute": "اجرا",
            }
        ),
    }
)
#: "And" that adds a deed; words that may stand between "of" and a French infinitive.
AND: Final[Mapping[str, str]] = MappingProxyType({"fr": "et|puis", "tr": "ve|ile", "fa": "و"})
FRENCH_BEFORE: Final = "de|d'|à|a"
FRENCH_OBJECTS: Final = "nous|vous|me|m'|lui|leur|les|le|la|l'|en|y|se|s'|ne pas|bien|vouloir"
