"""Boards of tests: Heuer's of Iraq, and drawn ones."""

from __future__ import annotations

from hypothesis import strategies as st

from kashf.evidence.hypotheses.board import ChanceRange, EvidenceChannel, EvidenceColumn, Hypothesis, HypothesisBoard

#: Heuer 1999, Psychology of Intelligence Analysis, figure 15, by columns; from memory.
HEUER = ("+++", "++-", "++-", "-++", "-++", "-++")
SIGNS = {"+": ChanceRange(0.8, 0.8), "-": ChanceRange(0.2, 0.2)}
ROWS = tuple(Hypothesis(id, id) for id in ("H1", "H2", "H3"))
CHANCES = st.floats(0.02, 0.98)
RANGES = st.tuples(CHANCES, CHANCES).map(lambda pair: ChanceRange(min(pair), max(pair)))


def heuer() -> HypothesisBoard:
    columns = [
        EvidenceColumn(f"E{n}", f"evidence {n}", {row.id: SIGNS[sign] for row, sign in zip(ROWS, signs, strict=True)})
        for n, signs in enumerate(HEUER, start=1)
    ]
    return HypothesisBoard("How will Iraq answer?", ROWS, tuple(columns))


@st.composite
def boards(draw: st.DrawFn, *, points: bool = False) -> HypothesisBoard:
    """Return a board of two to four rows; evidence may hang together, come through a channel, or be made up."""
    rows = tuple(Hypothesis(f"H{n}", f"H{n}") for n in range(draw(st.integers(2, 4))))
    cells = CHANCES.map(lambda chance: ChanceRange(chance, chance)) if points else RANGES

    def row_cells() -> dict[str, ChanceRange]:
        return {row.id: draw(cells) for row in rows}

    columns = []
    for n in range(draw(st.integers(1, 5))):
        doubted = draw(st.booleans())
        columns.append(
            EvidenceColumn(
                f"E{n}",
                f"evidence {n}",
                row_cells(),
                draw(st.sampled_from(["", "courier", "radio"])),
                draw(cells) if doubted else ChanceRange(1, 1),
                row_cells() if doubted else {},
            )
        )
    used = {column.group for column in columns}
    channels = tuple(EvidenceChannel("courier", draw(cells), row_cells()) for _ in range(1) if "courier" in used)
    return HypothesisBoard("made up?", rows, tuple(columns), channels, 1.0 if points else draw(st.sampled_from([1.0, 3.0])))
