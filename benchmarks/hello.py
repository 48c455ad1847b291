"""The least that Flask can do, on the same server: what everything else is compared with."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def show() -> str:
    return "hello"
