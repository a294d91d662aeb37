"""How people name files and folders: scanner counters, Arabic titles, blanks, second copies, a few that are far too long."""

from random import Random

from examples.siege.letters import TOPICS
from examples.siege.world import PLACES, POSTS, UNITS

MAX_NAME_BYTES = 220
#: Above this many files a folder of a batch is divided.
FILES_A_FOLDER = 150

FOLDERS = {
    "scan": ("دفعة ١ - ساعي المنارة", "دفعة ٢ - ساعي المنارة", "scans 2014", "صور الهاتف"),
    "letter": ("دفعة ١ - ساعي المنارة", "دفعة ٢ - ساعي المنارة", "أرشيف الديوان", "Batch 3 (USB)", "متفرقات - لم تفرز بعد"),
    "report": ("Reports EN", "Batch 3 (USB)", "new folder (2)"),
    "table": ("ذاتية ومالية", "أرشيف الديوان", "Batch 3 (USB)"),
    "mail": ("بريد", "mail export"),
    "box": ("Batch 3 (USB)", "new folder (2)"),
    "broken": ("new folder (2)", "متفرقات - لم تفرز بعد", "Batch 3 (USB)"),
}


def folder(rng: Random, family: str, *, files: int) -> str:
    """Return a folder for a file of a family, divided the more the larger the leak is."""
    parts = files // (FILES_A_FOLDER * 10)
    chosen = rng.choice(FOLDERS[family])
    return f"{chosen}/{rng.randrange(1, parts + 2):02}" if parts else chosen


def file_name(rng: Random, family: str, extension: str) -> str:
    """Return a name such as its owner would have given it."""
    stem = rng.choice(_STEMS[family])(rng)
    while len(stem.encode()) > MAX_NAME_BYTES:
        stem = stem.rsplit(" ", 1)[0]
    return f"{stem}.{extension}"


def copy_name(rng: Random, original: str) -> str:
    """Return a name for a copy: often the old one with something added, sometimes another altogether."""
    stem, dot, extension = original.rsplit("/", 1)[-1].partition(".")
    if len(stem.encode()) > MAX_NAME_BYTES - 30:
        stem = str(rng.randrange(1000, 9999))
    added = rng.choice(("نسخة من {}", "{} (1)", "{} - Copy", "{}_2", "Copy of {}", "{}", "لم يقرأ {}"))
    return added.format(stem) + dot + extension


def _topic(rng: Random) -> str:
    return rng.choice(rng.choice(TOPICS).subjects)


def _long(rng: Random) -> str:
    first, second, place = rng.choice(UNITS).arabic, rng.choice(UNITS).arabic, rng.choice(PLACES).arabic
    return f"كتاب من {first} إلى {second} بخصوص {_topic(rng)} في {place} - للاطلاع ثم الحفظ في الأضبارة {rng.randrange(99)}"


_STEMS = {
    "scan": (
        lambda rng: f"IMG_{rng.randrange(10_000):04}",
        lambda rng: f"Scan 2014-{rng.randrange(1, 13):02}-{rng.randrange(1, 29):02} ({rng.randrange(1, 40)})",
        lambda rng: f"مسح ضوئي {rng.randrange(1000):03}",
        lambda rng: f"صورة {rng.randrange(2000)}",
        lambda rng: f"{rng.getrandbits(48):012x}",
    ),
    "letter": (
        lambda rng: f"كتاب رقم {rng.randrange(100, 4000)}",
        lambda rng: f"أمر إداري {rng.randrange(100, 4000)}",
        lambda rng: f"رسالة إلى {rng.choice(POSTS).arabic} {rng.randrange(99)}",
        lambda rng: f"{_topic(rng)} - {rng.choice(PLACES).arabic}",
        lambda rng: f"{rng.randrange(100_000):05}",
        lambda rng: f"doc{rng.randrange(1000)} نهائي",
        _long,
    ),
    "report": (
        lambda rng: f"report_{rng.randrange(10_000)}",
        lambda rng: f"Sitrep {rng.choice(PLACES).english} {rng.randrange(99)}",
        lambda rng: f"memo FINAL final ({rng.randrange(1, 30)})",
        lambda rng: f"notes {rng.randrange(10_000)}",
    ),
    "table": (lambda rng: f"سجل {rng.choice(UNITS).arabic} {rng.randrange(99)}", lambda rng: f"register-{rng.randrange(10_000)}", _topic),
    "mail": (lambda rng: f"{rng.randrange(100_000):05}", lambda rng: f"RE_ {_topic(rng)}", lambda rng: f"Fwd {rng.randrange(1000)}"),
    "box": (
        lambda rng: f"أضبارة {rng.randrange(1000)}",
        lambda rng: f"backup-{rng.randrange(10_000)}",
        lambda rng: f"من الساعي {rng.randrange(99)}",
    ),
    "broken": (
        lambda rng: f"{rng.randrange(100_000):05}",
        lambda rng: f"تالف {rng.randrange(1000)}",
        lambda rng: f"recovered_{rng.randrange(1000)}",
    ),
}
