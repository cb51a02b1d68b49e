"""Django's settings, read once through env.py; production refuses to start without its secrets."""

import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import dj_database_url
import django_stubs_ext
from celery.schedules import crontab, schedule
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from claimtrack import env
from claimtrack.newsroom.ports import read_ports
from claimtrack.newsroom.publishers import newsroom_publishers
from claimtrack.settings_accounts import *  # noqa: F403 - its capitals are settings

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.data_folder()
PRODUCTION = env.read_flag("CLAIMTRACK_PRODUCTION")
DEBUG = not PRODUCTION and env.read_flag("CLAIMTRACK_DEBUG")
SECRET_KEY = (
    env.read_required("SECRET_KEY", "a long random string that signs sessions")
    if PRODUCTION
    else env.read_text("SECRET_KEY", "only-for-a-laptop-" + "x" * 40)
)
ALLOWED_HOSTS = (
    env.read_required("ALLOWED_HOSTS", "the site's host names, comma-separated").split(",")
    if PRODUCTION
    else ["127.0.0.1", "localhost", "[::1]", "testserver"]
)
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if PRODUCTION else []

INSTALLED_APPS = [
    # the first one: it makes the permissions that the groups of `accounts` are given
    "django.contrib.auth",
    "claims",
    "articles",
    "claimtrack",
    "django.contrib.admin",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "csp",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    # the last one: its groups are given permissions that the others' migrations make
    "accounts",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "claimtrack.language.speak_chosen_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.middleware.MembersOnly",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "claimtrack.parts.tell_parts_apart",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "claimtrack.urls"
WSGI_APPLICATION = "claimtrack.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# Commands that touch no database run without one; every other command gets it from claimtrack.embedded.
UNSET_DATABASE = "postgresql://claimtrack@127.0.0.1:1/claimtrack"
DATABASE_URL = (
    env.read_required("DATABASE_URL", "postgresql://user:password@host:5432/name")
    if PRODUCTION
    else env.read_text("DATABASE_URL", UNSET_DATABASE)
)
REDIS_URL = (
    env.read_required("REDIS_URL", "redis://:password@host:6379/0")
    if PRODUCTION
    else env.read_text("REDIS_URL", "redis://127.0.0.1:1/0")
)
DATABASE: dict[str, Any] = {**dj_database_url.parse(DATABASE_URL), "CONN_HEALTH_CHECKS": True}
DATABASE["OPTIONS"] = {
    **DATABASE.get("OPTIONS", {}),
    "pool": {"min_size": 1, "max_size": env.read_int("DATABASE_POOL", 8), "timeout": 10},
}
DATABASES = {"default": DATABASE}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "staticfiles" if PRODUCTION else None
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PRODUCTION
LANGUAGE_COOKIE_SAMESITE = "Lax"
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.read_flag("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 63_072_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_TIME_LIMIT = 300
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 900}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_DEFAULT_QUEUE = "read"
CELERY_TASK_ROUTES = {
    "articles.*": {"queue": "fetch"},
    "claims.*": {"queue": "read"},
    "accounts.*": {"queue": "read"},
}
CELERY_TIMEZONE = "UTC"
# The rows say what is due, so beat keeps no state of its own.
CELERY_BEAT_SCHEDULER = "celery.beat:Scheduler"
FETCH_TICK = 15  # seconds between two turns of filling the fetch queue
# name, task, every so many seconds; an entry expires before its next turn, so no storm after a pause
BEAT_TABLE = (
    ("discover what is due", "articles.discover_due", 30),
    ("fetch what is due", "articles.fetch_due", FETCH_TICK),
    ("walk through the past", "articles.backfill_due", 20),
    ("read what is unread", "claims.read_waiting", 15),
    ("take in files of sources", "articles.take_in_files", 30),
    ("erase what was taken down", "claims.erase_withheld", 60),
    ("look into proposed sources", "articles.look_into_proposals", 20),
    ("queue what wants review", "claims.fill_queue", 60),
    ("count what was read", "claims.count_days", 300),
    ("take the pulse of sources", "articles.take_pulse", 300),
    ("send alerts", "articles.send_alerts", 60),
)
CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    name: {"task": task, "schedule": schedule(seconds), "options": {"expires": seconds * 0.9}}
    for name, task, seconds in BEAT_TABLE
}
CELERY_BEAT_SCHEDULE["forget what is old"] = {
    "task": "articles.forget",
    "schedule": crontab(minute="17"),  # each hour a bounded part, so that no night has to do it all
    "options": {"expires": 3000},
}

FETCH_USER_AGENT = env.read_text(
    "CLAIMTRACK_USER_AGENT", "ClaimTrack/0.1 (+https://claimtrack.example/bot; bot@claimtrack.example)"
)
# The demo newsroom of this data folder: its ports are let through, its outlets are declared.
NEWSROOM_PORTS = () if PRODUCTION else read_ports(DATA_DIR)
EXTRA_PUBLISHERS = newsroom_publishers(NEWSROOM_PORTS) if NEWSROOM_PORTS else ()
FETCH_ALLOW = (
    *env.read_list("CLAIMTRACK_FETCH_ALLOW"),
    *(f"127.0.0.1:{port}" for port in NEWSROOM_PORTS),
)
if PRODUCTION and FETCH_ALLOW:
    raise env.SettingMissing("unset CLAIMTRACK_FETCH_ALLOW: production fetches public addresses only")
# Seconds a worker waits for a host's turn before it takes up another task.
FETCH_PATIENCE = 5.0
FETCH_DEADLINE = 30.0  # seconds for one request with its redirects
# How long a row counts as under way; after that a lost worker's row is due again by itself.
LEASE = timedelta(minutes=10)
FETCH_GAP = 5.0  # seconds between two requests to a host whose source sets no pace of its own
# An article is looked at again at these ages, so that silent edits and removals are seen.
REVISIT_AGES = (
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=6),
    timedelta(days=1),
    timedelta(days=7),
)
# Who is told when a source falls silent, fails or goes hollow, and when it is well again.
ALERT_EMAILS = env.read_list("CLAIMTRACK_ALERT_EMAILS")
ALERT_WEBHOOK = env.read_web_address("CLAIMTRACK_ALERT_WEBHOOK")
SITE_ADDRESS = env.read_web_address("CLAIMTRACK_ADDRESS").rstrip("/")
# 0 keeps for ever.
KEEP_RAW_DAYS = env.read_int("CLAIMTRACK_KEEP_RAW_DAYS", 365)
KEEP_FETCH_DAYS = env.read_int("CLAIMTRACK_KEEP_FETCH_DAYS", 30)
# Whom readers, speakers and outlets write to; shown on the privacy page.
CONTACT = env.read_text("CLAIMTRACK_CONTACT", "redaksi@claimtrack.example")

# Who may read /metrics: addresses or networks of the scraper.
METRICS_ALLOW = env.read_list("CLAIMTRACK_METRICS_ALLOW") or ("127.0.0.1/32", "::1/128")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "stream": sys.stderr}},
    "root": {"handlers": ["stderr"], "level": env.read_text("CLAIMTRACK_LOG", "INFO")},
}
