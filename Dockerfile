# The production image: the same code and lock, without the embedded services in use.
FROM python:3.11-slim AS build
WORKDIR /srv/claimtrack
RUN python -m venv /opt/venv
COPY requirements.lock .
RUN /opt/venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN /opt/venv/bin/python -m babel.messages.frontend compile -d locale -D django \
 && CLAIMTRACK_PRODUCTION=1 SECRET_KEY=build ALLOWED_HOSTS=build DATABASE_URL=postgresql://build REDIS_URL=redis://build \
    /opt/venv/bin/python manage.py collectstatic --noinput

FROM python:3.11-slim
RUN useradd --system --home /srv/claimtrack claimtrack
COPY --from=build /opt/venv /opt/venv
COPY --from=build /srv/claimtrack /srv/claimtrack
WORKDIR /srv/claimtrack
ENV PATH=/opt/venv/bin:$PATH PYTHONUNBUFFERED=1 CLAIMTRACK_PRODUCTION=1
USER claimtrack
EXPOSE 8000
CMD ["gunicorn", "claimtrack.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--threads", "8"]
