"""How often the precedence test is wrong, and how often right: ``python -m benchmarks.accuracy.bench_precedence [--data DIR]``.

Orders by people who knew nothing are drawn in many ways, and orders of which some share was given by people who knew; the table shows how
often each test rejects at .05 with the product's defaults, the worst case of forced groupings included, beside a test that knows nothing of
phases of fighting. There are two catalogues: a made-up one of four years whose waiting times have heavy tails and, with --data, the
day-exact events of UCDP GED Syria 2016. The gates were developed on 2016; the made-up years were written from what is known of waiting
times in wars, and nothing was chosen by them. Also prints the reference numbers of published tests, what the parts cost, other attacks on
the test, traps, and what errors of dates cost. Standard error of a rate of .05 over 1,000 repetitions: .007.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from examples.precedence.simulate import FIRST_DAY, World, draw_orders, make_renewal_world, make_world, world_of
from kashf.adapters.run_log import FileRunLog
from kashf.domain.date import FuzzyDate
from kashf.errors import UsageError
from kashf.evidence.precedence import effects, naive
from kashf.evidence.precedence.engine import precedence
from kashf.evidence.precedence.exact import Pmf, convolve_all, pmf_of, tail
from kashf.evidence.precedence.gates.excess import excess_of, others_only
from kashf.evidence.precedence.gates.grounds import Ground, ground_of
from kashf.evidence.precedence.gates.judging import FEWEST_GROUPS, informative, levels, passed, worst_chances
from kashf.evidence.precedence.gates.power import powers
from kashf.evidence.precedence.grid import Points
from kashf.evidence.precedence.order_groups import groupings
from kashf.evidence.precedence.placement import place_orders
from kashf.evidence.precedence.plan import Choices
from kashf.evidence.precedence.result import Conclusion
from kashf.evidence.precedence.rows.inputs import Events, Order
from kashf.evidence.precedence.statistic import calendar, matched
from kashf.evidence.precedence.tables import Setup, SiteTables, grouped, site_tables
from kashf.services.precedence import PrecedenceRequest, freeze_plan, planned_request, run_test

ALPHA = 0.05
#: Lulls of a fixed length, in days: each is a row, and none of them may be significantly above the aim.
LENGTHS = tuple(range(5, 61, 5))
#: How orders without knowledge come about -> aims for "calendar" and "before"; None where only the rate is shown.
NULLS: dict[str, tuple[float | None, float | None]] = {
    "homogeneous": (0.06, 0.02),
    "phase45": (0.06, 0.02),
    "phase30": (0.06, 0.02),
    "phase10": (None, 0.02),
    "reactive": (0.06, 0.02),
    "lull7": (None, 0.06),
    "lull14": (None, 0.06),
    "lull21": (None, 0.06),
    **{f"fixed{length}": (None, None) for length in LENGTHS},
    "buildup30": (None, 0.06),
    "buildup10": (None, 0.06),
    "neighbour": (None, 0.06),
    "late1": (None, 0.06),
    "latehalf": (None, 0.06),
    "operation6": (None, 0.02),
    "unknown_groups": (None, 0.02),
    "same_day": (None, 0.02),
}
#: Share of orders given by somebody who knew -> aims for the three gates and for "before".
POWER = {0.2: (0.40, 0.20), 0.4: (0.88, 0.68)}
SHAPES = ("operation6", "unknown_groups", "same_day")
#: Most that a lull of a fixed length may be called "before", and the level of the Holm test that it is more.
LULL_AIM = 0.06


def ucdp(path: Path) -> World:
    """Return the day-exact, well placed events of UCDP GED Syria 2016."""
    first = dt.date(2016, 1, 1)
    places: dict[tuple[float, float], int] = {}
    names: list[str] = []
    events = []
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if float(row["date_prec"]) == 1 and float(row["where_prec"]) <= 2:
                spot = (float(row["latitude"]), float(row["longitude"]))
                if spot not in places:
                    places[spot] = len(places)
                    names.append(row["where_coordinates"])
                events.append((places[spot], (dt.date.fromisoformat(row["date_start"]) - first).days))
    lat, lon = (np.array(values) for values in zip(*places, strict=True))
    return world_of(events, lat, lon, names, span=366)


@cache
def prepared(source: str) -> tuple[World, Events, tuple[tuple[Setup, Ground], ...], SiteTables]:
    """Return a catalogue with its ground under each radius of the product's defaults; one row for each town."""
    world = ucdp(Path(source)) if source else make_renewal_world(np.random.default_rng(20310103))
    events, points = _events(world), Points(world.lat, world.lon)
    candidates = [np.array([town]) for town in range(len(world.names))]
    grounds = tuple((Setup().at(km), ground_of(points, candidates, events, Setup().at(km))) for km in Setup().radii_km)
    return world, events, grounds, grounds[0][1].plain


