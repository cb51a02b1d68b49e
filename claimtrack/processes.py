"""The processes of a running ClaimTrack: web, a worker for each queue, and beat."""

import http.client
import time

from claimtrack.supervisor import Supervisor
from claimtrack.verdicts import ServiceError

STARTS_WITHIN = 60.0
WORKER = (
    "-m",
    "celery",
    "-A",
    "claimtrack",
    "worker",
    "--without-gossip",
    "--without-mingle",
    "--loglevel",
    "INFO",
)
PROCESSES: dict[str, tuple[str, ...]] = {
    "web": (
        *("-m", "gunicorn", "claimtrack.wsgi", "--bind", "127.0.0.1:{port}", "--worker-class", "gthread"),
        *("--threads", "8", "--graceful-timeout", "5", "--no-control-socket", "--access-logfile", "-"),
    ),
    "fetch": (*WORKER, "-Q", "fetch", "--hostname", "fetch@%h", "--pool", "threads", "--concurrency", "4"),
    "read": (*WORKER, "-Q", "read", "--hostname", "read@%h", "--pool", "prefork", "--concurrency", "1"),
    "beat": ("-m", "celery", "-A", "claimtrack", "beat", "--pidfile", ""),
}


def wait_until_ready(port: int, supervisor: Supervisor) -> None:
    """Return once the pages answer that database and broker are there; ServiceError if they never do."""
    deadline = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < deadline:
        supervisor.check()
        if _answers(port):
            return
        time.sleep(0.2)
    raise ServiceError(
        f"the pages did not answer within {STARTS_WITHIN:.0f} s: read the logs in the data folder"
    )


def _answers(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        connection.close()
