"""Show a score to people as a table, to programs as a plain object."""

from collections.abc import Iterable, Mapping
from typing import Any

from claims.scoring.scores import Agreement, Bin, Ratio, Score


def score_object(score: Score) -> dict[str, Any]:
    """The score as plain values ready for JSON; shares are 0..1, or null where nothing was to judge."""
    return {
        "documents": score.documents,
        "statements": {
            "overlap": _agreement_object(score.overlap),
            "exact": _agreement_object(score.exact),
            "right_speaker": _agreement_object(score.right_speaker),
        },
        "accuracy": {name: _rounded(ratio.value) for name, ratio in score.fields.items()},
        "accuracy_where_given": {name: _ratio_object(ratio) for name, ratio in score.given.items()},
        "forms": {
            form.value: {**_agreement_object(one.statements), "speaker": _rounded(one.speaker.value)}
            for form, one in score.forms.items()
        },
        "denial_links": _agreement_object(score.denial_links),
        "calibration": [_bin_object(one) for one in score.calibration],
    }


def score_table(score: Score) -> str:
    """Several short tables, one under another, for a terminal."""
    return "\n".join(
        (
            f"{'':24}{'precision':>10}{'recall':>10}{'F1':>10}{'gold':>8}{'found':>8}",
            _agreement_line("statements, overlap", score.overlap),
            _agreement_line("statements, exact", score.exact),
            _agreement_line("with right speaker", score.right_speaker),
            *(_agreement_line(form.value, one.statements) for form, one in score.forms.items()),
            _agreement_line("denial links", score.denial_links),
            "",
            f"{'among matched':24}{'accuracy':>10}{'right':>10}{'of':>10}{'where given':>20}",
            *_field_lines(score),
            *(_ratio_line(f"speaker, {form.value}", one.speaker) for form, one in score.forms.items()),
            "",
            f"{'score at least':24}{'found':>10}{'matched':>10}{'right':>10}{'share right':>20}",
            *(_bin_line(one) for one in score.calibration if one.found),
        )
    )


def document_lines(scores: Mapping[str, Score]) -> Iterable[str]:
    """One line a document: its counts, its overlap F1, its right speakers."""
    yield f"{'document':24}{'gold':>8}{'found':>8}{'matched':>9}{'exact':>8}{'speaker':>9}{'F1':>8}"
    for name, score in scores.items():
        overlap = score.overlap
        counts = f"{overlap.gold:8}{overlap.found:8}{overlap.gold_right:9}{score.exact.gold_right:8}"
        yield f"{name:24}{counts}{score.right_speaker.gold_right:9}{_share(overlap.f1):>8}"


def _agreement_object(agreement: Agreement) -> dict[str, float | int | None]:
    return {
        "precision": _rounded(agreement.precision),
        "recall": _rounded(agreement.recall),
        "f1": _rounded(agreement.f1),
        "gold": agreement.gold,
        "found": agreement.found,
    }


def _ratio_object(ratio: Ratio) -> dict[str, float | int | None]:
    return {"share": _rounded(ratio.value), "right": ratio.right, "of": ratio.of}


def _bin_object(one: Bin) -> dict[str, float | int]:
    return {"low": one.low, "found": one.found, "matched": one.matched, "right": one.right}


def _agreement_line(label: str, agreement: Agreement) -> str:
    shares = (agreement.precision, agreement.recall, agreement.f1)
    return f"{label:24}{''.join(f'{_share(one):>10}' for one in shares)}{agreement.gold:8}{agreement.found:8}"


def _field_lines(score: Score) -> Iterable[str]:
    for name, ratio in score.fields.items():
        given = score.given.get(name)
        of_given = f"{_share(given.value):>12} of {given.of:4}" if given else ""
        yield _ratio_line(name, ratio) + of_given


def _ratio_line(label: str, ratio: Ratio) -> str:
    return f"{label:24}{_share(ratio.value):>10}{ratio.right:10}{ratio.of:10}"


def _bin_line(one: Bin) -> str:
    return f"{one.low:<24}{one.found:10}{one.matched:10}{one.right:10}{_share(one.right / one.found):>20}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