def rejections(source: str, kind: str, seed: int, coordinated: float) -> tuple[bool, ...]:
    """Return which tests reject for one draw, at any radius: calendar, three gates, four gates, before, shuffle."""
    world, _, grounds, plain = prepared(source)
    rng = np.random.default_rng(seed)
    usable = (plain.first + 1, plain.last - 1)
    if kind in SHAPES:
        orders, names = shaped(rng, world, kind, usable)
    else:
        orders, names = draw_orders(rng, world, kind=kind, coordinated=coordinated, usable=usable), []
    row, day = (np.array(column, dtype=np.int64) for column in zip(*orders, strict=True))
    shuffled = naive.any_day(plain.there, row, day, Setup().window, usable)
    held = []
    for setup, ground in grounds:
        labels = groupings(names or [""] * len(row), Points(world.lat[row], world.lon[row]), day, radius_km=setup.radius_km)
        bundles = {name: grouped(row, day, day, label)[0] for name, label in labels.items()}
        held.append((bundles, ground, setup, informative(bundles, ground, setup) >= FEWEST_GROUPS))
    parts = iter(levels(max(1, sum(is_testable for *_, is_testable in held)), ALPHA))
    found = np.zeros(4, dtype=np.bool_)
    for bundles, ground, setup, is_testable in held:
        if is_testable:
            level = next(parts)
            each = passed(bundles, ground, setup, level=level, alpha=ALPHA)
            worst = (matched(bundle, bundle.middle, ground.plain, reach=setup.reach).chance for bundle in bundles.values())
            found |= [each.calendar, each.gates, each.gates and max(worst) <= level, each.before]
    return (*map(bool, found), shuffled <= ALPHA)


def shaped(rng: np.random.Generator, world: World, kind: str, usable: tuple[int, int]) -> tuple[list[tuple[int, int]], list[str]]:
    """Return orders that belong together in ways that break tests: and their groups, "" where nobody has said so."""
    if kind == "unknown_groups":
        ((town, day),) = draw_orders(rng, world, kind="phase45", number=1, usable=(usable[0], usable[1] - 3))
        return [(town, day + int(rng.integers(0, 3))) for _ in range(10)], []
    if kind == "operation6":
        base = draw_orders(rng, world, kind="phase45", number=5, usable=(usable[0], usable[1] - 3))
        orders = []
        for town, day in base:
            near = np.argsort(np.hypot(world.lat - world.lat[town], world.lon - world.lon[town]))[:6]
            orders += [(int(each), day + int(rng.integers(0, 3))) for each in near]
        return orders, []
    # Orders written on the day of an attack, in answer to it: with a window that began on that day nearly all would be followed.
    drawn = draw_orders(rng, world, kind="phase45", number=30, usable=usable)
    orders = []
    for town, _ in drawn:
        days = world.days[town]
        days = days[(days >= usable[0]) & (days <= usable[1])]
        if len(days):
            orders.append((town, int(rng.choice(days))))
    return orders, []


def rates(source: str, kind: str, repetitions: int, coordinated: float, pool: ProcessPoolExecutor) -> list[float]:
    """Return how often each test rejects."""
    seeds = range(repetitions)
    parts = pool.map(_some, [(source, kind, seeds[first::8], coordinated) for first in range(8)])
    return [float(rate) for rate in np.concatenate([np.array(part) for part in parts if part]).mean(axis=0)]


def _some(asked: tuple[str, str, Sequence[int], float]) -> list[tuple[bool, ...]]:
    source, kind, seeds, coordinated = asked
    return [rejections(source, kind, seed, coordinated) for seed in seeds]


