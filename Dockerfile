# The web service, for running behind a proxy that ends TLS. It runs as a user of its own, needs no capability and
# writes nowhere but /data, so that the root file system may be read-only. Settings come from the environment or from
# mounted files; there is no development mode here. Keep /data on a volume where the database is SQLite.

FROM python:3.11-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /app/venv
COPY requirements/service.lock /build/requirements/service.lock
RUN /app/venv/bin/python -m pip install --require-hashes --requirement /build/requirements/service.lock
COPY . /build
RUN /app/venv/bin/python -m pip install --no-deps --no-build-isolation /build \
    && /app/venv/bin/python -m compileall -q /app/venv

FROM python:3.11-slim
RUN useradd --system --uid 10001 --home-dir /nonexistent --shell /usr/sbin/nologin riskflag \
    && install --directory --owner=riskflag --mode=0700 /data
COPY --from=build /app/venv /app/venv
COPY models /app/models
WORKDIR /app
ENV PATH=/app/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    RISKFLAG_ENVIRONMENT=production RISKFLAG_HOME=/data RISKFLAG_HOST=0.0.0.0 RISKFLAG_PORT=8000
USER 10001
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['RISKFLAG_PORT'] + '/health/liveness', timeout=4)"]
CMD ["python", "-m", "api"]
