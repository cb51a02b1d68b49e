"""Says in plain Indonesian and English why a link was made."""

from claims.linking.values import Likeness, Reason, Told
from claims.values import StanceKind

ANSWERING = {
    StanceKind.DENIES: ("membantah", "denies"),
    StanceKind.PARTLY_DENIES: ("membantah sebagian", "partly denies"),
    StanceKind.CONFIRMS: ("membenarkan", "confirms"),
    StanceKind.NEITHER: ("tidak membenarkan maupun membantah", "neither confirms nor denies"),
    StanceKind.NO_COMMENT: ("tidak mau berkomentar tentang", "does not comment on"),
    StanceKind.RETRACTS: ("menarik kembali", "retracts"),
    StanceKind.ASSERTS: ("menyatakan hal yang sama dengan", "says the same as"),
    StanceKind.ACCUSES: ("menuduh hal yang sama dengan", "makes the same charge as"),
}


def give_reason(
    report: Told, other: Told | None, likeness: Likeness, kind: StanceKind, *, in_article: bool = False
) -> Reason:
    """Why `report` stands so to the claim of `other`; `other` is None where nobody else was seen."""
    if other is None:
        return alone(report, kind)
    said, says = ANSWERING[kind]
    where, place = told_where(report, other, in_article=in_article)
    words = ", ".join(likeness.shared)
    figures = ("; angkanya cocok", "; the figures agree") if likeness.figures_agree else ("", "")
    both = (
        (f" Kata yang sama: {words}{figures[0]}.", f" Shared words: {words}{figures[1]}.")
        if words
        else ("", "")
    )
    name = other.speaker or other.outlet
    return Reason(
        f"{where} {said} pernyataan {name}.{both[0]}",
        f"{place} it {says} what {name} said.{both[1]}",
        {
            "shared": list(likeness.shared),
            "likeness": likeness.score,
            "figures_agree": likeness.figures_agree,
            "figures_differ": likeness.figures_differ,
            "same_article": report.article == other.article,
            "hours": hours_between(report, other),
        },
    )


def alone(report: Told, kind: StanceKind) -> Reason:
    """The reason where no other report of the claim was seen."""
    if kind in (StanceKind.ASSERTS, StanceKind.ACCUSES):
        return Reason(
            "Pernyataan ini sendiri memuat klaimnya.",
            "This statement itself puts the claim forward.",
            {"cue": report.kind.value},
        )
    said, says = ANSWERING[kind]
    return Reason(
        f"Pernyataan ini {said} sesuatu yang asalnya belum terlihat.",
        f"It {says} something whose origin was not seen.",
        {"cue": report.kind.value},
    )


def told_where(report: Told, other: Told, *, in_article: bool) -> tuple[str, str]:
    """Where the two stand to each other: in one article, or so many hours apart in two outlets."""
    if in_article:
        return "Dalam artikel yang sama,", "In the same article,"
    if report.article == other.article:
        return "Dalam artikel yang sama, dengan isi yang mirip,", "In the same article, with like content,"
    when, then = told_when(hours_between(report, other), other.outlet)
    return f"Di {report.outlet}, {when},", f"In {report.outlet}, {then},"


def told_when(hours: int, outlet: str) -> tuple[str, str]:
    """How long after or before another outlet's report."""
    if hours == 0:
        return f"dalam jam yang sama dengan {outlet}", f"within the same hour as {outlet}"
    after, later = ("setelah", "after") if hours > 0 else ("sebelum", "before")
    unit = "hour" if abs(hours) == 1 else "hours"
    return f"{abs(hours)} jam {after} {outlet}", f"{abs(hours)} {unit} {later} {outlet}"


def hours_between(report: Told, other: Told) -> int:
    """Whole hours from the other report's publication to this one's."""
    return round((report.moment - other.moment).total_seconds() / 3600)
