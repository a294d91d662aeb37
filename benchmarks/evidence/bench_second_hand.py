"""How rightly evidence is weighed in a second hand's worlds, unkind ones too: ``python -m benchmarks.evidence.bench_second_hand``.

The worlds (`second_channels`, `second_reports`, `second_boards`) were made from the written method alone, before the engines or
the first simulator were looked at. Each line switches one unkindness on; the desk does not know of it unless the line says that
it is told. Engines are fed the files that `kashf track-record`, `kashf corroborate` and `kashf weigh` read, and multiplication
stands beside them. A Brier score is better when lower.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

from benchmarks.evidence.second_boards import BoardWorld, MadeBoard, exact_posterior, make_boards, naive_posterior
from benchmarks.evidence.second_channels import ChannelWorld, MadeChannel, make_channels
from benchmarks.evidence.second_reports import ReportWorld, exact_ratio, make_claims, naive_ratio
from kashf.evidence.corroborate.corroboration import corroborate, posterior
from kashf.evidence.corroborate.provenance import read_provenance
from kashf.evidence.hypotheses.read_board import read_board
from kashf.evidence.hypotheses.rivals import with_rivals
from kashf.evidence.hypotheses.weighed_board import weigh_board
from kashf.evidence.reliability.read_checks import read_checks
from kashf.evidence.reliability.track_record import RecordAssumptions, track_records

Told = Literal["each file", "a file of each hand-over"]
KIND: Final = "as the method assumes"


@dataclass
class Sure:
    """What was said with certainty of .9 and above, and how often that was right."""

    said: list[float] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, chance: float, *, right: bool) -> None:
        """Keep a chance if it is one of those."""
        if chance >= 0.9:
            self.said.append(chance)
            self.right.append(right)

    def __str__(self) -> str:
        return (
            f"{statistics.fmean(self.right):.3f} (said {statistics.fmean(self.said):.3f}, {len(self.said):>4})"
            if self.said
            else "never said"
        )


CHANNEL_LINES: Final[tuple[tuple[str, ChannelWorld, RecordAssumptions, Told], ...]] = (
    (KIND, ChannelWorld(), RecordAssumptions(), "each file"),
    ("channels are better than the prior", ChannelWorld(honest=(9, 1)), RecordAssumptions(), "each file"),
    ("channels are worse than the prior", ChannelWorld(honest=(2, 6)), RecordAssumptions(), "each file"),
    ("reliability walks", ChannelWorld(walk=0.3), RecordAssumptions(), "each file"),
    ("... and checks age by a fifth", ChannelWorld(walk=0.3), RecordAssumptions(discount=0.8), "each file"),
    ("reliability sours", ChannelWorld(souring=0.1), RecordAssumptions(), "each file"),
    ("... and checks age by a fifth", ChannelWorld(souring=0.1), RecordAssumptions(discount=0.8), "each file"),
    ("a fifth was taken over", ChannelWorld(turned=0.2), RecordAssumptions(), "each file"),
    ("... and checks age by a fifth", ChannelWorld(turned=0.2), RecordAssumptions(discount=0.8), "each file"),
    (
        "files of a hand-over are alike, told as batches",
        ChannelWorld(files=5, alike=0.6, handovers=(1, 8)),
        RecordAssumptions(),
        "each file",
    ),
    ("... one file of each is told", ChannelWorld(files=5, alike=0.6, handovers=(1, 8)), RecordAssumptions(), "a file of each hand-over"),
    ("checks miss a third of forgeries", ChannelWorld(missed=1 / 3, handovers=(1, 20)), RecordAssumptions(), "each file"),
    ("... and that is told", ChannelWorld(missed=1 / 3, handovers=(1, 20)), RecordAssumptions(missed=1 / 3), "each file"),
    ("checks take a tenth of genuine files for false", ChannelWorld(wronged=0.1), RecordAssumptions(), "each file"),
    ("half of all forgeries stay open", ChannelWorld(undecided_false=0.5), RecordAssumptions(), "each file"),
    ("the source withholds half of its forgeries", ChannelWorld(withheld=0.5), RecordAssumptions(), "each file"),
    ("a twentieth feeds until its payload", ChannelWorld(feeding=0.05), RecordAssumptions(), "each file"),
    ("... and that is told", ChannelWorld(feeding=0.05), RecordAssumptions(deception=0.05), "each file"),
    (
        "walk, misses, withholding, taking over, feeding",
        ChannelWorld(walk=0.2, missed=0.2, withheld=0.3, turned=0.1, feeding=0.05),
        RecordAssumptions(),
        "each file",
    ),
)


def checks_file(channel: MadeChannel, told: Told, *, aged: bool = True) -> bytes:
    """Return a channel's checks as `kashf track-record` reads them; a hand-over is a year, and without age their order is of no account."""
    told_files: dict[object, tuple[str, int]] = {}
    for number, check in enumerate(channel.checks):
        told_files.setdefault(number if told == "each file" else check.handover, (check.said, check.age if aged else 0))
    rows = [{"batch": f"batch {row}", "finding": said, "years": age} for row, (said, age) in enumerate(sorted(told_files.values()))]
    return json.dumps({"checks": rows}).encode()