def print_table(title: str, source: str, repetitions: int, pool: ProcessPoolExecutor) -> dict[str, list[float]]:
    """Print and return the rejection rates on one catalogue."""
    began = time.process_time()
    print(f"\n{title}, {repetitions} repetitions, 30 orders; standard error in brackets", flush=True)
    print(f"{'orders':16}{'calendar':>9}{'3 gates':>8}{'and matched':>12}{'before':>16}{'shuffle':>9}  aims")
    found = {}
    rows = [(kind, 0.0) for kind in NULLS] + [("phase45", share) for share in POWER]
    for kind, share in rows:
        name = f"known {share:.0%}" if share else kind
        found[name] = each = rates(source, kind, repetitions, share, pool)
        error = (each[3] * (1 - each[3]) / repetitions) ** 0.5
        told = _aims(each, POWER[share] if share else NULLS[kind], is_power=share > 0)
        before = f"{each[3]:.3f} ({error:.3f})"
        print(f"{name:16}{each[0]:9.3f}{each[1]:8.3f}{each[2]:12.3f}{before:>16}{each[4]:9.3f}  {told}", flush=True)
    print_lulls({length: found[f"fixed{length}"][3] for length in LENGTHS}, repetitions)
    print(f"{time.process_time() - began:.0f} s of CPU in this process")
    return found


def _aims(rates: Sequence[float], aims: tuple[float | None, float | None], *, is_power: bool) -> str:
    """Return what was aimed at: for nulls calendar and before at most, for power the three gates and before at least."""
    told = []
    names = ("3 gates", "before") if is_power else ("calendar", "before")
    for name, aim, rate in zip(names, aims, (rates[1 if is_power else 0], rates[3]), strict=True):
        if aim is not None:
            is_met = rate >= aim if is_power else rate <= aim
            told.append(f"{name} {'>=' if is_power else '<='} {aim:.2f}{'' if is_met else ' MISSED'}")
    return ", ".join(told)


def print_lulls(before: Mapping[int, float], repetitions: int) -> None:
    """Print whether any lull of a fixed length is called "before" significantly more often than the aim (exact binomial, Holm)."""
    chances = sorted((tail(_binomial(repetitions, LULL_AIM), round(rate * repetitions)), length) for length, rate in before.items())
    above = []
    for place, (chance, length) in enumerate(chances):
        if chance > ALPHA / (len(chances) - place):
            break
        above.append(length)
    told = f"significantly above {LULL_AIM}: {above}" if above else f"none significantly above {LULL_AIM}"
    print(f"lulls of a fixed length: the worst is called before in {max(before.values()):.3f}; {told} (Holm at {ALPHA})")


def _binomial(n: int, chance: float) -> Pmf:
    return convolve_all([np.array([1 - chance, chance])] * n)


def print_intervals(source: str, repetitions: int) -> None:
    """Print how often the 90 % interval of the excess share holds the share of orders that were given by somebody who knew."""
    world, _, ((setup, ground), *_), plain = prepared(source)
    print(f"\nExact interval of the excess share followed, {repetitions} repetitions, 30 orders")
    for share in (0.0, 0.2, 0.4, 0.8):
        covered, widths, estimates = [], [], []
        for seed in range(repetitions):
            rng = np.random.default_rng(seed)
            orders = draw_orders(rng, world, kind="phase45", coordinated=share, usable=(plain.first + 1, plain.last - 1))
            row, day = (np.array(column, dtype=np.int64) for column in zip(*orders, strict=True))
            bundled, _ = grouped(row, day, day, np.arange(len(row)))
            excess = excess_of(others_only(bundled, ground.plain, setup), int(ground.plain.own[row, day].sum()))
            covered.append(excess.interval[0] <= share <= excess.interval[1])
            widths.append(excess.interval[1] - excess.interval[0])
            estimates.append(excess.share)
        told = f"covers {np.mean(covered):.3f} (>= 0.90), median width {np.median(widths):.2f}, mean estimate {np.mean(estimates):.3f}"
        print(f"  {share:.0%} known: {told}", flush=True)


def print_attacks() -> None:
    """Print what became of the other attacks: fishing, controls, alpha, quoted numbers; on the shipped example."""
    folder = Path(__file__).resolve().parents[2] / "examples" / "precedence"
    tables = PrecedenceRequest(folder / "coordinated.csv", folder / "events.csv")
    now = dt.datetime(2031, 6, 1, tzinfo=dt.UTC)
    print("\nOther attacks, on examples/precedence")
    with TemporaryDirectory() as home:
        log = FileRunLog(Path(home) / "runs.jsonl")
        rule = "every letter of the register that orders a withdrawal"
        plans = [freeze_plan(replace(tables, choices=Choices(seed=seed)), rule=rule, now=now, log=log) for seed in range(63)]
        runs = [run_test(planned_request(plan), plan=plan, now=now, log=log) for plan in (plans[0], plans[62])]
        for run in runs:
            print(f"  63 plans: {run.record.sentence(run.plan_sha256)}")
        shaken = runs[0].result.shaken
        print(f"  Gamma {shaken.gamma:.2f}, file drawer {shaken.file_drawer}" if shaken else "  no finding")
        print(f"  to quote: {runs[0].quotable}")
        print(f"  excess share {runs[0].result.share:.2f}, interval {runs[0].result.interval[0]:.2f} to {runs[0].result.interval[1]:.2f}")
        rows = list(csv.DictReader((folder / "coordinated.csv").open(encoding="utf-8", newline="")))
        halves = [[row | {"id": f"leave {row['id']}"} for row in rows[1::2]], rows[::2]]
        gated = run_test(replace(tables, orders=halves[1], controls=halves[0]), plan=None, now=now, log=log).result
        print(f"  half of the orders as controls of the other half: {gated.verdict} (exit code {0 if gated.verdict.is_finding else 1})")
        for name, changed in (
            ("the orders as their own controls", replace(tables, controls=folder / "coordinated.csv")),
            ("alpha .2", replace(tables, choices=Choices(alpha=0.2))),
        ):
            try:
                run_test(changed, plan=None, now=now, log=log)
                print(f"  {name}: NOT REFUSED")
            except UsageError as error:
                print(f"  {name}: refused, {error}")


