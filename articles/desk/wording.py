"""Says a fetch's verdict in a sentence for curators: what happened and what to do."""

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from articles.fetching.verdicts import Verdict

AGAIN = _("Situsnya tidak dapat dihubungi sekarang. Periksa alamatnya atau coba lagi nanti.")
BROKEN = _("Jawaban situsnya rusak atau terputus. Coba lagi nanti.")
SENTENCES: dict[str, StrPromise] = {
    Verdict.BAD_ADDRESS: _("Alamat ini tidak dapat dibaca. Tulis lengkap, diawali https://, tanpa spasi."),
    Verdict.BLOCKED_ADDRESS: _(
        "Alamat ini menunjuk ke jaringan dalam, ke komputer ini sendiri, atau ke porta yang tidak umum. "
        "Hanya situs umum yang diambil."
    ),
    Verdict.UNRESOLVED: _("Nama situs ini tidak ditemukan. Periksa ejaannya."),
    Verdict.CONNECTION_FAILED: AGAIN,
    Verdict.TLS_FAILED: _("Sertifikat keamanan situs ini tidak sah, jadi tidak diambil."),
    Verdict.TIMED_OUT: _("Situsnya tidak menjawab pada waktunya. Coba lagi nanti."),
    Verdict.BROKEN_ANSWER: BROKEN,
    Verdict.TRUNCATED: BROKEN,
    Verdict.UNDECODABLE: BROKEN,
    Verdict.TOO_LARGE: _("Jawabannya terlalu besar untuk sebuah halaman atau daftar berita."),
    Verdict.WRONG_TYPE: _("Alamat ini bukan halaman web atau daftar berita."),
    Verdict.TOO_MANY_REDIRECTS: _("Alamat ini berputar-putar mengalihkan. Berikan alamat akhirnya."),
    Verdict.GONE: _("Halaman ini tidak ada (404). Periksa alamatnya."),
    Verdict.HTTP_ERROR: _(
        "Situsnya menolak atau mengalami gangguan. Buka di peramban untuk melihat sebabnya."
    ),
    Verdict.SLOW_DOWN: _("Situsnya minta kami menunggu. Coba lagi nanti."),
    Verdict.REFUSED_BY_ROBOTS: _("Robots.txt situs ini tidak mengizinkan kami mengambilnya."),
    Verdict.ROBOTS_UNREACHABLE: _("Robots.txt situs ini tidak terbaca; sebelum itu tidak ada yang diambil."),
    Verdict.NOT_OUR_TURN: _("Situs ini sedang kami kunjungi untuk hal lain. Coba lagi sebentar lagi."),
    Verdict.PACE_UNAVAILABLE: _(
        "Redis tidak menjawab, jadi jeda antarpermintaan tidak terjaga. Jalankan Redis."
    ),
    Verdict.QUIET_HOURS: _("Sumber ini sedang dalam jam tenangnya. Coba lagi sesudahnya."),
    Verdict.DAILY_CAP: _("Batas permintaan hari ini untuk sumber ini sudah tercapai. Coba lagi besok."),
    Verdict.NOT_A_LISTING: _("Tidak ada daftar berita yang dapat dibaca di sini."),
    Verdict.NOT_AN_ARTICLE: _("Halaman ini bukan artikel, atau bentuknya tidak dikenali."),
}


def sentence_of(verdict: str) -> str:
    """The sentence of a verdict, in the reader's language; "" for none and for those that are no trouble."""
    return str(SENTENCES.get(verdict, ""))
