"""A fictional newsroom of as many stories as a test asks for, in the markup of the demo's outlets."""

from datetime import datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from claimtrack.newsroom.outlets import OUTLETS
from claimtrack.newsroom.serving import FindDesk
from claimtrack.newsroom.values import Desk, Edition, Outlet, Story

FIRST = datetime(2024, 10, 1, 6, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
VILLAGES = ("Randu Alas", "Kaliwira", "Sumber Wening", "Telaga Biru", "Pasir Angin", "Lembah Kenari")
MATTERS = ("gudang beras", "jembatan gantung", "saluran air", "pasar ikan", "balai warga", "perahu tambang")
ENDINGS = (
    "belum selesai dikerjakan sampai pekan ini",
    "mulai dipakai warga sejak awal bulan",
    "akan diperiksa lagi oleh dinas setempat",
    "tidak rusak seperti yang dikabarkan",
)


def newsroom_of(pages: int) -> FindDesk:
    """The desks of a newsroom with so many stories over its three outlets."""

    def find_desk(outlet: Outlet, base: str, _edition: Edition) -> Desk:
        place = OUTLETS.index(outlet)
        count = pages // len(OUTLETS) + (place < pages % len(OUTLETS))
        return Desk(outlet=outlet, base=base, stories=stories(outlet.slug, count), changed=FIRST)

    return find_desk


@cache
def stories(outlet: str, count: int) -> tuple[Story, ...]:
    """So many stories of one outlet, newest first; fictional as everything in this newsroom."""
    return tuple(story(outlet, number) for number in range(count, 0, -1))


def story(outlet: str, number: int) -> Story:
    """The story with this number; no two have the same words."""
    village, matter = VILLAGES[number % 6], MATTERS[number // 6 % 6]
    ending = ENDINGS[number // 36 % 4]
    published = FIRST + timedelta(minutes=17 * number)
    return Story(
        key=f"{outlet}-{number}",
        outlet=outlet,
        title=f"{matter.capitalize()} Desa {village} nomor {number} {ending}",
        paragraphs=(
            f"Kepala Desa {village} Bram Kusnadi mengatakan {matter} nomor {number} {ending}.",
            f'"Kami mencatat {number} laporan tentang {matter} itu," kata Bram di balai desa.',
            f"Warga bernama Sekar Wangi membantah ada {number + 3} laporan. Menurut dia, {matter} itu baik.",
            f"Dinas Pekerjaan Desa {village} menyatakan {matter} nomor {number} akan diukur ulang.",
        ),
        published=published,
        changed=published,
        section="Daerah",
        byline="Rani Melati",
        editor="Galih Saputra",
        dateline=village.upper(),
        caption=f"Contoh fiksi: {matter} di {village}.",
        tags=(matter, village),
    )