def print_references() -> None:
    """Print the reference numbers of published tests."""
    print("Reference numbers")
    print(f"  event coincidence: p_hit {naive.hit_chance(8, days=365, width=7):.6f} (.143512)")
    for width, expected in ((7, 0.043323), (8, 0.064380)):
        p = naive.poisson_coincidence(8, 10, days=365, width=width, at_least=4)
        print(f"  event coincidence, window of {width} days: P {p:.6f} ({expected:.6f})")
    print(f"  Knox, 13 pairs where 10.143816 are expected: P(X >= 13) {naive.poisson_tail(13, 10.143816):.6f} (.222267)")
    rng = np.random.default_rng(1)
    worst = 0.0
    for n in (10, 30, 100):
        groups = [rng.integers(0, 2, size=61) for _ in range(n)]
        exact = convolve_all([pmf_of(group, most=1) for group in groups])
        draws = np.sum([group[rng.integers(61, size=100_000)] for group in groups], axis=0)
        for at_least in range(n + 1):
            worst = max(worst, abs(tail(exact, at_least) - float((draws >= at_least).mean())))
    print(f"  exact p against 100,000 draws: largest difference {worst:.4f} (.005)")


def print_speed() -> None:
    """Print what the parts cost, in milliseconds of CPU."""
    rng = np.random.default_rng(2)
    print("\nSpeed, CPU milliseconds")
    sites = Points(rng.uniform(33, 37, 200), rng.uniform(36, 42, 200))
    events = Points(rng.uniform(33, 37, 40_000), rng.uniform(36, 42, 40_000))
    days = rng.integers(0, 3650, 40_000)
    cost = _cost(lambda: site_tables(sites, events, days, span=3650, setup=Setup()))
    print(f"  hit tables, 200 places x 3,650 days x 40,000 events: {cost:.0f} (100)")
    world, events = _world(), _events(_world())
    setup = Setup().at(1)
    for n in (30, 500, 5000):
        drawn = list(zip(rng.integers(0, 60, n).tolist(), rng.integers(30, 1400, n).tolist(), strict=True))
        placed, _ = place_orders(_with_dates(drawn, world, doubt=0), events, setup)
        ground = ground_of(placed.sites, placed.candidates, events, setup)
        bundled, _ = placed.in_groups(np.arange(n))
        print(f"  the gates once, n = {n}: {_cost(partial(worst_chances, bundled, ground.whole, setup)):.1f} (n = 500: 20)")
        if n <= 500:
            labels = {"given": np.arange(n), "place": np.arange(n), "region": np.arange(n)}
            work = partial(powers, placed, labels, ground, setup, level=ALPHA, alpha=ALPHA, rng=rng)
            print(f"  power for two shares, n = {n}: {_cost(work, times=1):.0f} (n = 500: 3000)")
            null = calendar(bundled, bundled.middle, placed.tables, reach=30)
            work = partial(effects.measure, placed, bundled, null, setup=setup, alpha=ALPHA, rng=rng)
            print(f"  joint p of 10,000 draws with sweep, leave-one-out and lead times, n = {n}: {_cost(work, times=1):.0f}")
    print("  permutations: none, every p is exact; only the joint p over several windows and the power are drawn")


@cache
def _world() -> World:
    return make_world(np.random.default_rng(20310102), towns=60)


def _events(world: World) -> Events:
    last = FIRST_DAY + dt.timedelta(world.span - 1)
    return Events(FIRST_DAY, last, Points(world.lat[world.town], world.lon[world.town]), world.day.astype(np.int64), len(world.day), {})