@cache
def read_of_file(content: bytes, assumed: RecordAssumptions) -> tuple[float, float, str]:
    """Return the chance that the next batch is genuine, the lower bound, and the letter."""
    record = track_records(read_checks(content), assumed)[0]
    return record.deceiving.next_genuine if record.deceiving else record.mean, record.lower95, str(record.grade.letter)


def channel_line(world: ChannelWorld, assumed: RecordAssumptions, told: Told, *, count: int, seed: int) -> str:
    """Return what came of the channels of one world."""
    covered, ours, naive = 0, 0.0, 0.0
    sure, best, plain = Sure(), Sure(), Sure()
    for channel in make_channels(world, count, seed=seed):
        chance, lower, letter = read_of_file(checks_file(channel, told, aged=assumed.discount < 1), assumed)
        genuine, false = channel.count("genuine"), channel.count("false")
        share = genuine / (genuine + false) if genuine + false else 0.5
        covered += lower <= channel.next_reliability
        ours += (chance - channel.next_genuine) ** 2
        naive += (share - channel.next_genuine) ** 2
        sure.add(chance, right=channel.next_genuine)
        plain.add(share, right=channel.next_genuine)
        best.add(1.0 if letter in "AB" else 0.0, right=channel.next_genuine)
    lettered = f"{statistics.fmean(best.right):.3f} of {len(best.right):>3}" if best.right else "never given"
    return f"{covered / count:.4f}   {ours / count:.3f}  {naive / count:.3f}   {sure!s:<25} {plain!s:<25} {lettered}"


REPORT_LINES: Final = (
    (KIND, ReportWorld()),
    ("channels are faithful in 6 of 10, not 9", ReportWorld(reliability=0.6)),
    ("half of the cases have one channel, told as several", ReportWorld(one_head=0.5)),
    ("reports of a channel repeat one origin", ReportWorld(one_origin=1.0)),
    ("who was asked and said nothing is not told", ReportWorld(silent_left_out=True)),
    ("... and liars say yes in 3 of 10, told as always", ReportWorld(silent_left_out=True, emits=0.3)),
    ("claims are true in 2 of 100, not 10", ReportWorld(prior=0.02)),
    ("all of these", ReportWorld(prior=0.02, reliability=0.6, one_head=0.5, one_origin=1.0, silent_left_out=True)),
)
#: What the desk believes, whatever the world is.
BELIEVED: Final = ReportWorld()


@cache
def ratio_of_reports(reports: tuple[int, ...]) -> float:
    """Return the likelihood ratio of reports, by channel, as `kashf corroborate` has it."""
    nodes: list[dict[str, object]] = []
    edges = []
    for channel, count in enumerate(reports):
        nodes.append({"id": f"channel {channel}", "kind": "source", "faithful": BELIEVED.told_reliability})
        for number in range(count):
            origin, report = f"origin {channel} {number}", f"report {channel} {number}"
            nodes += [{"id": origin, "kind": "origin"}, {"id": report, "kind": "report"}]
            edges.append({"later": report, "how": "derives", "earlier": origin})
            edges.append({"later": report, "how": "heard-from", "earlier": f"channel {channel}"})
    figures = {"sensitivity": BELIEVED.sees, "false_assertion": BELIEVED.guesses, "invention": 1.0}
    found = corroborate(read_provenance(json.dumps({"claim": "made up", "nodes": nodes, "edges": edges, "figures": figures}).encode()))
    if found.shared is None:
        raise AssertionError("figures were given, and no ratio came back")
    return found.shared.ratio


