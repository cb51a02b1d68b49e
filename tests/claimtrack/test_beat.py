"""The beat table names tasks that exist, and lets none pile up."""

from django.conf import settings

from claimtrack.celery import app


def test_every_entry_names_a_task_that_exists_and_expires() -> None:
    app.loader.import_default_modules()
    for entry in settings.CELERY_BEAT_SCHEDULE.values():
        assert entry["task"] in app.tasks
        assert entry["options"]["expires"] > 0


def test_every_task_has_its_queue() -> None:
    app.loader.import_default_modules()
    routes = {
        name: app.amqp.router.route({}, name)["queue"].name
        for name in app.tasks
        if name.startswith(("articles.", "claims."))
    }
    assert {queue for name, queue in routes.items() if name.startswith("articles.")} == {"fetch"}
    assert {queue for name, queue in routes.items() if name.startswith("claims.")} == {"read"}
