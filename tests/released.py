"""A small release with its keys, and ways to alter it."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from kashf.domain.entries.heads import chain_leaf
from kashf.domain.ids import canonical_json
from kashf.domain.ledger import GENESIS, leaf_hash, merkle_root
from kashf.evidence.corroborate.provenance import EdgeKind, NodeKind, ProvenanceEdge, ProvenanceNode
from kashf.evidence.hypotheses.board import ChanceRange, EvidenceColumn, HypothesisBoard
from kashf.evidence.hypotheses.card_board import ROWS
from kashf.publish.release.inclusion import commitment, inclusion
from kashf.publish.release.release_bag import TAG_MANIFEST, bagged, payload_of, signed_bytes
from kashf.publish.report.number_binding import bind_numbers
from kashf.publish.report.recomputed import board_value, roads_value
from kashf.publish.report.report_parts import plain_json
from kashf.services.publication.check_folder import release_pages
from kashf.show.wording import LANGUAGES, wording

SENTENCE = "On 24 November 2013 at the latest 40 trucks were to leave al-Rayhana."
KEYS = {"Layla Haddad": "a" * 64, "Omar Zaki": "b" * 64}


def holds(key: str, signature: str, message: bytes) -> bool:
    """Return whether a signature of this toy holds: nobody has the keys who alters a release."""
    return signature == _sign(key, message)


def _sign(key: str, message: bytes) -> str:
    return hashlib.sha512(b"known to the signers alone" + key.encode() + message).hexdigest()


def pages(told: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the pages of a report in both languages."""
    return release_pages(told, [wording(code) for code in LANGUAGES])


@cache
def _made() -> dict[str, bytes]:
    report, values = _report()
    return _released(report, values)


def release() -> dict[str, bytes]:
    """Return the files of a release, by path."""
    return dict(_made())


def remade(files: Mapping[str, bytes], change: Callable[[dict[str, Any]], None]) -> dict[str, bytes]:
    """Return a release after a change of its values, with pages, manifests, hashes and signatures made anew."""
    told = {name: json.loads(content) for name, content in payload_of(files).items() if name.endswith(".json")}
    change(told)
    lines = {name: canonical_json(value) + b"\n" for name, value in told.items()}
    body = told["proofs.json"]["entry"]["body"]
    body |= {name: hashlib.sha256(lines[f"{name}.json"]).hexdigest() for name in ("report", "values")}
    lines["proofs.json"] = canonical_json(told["proofs.json"]) + b"\n"
    return _signed(bagged({**pages(told["report.json"]), **lines}))


def alter(files: dict[str, bytes], seed: int) -> dict[str, bytes]:
    """Return a release with bytes flipped, files added, removed, swapped or cut, or values changed with the manifest made anew."""
    chance = random.Random(seed)
    altered, path = dict(files), chance.choice(sorted(files))
    content, how = files[path], chance.choice(["flip", "flip", "flip", "cut", "grow", "add", "remove", "swap", "value", "value"])
    if how == "flip":
        at = chance.randrange(len(content))
        altered[path] = content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]
    elif how == "cut":
        altered[path] = content[: chance.randrange(len(content))]
    elif how == "grow":
        altered[path] = content + chance.randbytes(chance.randrange(1, 9))
    elif how == "add":
        altered[chance.choice(["", "data/", "signatures/"]) + f"x{chance.randrange(1000)}.json"] = chance.randbytes(chance.randrange(64))
    elif how == "remove":
        del altered[path]
    elif how == "swap":
        other = chance.choice([each for each in sorted(files) if files[each] != content])
        altered[path], altered[other] = files[other], content
    else:
        altered = _other_value(files, chance)
    return altered


def _other_value(files: Mapping[str, bytes], chance: random.Random) -> dict[str, bytes]:
    """Return a release with one value of its JSON changed and all that needs no key made anew."""
    name = chance.choice(["report.json", "values.json", "proofs.json"])
    told = {each: json.loads(content) for each, content in payload_of(files).items() if each.endswith(".json")}
    holder, key = chance.choice(_places(told[name]))
    holder[key] = holder[key] + 1 if type(holder[key]) is int else f"{holder[key]}7"
    lines = {each: canonical_json(value) + b"\n" for each, value in told.items()}
    try:
        made = pages(told["report.json"])
    except Exception:  # noqa: BLE001 - what cannot be drawn any more keeps its old pages
        made = {path: content for path, content in payload_of(files).items() if path.endswith(".html")}
    signatures = {path: content for path, content in files.items() if path.startswith("signatures/")}
    return bagged({**made, **lines}) | signatures


def _places(value: Any) -> list[tuple[Any, Any]]:
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    found = [(value, key) for key in keys if isinstance(value[key], str | int) and not isinstance(value[key], bool)]
    return found + [place for key in keys for place in _places(value[key])]