def report_line(world: ReportWorld, *, count: int, seed: int) -> str:
    """Return what came of the claims of one world."""
    ours, naive, gap = 0.0, 0.0, 0.0
    sure, plain = Sure(), Sure()
    for claim in make_claims(world, count, seed=seed):
        ratio = ratio_of_reports(claim.reports)
        gap = max(gap, abs(ratio / exact_ratio(claim.reports, BELIEVED) - 1))
        chance = posterior(BELIEVED.prior, ratio)
        other = posterior(BELIEVED.prior, naive_ratio(claim.reports, BELIEVED))
        ours += (chance - claim.true) ** 2
        naive += (other - claim.true) ** 2
        sure.add(chance, right=claim.true)
        plain.add(other, right=claim.true)
    return f"{ours / count:.3f}  {naive / count:.3f}   {sure!s:<25} {plain!s:<25} {gap:.0e}"


@dataclass(frozen=True, slots=True)
class ToldBoard:
    """What the desk writes down besides the cells: figures of its channels, and the rivals that always stand there."""

    figures: bool = True
    rivals: bool = False


BOARD_LINES: Final = (
    (KIND, BoardWorld(), ToldBoard()),
    ("... no figures of channels are known", BoardWorld(), ToldBoard(figures=False)),
    ("... rivals are put in", BoardWorld(), ToldBoard(rivals=True)),
    ("likelihoods are off their bands by a logit", BoardWorld(off_bands=1.0), ToldBoard()),
    ("bands are twice too sure", BoardWorld(overstated=2.0), ToldBoard()),
    ("what came by one channel is told as by many", BoardWorld(split=True), ToldBoard()),
    ("channels are faithful in 6 of 10, not 9", BoardWorld(reliability=0.6), ToldBoard()),
    ("corrupt channels push one answer", BoardWorld(one_hand=True), ToldBoard()),
    ("... and 4 of 10 are corrupt", BoardWorld(one_hand=True, reliability=0.6), ToldBoard()),
    ("the answer is missing in 3 of 10", BoardWorld(unlisted=0.3), ToldBoard()),
    ("... rivals are put in", BoardWorld(unlisted=0.3), ToldBoard(rivals=True)),
    ("the first answer is 5 times as likely, not told", BoardWorld(skewed=5.0), ToldBoard()),
    ("what speaks against the first is left out", BoardWorld(picked=True), ToldBoard()),
    (
        "all of these but the prior",
        BoardWorld(off_bands=1.0, overstated=2.0, split=True, reliability=0.6, one_hand=True, unlisted=0.3, picked=True),
        ToldBoard(),
    ),
    (
        "... rivals are put in",
        BoardWorld(off_bands=1.0, overstated=2.0, split=True, reliability=0.6, one_hand=True, unlisted=0.3, picked=True),
        ToldBoard(rivals=True),
    ),
)


def board_file(board: MadeBoard, told: ToldBoard) -> bytes:
    """Return a board as `kashf weigh` reads it."""
    rows = [f"H{number}" for number in range(board.hypotheses)]
    columns: list[dict[str, object]] = []
    lying: dict[str, float] = {}
    for number, piece in enumerate(board.pieces):
        group = f"channel {piece.channel}"
        lying[group] = lying.get(group, 1.0) * piece.if_made_up
        cells = dict(zip(rows, piece.chances, strict=True))
        columns.append(
            {"id": f"E{number}", "says": f"piece {number}", "group": group, "cells": cells}
            | {"authentic": board.authentic, "fabricated": piece.if_made_up}
        )
    channels = [{"id": id, "faithful": board.reliability, "if_lying": dict.fromkeys(rows, lie)} for id, lie in lying.items()]
    whole: dict[str, object] = {"question": "made up", "hypotheses": [{"id": id, "says": id} for id in rows], "evidence": columns}
    return json.dumps(whole | ({"channels": channels} if told.figures else {})).encode()


