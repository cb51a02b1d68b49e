"""The part of the settings that says how people get in: passwords, lock-out, second factor, mail."""

from datetime import timedelta

from claimtrack import env

MEMBERS_ONLY = env.read_flag("CLAIMTRACK_MEMBERS_ONLY")
# How many of our own proxies stand before the site: so far X-Forwarded-For is believed.
PROXY_COUNT = env.read_int("CLAIMTRACK_PROXY_COUNT", 1 if env.read_flag("CLAIMTRACK_PRODUCTION") else 0)
LOGIN_URL = "accounts:login"
LOGIN_REDIRECT_URL = "accounts:account"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
PASSWORD_RESET_TIMEOUT = 3600
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
# The pair of both: a stranger elsewhere cannot lock an editor out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "accounts.address.address_of"
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
OTP_TOTP_ISSUER = "ClaimTrack"
OTP_ADMIN_HIDE_SENSITIVE_DATA = True
# Without a mail server mails become files: on a laptop the invitation is read there.
EMAIL_HOST = env.read_text("EMAIL_HOST", "")
EMAIL_PORT = env.read_int("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.read_text("EMAIL_USER", "")
EMAIL_HOST_PASSWORD = env.read_text("EMAIL_PASSWORD", "")
EMAIL_USE_TLS = env.read_flag("EMAIL_TLS", default=True)
EMAIL_TIMEOUT = 20
EMAIL_FILE_PATH = env.data_folder() / "mail"
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'filebased'}.EmailBackend"
DEFAULT_FROM_EMAIL = env.read_text("CLAIMTRACK_MAIL_FROM", "ClaimTrack <claimtrack@claimtrack.example>")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
