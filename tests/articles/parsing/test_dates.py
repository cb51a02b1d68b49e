"""Every form in which Indonesian outlets print a time, and what is no time."""

from datetime import UTC, datetime

import pytest

from articles.parsing.dates import WIB, WIT, WITA, parse_stamp, parse_time

NOW = datetime(2025, 8, 17, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Jumat, 18 Okt 2024 17:21 WIB", "2024-10-18T17:21:00+07:00"),
        ("18 Oktober 2024 17:21", "2024-10-18T17:21:00+07:00"),
        ("Jum'at, 18/10/2024 17:21 WITA", "2024-10-18T17:21:00+08:00"),
        ("Kompas.com - 03/12/2023, 20:35 WIB", "2023-12-03T20:35:00+07:00"),
        ("Diperbarui 18 Jun 2025, 14:05 WIB", "2025-06-18T14:05:00+07:00"),
        ("18 Juni 2025 | 20.04 WIB", "2025-06-18T20:04:00+07:00"),
        ("Senin, 30 Des 2024 | 09:05 WIT", "2024-12-30T09:05:00+09:00"),
        (", Jurnalis-Senin, 16 Juni 2025 |15:20 WIB", "2025-06-16T15:20:00+07:00"),
        ("Rabu   18 Jun 2025  22:02 WIB", "2025-06-18T22:02:00+07:00"),
        ("20/1/2025 18:30", "2025-01-20T18:30:00+07:00"),
        ("on 17 Mar 2016 at 08:20 WIB", "2016-03-17T08:20:00+07:00"),
        ("Minggu, 18 Juli 2021 – 18:04 WIB", "2021-07-18T18:04:00+07:00"),
        ("Pukul 15.40 WIB, 17 Agt 2024", "2024-08-17T15:40:00+07:00"),
        ("November 5, 2015 3:07 PM", "2015-11-05T15:07:00+07:00"),
        ("12 Nopember 2009 12:15 AM", "2009-11-12T00:15:00+07:00"),
        ("11/25/2020 10:00", "2020-11-25T10:00:00+07:00"),
        ("05-11-15 10:08", "2015-11-05T10:08:00+07:00"),
        ("Wed, 02 Oct 2024 13:00:00 GMT", "2024-10-02T13:00:00+00:00"),
        ("Wed, 02 Oct 2024 13:00:00 +0700", "2024-10-02T13:00:00+07:00"),
        ("2016-03-17T14:02:53+0700", "2016-03-17T14:02:53+07:00"),
        ("2023-12-03T13:35:20+00:00", "2023-12-03T13:35:20+00:00"),
        ("2023-12-03T13:35:20.123456Z", "2023-12-03T13:35:20+00:00"),
        ("2023-12-03 20:35:20", "2023-12-03T20:35:20+07:00"),
        ("2023/12/03 19:58:54", "2023-12-03T19:58:54+07:00"),
        ("2021-08-29T11-01-36Z", "2021-08-29T11:01:36+07:00"),
        ("2015-12-06 T11:09:59Z", "2015-12-06T11:09:59+00:00"),
        ("20250817154012", "2025-08-17T15:40:12+07:00"),
        ("1701608334", "2023-12-03T12:58:54+00:00"),
        ("1701608334000", "2023-12-03T12:58:54+00:00"),
        ("2 jam yang lalu", "2025-08-17T07:00:00+00:00"),
        ("20 menit lalu", "2025-08-17T08:40:00+00:00"),
        ("sehari yang lalu", "2025-08-16T09:00:00+00:00"),
        ("baru saja", "2025-08-17T09:00:00+00:00"),
        ("Hari ini, 15:40 WIB", "2025-08-17T15:40:00+07:00"),
        ("Kemarin 15:40", "2025-08-16T15:40:00+07:00"),
        ("5 November 2015", "2015-11-05T00:00:00+07:00"),
        ("17 September\xa02024 08:00", "2024-09-17T08:00:00+07:00"),
    ],
)
def test_reads(text: str, moment: str) -> None:
    assert parse_time(text, WIB, NOW) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tidak ada",
        "31/02/2024 10:00",
        "18 Oktober 2031 17:21",
        "18 Oktober 1845 17:21",
        "10.000 orang",
        "Rp 1.250.000",
        "25:61",
        "99 Okt 2024",
        "2024-10-18T25:00:00",
        "0000000000",
        "ayat 5-11-90210",
    ],
)
def test_refuses(text: str) -> None:
    assert parse_time(text, WIB, NOW) is None


def test_unsaid_zone_is_the_outlets() -> None:
    assert parse_time("18 Oktober 2024 17:21", WITA, NOW) == datetime(2024, 10, 18, 17, 21, tzinfo=WITA)
    assert parse_time("Kemarin 15:40", WIT, NOW) == datetime(2025, 8, 16, 15, 40, tzinfo=WIT)


def test_says_how_exact_the_print_was() -> None:
    bare = parse_stamp("5 November 2015", WIB, NOW)
    full = parse_stamp("2015-12-06T11:09:59+07:00", WIB, NOW)
    assert bare is not None
    assert full is not None
    assert (bare.clock, bare.seconds, bare.zoned) == (False, False, False)
    assert (full.clock, full.seconds, full.zoned) == (True, True, True)


def test_long_nonsense_is_read_in_no_time() -> None:
    for unit in ("1", "1 ", "1/", "1:", "jan ", "2024-", "12.12."):
        parse_time(unit * 100_000, WIB, NOW)
