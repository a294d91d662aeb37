"""What forms there are and in which files, decided before the first is filled in, so that any file can be made on its own."""

from dataclasses import dataclass, replace
from itertools import count
from random import Random

from examples.siege.forms.kit import Family, Kit
from examples.siege.forms.people import Man, arabic_of, population

#: Every so many of the entry forms name the wanted man.
WANTED_EVERY = 15
#: Of all forms: the same bytes again, typed anew, one value changed, a man's second form.
SHARES = {"copy": 0.03, "retyped": 0.02, "twin": 0.015, "again": 0.03}
DIGITAL = {"txt": 40, "docx": 22, "pdf": 20, "html": 10, "xlsx": 8}
PAPER = {"jpg": 45, "scan_pdf": 25, "png": 15, "tif": 15}
#: Weights by container.
MIXES = {
    "digital": DIGITAL,
    "scans": PAPER,
    "full": {kind: 6 * weight for kind, weight in DIGITAL.items()} | {kind: 4 * weight for kind, weight in PAPER.items()},
}
EXTENSIONS = {"scan_pdf": "pdf"}
#: How forms lie in files, and how many of them each takes.
COMPOSITIONS = {"single": 1, "two_pages": 1, "out_of_order": 1, "same_page": 2, "in_turn": 2, "interleaved": 2, "many": 4}
_WEIGHTS = {"single": 880, "two_pages": 35, "out_of_order": 12, "same_page": 25, "in_turn": 32, "interleaved": 6, "many": 10}


@dataclass(frozen=True, slots=True)
class FormSpec:
    """One form.

    Attributes:
        family, edition: Numbers within the kit.
        facts: Key of what the form alone says; two with the same say the same of the same man.
        hand: Key of how it is written.
        copy_of, twin_of, again_of: Id of another form, or "".
        copy_kind: "bytes" or "retyped".
    """

    id: str
    family: int
    edition: int
    man: Man
    facts: str
    hand: str
    copy_of: str = ""
    copy_kind: str = ""
    twin_of: str = ""
    again_of: str = ""


@dataclass(frozen=True, slots=True)
class FileSpec:
    """One file, or two for a form whose pages were photographed one by one."""

    path: str
    container: str
    forms: tuple[FormSpec, ...]
    composition: str
    look: str


def draft(kit: Kit, seed: int, forms: int, mix: str) -> tuple[tuple[Man, ...], tuple[FileSpec, ...]]:
    """Return the people and the files of a haul of so many forms; paths are without folders."""
    rng = Random(f"{seed}/{forms}/{mix}/plan")
    counts = {name: int(share * forms) for name, share in SHARES.items()}
    numbers = count(1)
    men, originals = _originals(rng, kit, forms - sum(counts.values()), numbers)
    entries = [form for form in originals if form.family == 0]
    again = [_again(rng, kit, form, numbers) for form in rng.sample(entries, min(counts["again"], len(entries)))]
    everything = [*originals, *again]
    twins = [replace(form, id=f"F{next(numbers):05}", twin_of=form.id) for form in rng.choices(everything, k=counts["twin"])]
    retyped = [
        replace(form, id=f"F{next(numbers):05}", copy_of=form.id, copy_kind="retyped")
        for form in rng.choices(everything, k=counts["retyped"])
    ]
    files = _in_files(rng, kit, [*everything, *twins, *retyped], mix)
    single = [file for file in files if len(file.forms) == 1]
    missing = forms - sum(len(file.forms) for file in files)
    copies = [_copied(rng.choice(single), number, numbers) for number in range(missing)]
    return men, (*files, *copies)


def _originals(rng: Random, kit: Kit, forms: int, numbers: "count[int]") -> tuple[tuple[Man, ...], list[FormSpec]]:
    """Return the people and their forms: an entry form each, and of the other families half about those who have one."""
    families = [family for family in kit.families if family.kind == "form"]
    shares = [family.share for family in families]
    counts = [forms * share // sum(shares) for share in shares]
    counts[0] += forms - sum(counts)
    strangers = [number - number // 2 for number in counts[1:]]
    wanted = [number % WANTED_EVERY == 0 for number in range(counts[0])] + [False] * sum(strangers)
    men = population(rng, kit, tuple(wanted))
    entered, others = men[: counts[0]], list(men[counts[0] :])
    specs = [_form(rng, families[0], 0, man, numbers) for man in entered]
    for number, (family, wanted_forms, strange) in enumerate(zip(families[1:], counts[1:], strangers, strict=True), start=1):
        people = [others.pop() for _ in range(strange)] + rng.choices(entered, k=wanted_forms - strange)
        specs += [_form(rng, family, number, man, numbers) for man in people]
    return men, specs


def _form(rng: Random, family: Family, number: int, man: Man, numbers: "count[int]") -> FormSpec:
    edition = rng.choices(range(len(family.editions)), [edition.weight for edition in family.editions])[0]
    key = f"F{next(numbers):05}"
    return FormSpec(key, number, edition, man, key, key)


def _again(rng: Random, kit: Kit, form: FormSpec, numbers: "count[int]") -> FormSpec:
    """Return a second form of the same man, on whatever edition there was, by another hand."""
    key = f"F{next(numbers):05}"
    editions = kit.families[form.family].editions
    edition = rng.choices(range(len(editions)), [each.weight for each in editions])[0]
    return replace(form, id=key, edition=edition, facts=key, hand=key, again_of=form.id)


def _in_files(rng: Random, kit: Kit, forms: list[FormSpec], mix: str) -> list[FileSpec]:
    """Return the forms in files: those of one edition may lie together."""
    rng.shuffle(forms)
    waiting: dict[tuple[int, int], list[FormSpec]] = {}
    for form in forms:
        waiting.setdefault((form.family, form.edition), []).append(form)
    files = []
    for group in waiting.values():
        while group:
            composition = rng.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
            composition = composition if COMPOSITIONS[composition] <= len(group) else "single"
            taken = tuple(group.pop() for _ in range(COMPOSITIONS[composition]))
            files.append(_file(rng, kit, taken, composition, mix))
    rng.shuffle(files)
    return files


def _file(rng: Random, kit: Kit, forms: tuple[FormSpec, ...], composition: str, mix: str) -> FileSpec:
    weights = MIXES[mix]
    container = rng.choices(list(weights), list(weights.values()))[0]
    stem = rng.choice(kit.stems).format(n=rng.randrange(1, 9000), name=arabic_of(forms[0].man.names))
    return FileSpec(f"{stem}.{EXTENSIONS.get(container, container)}", container, forms, composition, look=forms[0].id)


def _copied(file: FileSpec, number: int, numbers: "count[int]") -> FileSpec:
    stem, _, extension = file.path.rpartition(".")
    (form,) = file.forms
    copy = replace(form, id=f"F{next(numbers):05}", copy_of=form.id, copy_kind="bytes")
    name = ("{} (1)", "نسخة من {}", "{} - Copy", "{}")[number % 4].format(stem)
    return replace(file, path=f"{name}.{extension}", forms=(copy,))
