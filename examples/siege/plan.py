"""What each file of the leak will be, decided before the first is made, so that any of them can be made on its own."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from random import Random

from examples.siege.faults import FAULTS, NEEDS_OCR
from examples.siege.mixes import COPIES, KINDS, MEMBERS, shuffled_kinds
from examples.siege.names import copy_name, file_name, folder
from examples.siege.wanted import Plant

#: Formats in which a letter's text comes out the same, so that one can be a copy of another.
SAME_TEXT = ("letter_docx", "letter_pdf", "letter_utf8")
NEAR_BASES = ("letter_docx", "letter_pdf", "letter_txt", "letter_utf8", "report_docx", "report_utf8")
SCANS = ("scan_jpg", "scan_png", "scan_tif", "scan_pdf")


@dataclass(frozen=True, slots=True)
class Spec:
    """One file, or one member of a container.

    Attributes:
        path: Within the leak, or within its container.
        kind: A key of `KINDS`.
        content: Key of its words: two specs with the same say the same.
        look: Key of typeface, encoding, noise: the same content, kind and look give the same bytes, unless there is a change.
        change: "", "word" or "header": how a near copy differs.
        fault: A key of `FAULTS` for what is broken.
        plants: Names to put in.
        operation: Number of the operation it belongs to, -1 for none.
        role: Which of the operation's letters it is.
        inside: Members, in order.
    """

    path: str
    kind: str
    content: str
    look: str
    change: str = ""
    fault: str = ""
    plants: tuple[Plant, ...] = ()
    operation: int = -1
    role: str = ""
    inside: tuple["Spec", ...] = ()

    def walk(self) -> Iterator["Spec"]:
        """Yield this spec and all that lies within it."""
        yield self
        for spec in self.inside:
            yield from spec.walk()


def draft(seed: int, files: int, mix: str) -> tuple[Spec, ...]:
    """Return the specs of a leak, without names planted yet; paths are unique."""
    rng = Random(f"{seed}/{files}/{mix}/plan")
    kinds = shuffled_kinds(rng, files, mix)
    faults = cycle(fault for fault in FAULTS if mix == "full" or fault not in NEEDS_OCR)
    originals: list[Spec] = []
    for number, kind in enumerate(kind for kind in kinds if kind not in COPIES):
        fault = next(faults) if kind == "broken" else ""
        originals.append(_original(rng, originals, kind, key=f"{number:06}", mix=mix, fault=fault))
    bases = _Bases.among(originals)
    copies = [_copy(rng, bases, kind, f"{number:06}") for number, kind in enumerate(kinds) if kind in COPIES]
    return _placed(rng, [*originals, *copies], files)


def _original(rng: Random, earlier: list[Spec], kind: str, *, key: str, mix: str, fault: str) -> Spec:
    name = file_name(rng, KINDS[kind].family, FAULTS[fault] if fault else KINDS[kind].extension)
    return Spec(name, kind, key, key, fault=fault, inside=_inside(rng, earlier, kind, key=key, mix=mix))


def _inside(rng: Random, earlier: list[Spec], kind: str, *, key: str, mix: str) -> tuple[Spec, ...]:
    """Return the members of a container of this kind; one of eight is a copy of a file made earlier."""
    if kind == "box_mbox":
        kinds = rng.choices(("mail", "mail_en"), k=rng.randrange(3, 7))
    elif kind in {"mail", "mail_en"}:
        kinds = rng.choices(MEMBERS[mix], k=rng.choice((0, 1, 1, 2)))
    elif kind in {"box_zip", "box_tar"}:
        kinds = rng.choices(MEMBERS[mix], k=rng.randrange(3, 8))
        if key.count(".") < 2 and rng.random() < 0.2:
            kinds.append("box_zip")
    else:
        return ()
    copyable = [spec for spec in earlier[-400:] if spec.kind in MEMBERS[mix]]
    members: list[Spec] = []
    for number, member in enumerate(kinds, start=1):
        if copyable and member in MEMBERS[mix] and rng.random() < 0.12:
            source = rng.choice(copyable)
            spec = replace(source, path=copy_name(rng, source.path))
        else:
            spec = _original(rng, earlier, member, key=f"{key}.{number}", mix=mix, fault="")
        members.append(replace(spec, path=_unused(spec.path, {other.path for other in members})))
    return _in_folders(rng, kind, members)


def _in_folders(rng: Random, kind: str, members: list[Spec]) -> tuple[Spec, ...]:
    if kind in {"box_zip", "box_tar"} and rng.random() < 0.4:
        return tuple(replace(spec, path=f"أوامر/{spec.path}" if number % 2 else spec.path) for number, spec in enumerate(members))
    return tuple(members)


@dataclass(frozen=True, slots=True)
class _Bases:
    """What can be copied in each way."""

    whole: list[Spec]
    text: list[Spec]
    near: list[Spec]
    scans: list[Spec]

    @classmethod
    def among(cls, specs: list[Spec]) -> "_Bases":
        def of(*kinds: str) -> list[Spec]:
            return [spec for spec in specs if spec.kind in kinds]

        return cls([spec for spec in specs if spec.kind != "broken"], of(*SAME_TEXT), of(*NEAR_BASES), of(*SCANS))


def _copy(rng: Random, bases: _Bases, kind: str, key: str) -> Spec:
    """Return a copy of a file; where there is none that such a copy could be made of, one with the same bytes."""
    if kind == "copy_text" and bases.text:
        base = rng.choice(bases.text)
        other = rng.choice([same for same in SAME_TEXT if same != base.kind])
        return replace(base, path=_renamed(rng, base.path, other), kind=other, look=f"copy {key}")
    if kind == "copy_near" and bases.near:
        base = rng.choice(bases.near)
        return replace(base, path=copy_name(rng, base.path), change=rng.choice(("word", "header")))
    if kind == "copy_scan" and bases.scans:
        base, other = rng.choice(bases.scans), rng.choice(SCANS)
        return replace(base, path=_renamed(rng, base.path, other), kind=other, look=f"copy {key}")
    base = rng.choice(bases.whole)
    return replace(base, path=copy_name(rng, base.path))


def _renamed(rng: Random, path: str, kind: str) -> str:
    return copy_name(rng, path).partition(".")[0] + "." + KINDS[kind].extension


def _placed(rng: Random, specs: list[Spec], files: int) -> tuple[Spec, ...]:
    """Return the specs shuffled and put into folders, no two at the same path."""
    rng.shuffle(specs)
    taken: set[str] = set()
    placed = []
    for spec in specs:
        path = _unused(f"{folder(rng, KINDS[spec.kind].family, files=files)}/{spec.path}", taken)
        taken.add(path)
        placed.append(replace(spec, path=path))
    return tuple(placed)


def _unused(path: str, taken: set[str]) -> str:
    """Return the path, with a number in brackets before the extension if it is taken."""
    before, slash, name = path.rpartition("/")
    stem, dot, extension = name.partition(".")
    number = 2
    while path in taken:
        path = f"{before}{slash}{stem} [{number}]{dot}{extension}"
        number += 1
    return path
