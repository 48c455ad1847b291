FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_NO_CACHE_DIR=1 FLASK_APP=wsgi PORT=8000

WORKDIR /app
COPY requirements.txt .
RUN pip install --require-hashes -r requirements.txt \
    && useradd --system --uid 10001 --home-dir /nonexistent docket \
    && install -d -o docket -g docket /data
COPY . .

USER 10001
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request; urllib.request.urlopen(f'http://127.0.0.1:{os.environ[\"PORT\"]}/up', timeout=4)"]
CMD ["python", "gunicorn.conf.py"]