def brier(chances: Sequence[float], true: int | None) -> float:
    """Return the sum of squared errors over the rows and over the answer that none of them is; 0 is best, 2 worst."""
    none = 1 - sum(chances)
    return sum((chance - (row == true)) ** 2 for row, chance in enumerate(chances)) + (none - (true is None)) ** 2


def calibration_error(pairs: Iterable[tuple[float, bool]]) -> float:
    """Return how far what was said lies from what came, in ten bins of the chances, weighed by their number."""
    bins: dict[int, list[float]] = {}
    for chance, right in pairs:
        bins.setdefault(min(int(chance * 10), 9), []).append(chance - right)
    return sum(abs(sum(gaps)) for gaps in bins.values()) / sum(map(len, bins.values()))


def board_line(world: BoardWorld, told: ToldBoard, *, count: int, seed: int) -> str:
    """Return what came of the boards of one world."""
    makers: dict[str, Callable[[MadeBoard], Sequence[float]]] = {"naive": naive_posterior, "exact": exact_posterior}
    scores = {"ours": 0.0, "naive": 0.0, "exact": 0.0}
    pairs: dict[str, list[tuple[float, bool]]] = {name: [] for name in scores}
    leads = {name: Sure() for name in scores}
    settled: list[bool] = []
    for board in make_boards(world, count, seed=seed):
        read = read_board(board_file(board, told))
        weighed = weigh_board(with_rivals(read) if told.rivals else read)
        found = {"ours": weighed.posteriors[: board.hypotheses]} | {name: make(board) for name, make in makers.items()}
        for name, chances in found.items():
            scores[name] += brier(chances, board.true) / count
            pairs[name] += [(chance, row == board.true) for row, chance in enumerate(chances)]
            leads[name].add(max(chances), right=chances.index(max(chances)) == board.true)
        if weighed.lead_is_sure:
            settled.append(weighed.leader == f"H{board.true}")
    lead = f"{statistics.fmean(settled):.3f} of {len(settled):>4}" if settled else "never"
    told_scores = "  ".join(f"{scores[name]:.3f}" for name in ("ours", "naive", "exact"))
    errors = "  ".join(f"{calibration_error(pairs[name]):.3f}" for name in ("ours", "naive"))
    return f"{told_scores}   {errors}   {leads['ours']!s:<25} {leads['naive']!s:<25} {lead}"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--channels", type=int, default=2000)
    parser.add_argument("--claims", type=int, default=4000)
    parser.add_argument("--boards", type=int, default=400)
    parser.add_argument("--seed", type=int, default=2014)
    asked = parser.parse_args()
    print("Worlds: of a second hand, from the written method alone. Naive: shares as they are, and every piece for itself, multiplied.")
    print(
        f"\n== channels: {asked.channels} a line; does the lower bound at 95 % lie below the share of the next batch, is that batch genuine"
    )
    print(f"{'':<52}covered  Brier  naive   {'said .9: right in':<25} {'naive':<25} letter A or B: next genuine")
    for name, channels, assumed, told in CHANNEL_LINES:
        print(f"{name:<52}{channel_line(channels, assumed, told, count=asked.channels, seed=asked.seed)}")
    print(f"\n== claims: {asked.claims} a line, with reports that agree; gap is that of the ratio from the method's formula, at most")
    print(f"{'':<52}Brier  naive   {'said .9: true in':<25} {'naive':<25} gap")
    for name, claims in REPORT_LINES:
        print(f"{name:<52}{report_line(claims, count=asked.claims, seed=asked.seed)}")
    print(f"\n== boards: {asked.boards} a line, four hypotheses; exact is Bayes' rule for what is told; errors are of calibration")
    print(f"{'':<52}Brier  naive  exact   error  naive   {'said .9: right in':<25} {'naive':<25} lead sure in all ranges: right")
    for name, boards, written in BOARD_LINES:
        print(f"{name:<52}{board_line(boards, written, count=asked.boards, seed=asked.seed)}")


if __name__ == "__main__":
    main()