def _signed(files: dict[str, bytes]) -> dict[str, bytes]:
    made = {
        f"signatures/{key[:32]}.json": _sign(key, signed_bytes(files[TAG_MANIFEST], name)).encode() + b"\n" for name, key in KEYS.items()
    }
    return files | made


def _released(report: dict[str, Any], values: dict[str, Any]) -> dict[str, bytes]:
    lines = {"report.json": canonical_json(report) + b"\n", "values.json": canonical_json(values) + b"\n"}
    leaves = [commitment(f"salt{number}", "c" * 64) for number in (1, 2)]
    signers = [{"name": name, "key": key} for name, key in KEYS.items()]
    body = {
        "words": "d" * 64,
        "report": hashlib.sha256(lines["report.json"]).hexdigest(),
        "values": hashlib.sha256(lines["values.json"]).hexdigest(),
        "commitments": merkle_root(leaves).hex(),
        "findings": ["e" * 64],
        "head": "f" * 64,
        "signers": signers,
    }
    entry = {"actor": "Layla Haddad", "body": body, "device": "desk/work", "kind": "released", "prev": GENESIS, "seq": 1}
    entry |= {"time": "2031-01-01T08:00:00.000000Z"}
    chain = [b"\x01" * 32, leaf_hash(canonical_json(entry)), b"\x02" * 32]
    heads = [b"\x03" * 32, chain_leaf("desk/work", 3, merkle_root(chain))]
    proofs = {
        "id": chain[1].hex(),
        "entry": entry,
        "chain": _told(chain, 1),
        "head": {**_told(heads, 1), "root": merkle_root(heads).hex()},
        "papers": [{"paper": at + 1, "commitment": leaf.hex(), **_told(leaves, at)} for at, leaf in enumerate(leaves)],
        "signers": signers,
    }
    return _signed(bagged({**pages(report), **lines, "proofs.json": canonical_json(proofs) + b"\n"}))


def _told(leaves: list[bytes], at: int) -> dict[str, Any]:
    proof = inclusion(leaves, at)
    return {"index": proof.index, "size": proof.size, "path": list(proof.path)}


def _report() -> tuple[dict[str, Any], dict[str, Any]]:
    names = ("a", "b")
    nodes = [ProvenanceNode(f"paper:{each}", NodeKind.REPORT) for each in names]
    nodes += [ProvenanceNode(f"author:{each}", NodeKind.ORIGIN) for each in names]
    edges = [ProvenanceEdge(f"paper:{each}", EdgeKind.DERIVES, f"author:{each}") for each in names]
    cells = {row.id: ChanceRange(0.8, 0.8) if row.id == "as-read" else ChanceRange(0.2, 0.2) for row in ROWS}
    values: dict[str, Any] = {
        "1.roads": roads_value(nodes, edges),
        "1.board": board_value(HypothesisBoard("", ROWS, (EvidenceColumn("x", "x", cells, "g"),))),
    }
    words = {"bearing": "supports", "origin": "digital", "remark": "", "page": 1, "start": 20, "box": []}
    cited = [
        {**words, "label": "1.1", "paper": 1, "end": 38, "text": "اسحبوا ٤٠ شاحنة"},
        {**words, "label": "1.2", "paper": 2, "end": 29, "text": "لم تغادر أي شاحنة", "bearing": "against", "box": [100, 200, 900, 300]},
    ]
    said = [{"label": "1.3", "who": 1, "knows": "saw", "text": "They left at night.", "bearing": "supports"}]
    bound, _ = bind_numbers(SENTENCE, [("1.1", "quoted", cited[0]["text"])])
    board = values["1.board"]["result"]
    finding = {
        "number": 1,
        "card": "e" * 12,
        "sentence": SENTENCE,
        "day": "2013-11-24",
        "numbers": [
            {"start": each.start, "end": each.end, "words": each.words, "bound": each.bound, "label": each.label} for each in bound
        ],
        "cited": cited,
        "said": said,
        "concluded": [],
        "counter": "1.2",
        "weakest": {"what": "against", "explanation": "", "count": 1, "source": 0},
        "explanations": [{"name": "invented", "weighed": "ruled-out", "because": "the register has it"}],
        **values["1.roads"]["result"],
        **{key: board[key] for key in ("leader", "lead", "likely", "low", "high")},
        "allegation": "You emptied it.",
        "deadline": "2031-02-01",
        "answer": "They did not answer.",
        "earlier": [],
        "values": ["1.roads", "1.board"],
    }
    method = {
        "version": "0", "head": "f" * 64, "entries": 40, "as_of": "2031-01", "plans": [], "found": 3, "read": 3, "not_read": {},
        "unsure_pages": 0, "set_aside": 0, "open_cards": 1, "refused_cards": 0, "cleared_left_out": 0,
    }  # fmt: skip
    report = {"form": 1, "template": "finding", "findings": [finding], "method": method, "papers": 2, "people": 1}
    return plain_json(report), values