def _with_dates(orders: Sequence[tuple[int, int]], world: World, *, doubt: int) -> tuple[Order, ...]:
    """Return orders whose dates are known to so many days on both sides."""
    found = []
    for number, (town, day) in enumerate(orders):
        first, last = (FIRST_DAY + dt.timedelta(day + side * doubt) for side in (-1, 1))
        spot = (float(world.lat[town]), float(world.lon[town]))
        found.append(Order(str(number), FuzzyDate(first, last), world.names[town], (spot,), ""))
    return tuple(found)


def print_traps(repetitions: int) -> None:
    """Print what comes out where a test is easily led astray."""
    world, events = _world(), _events(_world())
    rng = np.random.default_rng(3)
    print(f"\nTraps, {repetitions} repetitions, 30 orders, made-up catalogue of 60 towns")
    month = int(np.argmax(np.convolve(np.bincount(world.day, minlength=world.span)[30:-40], np.ones(30), "valid"))) + 30
    busy = [town for town in range(len(world.names)) if ((world.days[town] >= month) & (world.days[town] < month + 30)).any()]
    found, naively = [], []
    for _ in range(repetitions):
        orders = list(zip(rng.choice(busy, 30).tolist(), rng.integers(month, month + 30, 30).tolist(), strict=True))
        result = precedence(_with_dates(orders, world, doubt=0), events, rng=rng, with_power=False)
        found.append(result.verdict)
        naively.append(result.naive["shuffle"] <= ALPHA)
    print(f"  all orders of the busiest month: {_shares(found)}; the shuffle test rejects {np.mean(naively):.2f}")
    for share in POWER:
        for doubt in (0, 1, 2):
            drawn = [draw_orders(rng, world, kind="phase45", coordinated=share, usable=(40, world.span - 20)) for _ in range(repetitions)]
            tables = [_with_dates(orders, world, doubt=doubt) for orders in drawn]
            verdicts = [precedence(orders, events, rng=rng, with_power=False).verdict for orders in tables]
            print(f"  {share:.0%} known, dates known to {doubt} days on both sides: {_shares(verdicts)}", flush=True)


def _shares(verdicts: Sequence[Conclusion]) -> str:
    return ", ".join(f"{verdict} {verdicts.count(verdict) / len(verdicts):.2f}" for verdict in Conclusion if verdict in verdicts)


def print_attenuation() -> None:
    """Print which share of true leads of 1 to 7 days a window of 1 to 7 days keeps when dates are wrong: exact, by counting."""
    print("\nShare of hits kept when the date is wrong by up to k days, evenly; true leads evenly 1 to 7, window 1 to 7")
    for k, expected in ((1, 0.905), (2, 0.829), (3, 0.755), (5, 0.610), (7, 0.467), (15, 0.226)):
        kept = np.mean([1 <= lead + error <= 7 for lead in range(1, 8) for error in range(-k, k + 1)])
        print(f"  k = {k}: {kept:.3f} ({expected:.3f})")
    month = sum(weight * np.mean([1 <= lead + error <= 7 for lead in range(1, 8)]) for error, weight in ((-1, 0.2), (0, 0.6), (1, 0.2)))
    print(f"  a Hijri month that began a day earlier or later with weights .2, .6, .2: {month:.3f}")


def _cost(work: Callable[[], object], *, times: int = 5) -> float:
    work()
    spent = []
    for _ in range(times):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return 1000 * min(spent)


def main() -> None:
    """Print everything."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--data", type=Path)
    asked.add_argument("--repetitions", type=int, default=1000)
    asked.add_argument("--processes", type=int, default=2)
    asked.add_argument("--json", type=Path)
    options = asked.parse_args()
    print_references()
    print_speed()
    print_attenuation()
    print_attacks()
    found = {}
    sources = {"": "Made-up catalogue with heavy-tailed waiting times, four years, 120 towns"}
    if options.data:
        sources[str(options.data / "events" / "ucdp_ged_syria_2016.csv")] = "UCDP GED Syria 2016, on which the gates were developed"
    with ProcessPoolExecutor(options.processes) as pool:
        for source, title in sources.items():
            found[title] = print_table(title, source, options.repetitions, pool)
            print_intervals(source, options.repetitions)
    print_traps(min(options.repetitions // 5, 100))
    if not options.data:
        print("\nUCDP GED Syria 2016: left out, it needs --data")
    if options.json:
        options.json.write_text(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
