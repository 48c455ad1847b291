"""What Lighthouse says of sign-in and of a list of fifty tasks on a phone: the median of five runs.

It comes from npm at its first use and wants Node and Chromium.
"""

import json
import os
import shutil
import subprocess
import sys
from statistics import median
from typing import Any

from tests.builders import make_person
from tests.pictures.screenshots import application
from tests.stories.drivers.server import serving

# Now and then its browser does not start.
RUNS, ATTEMPTS = 5, 3
LIGHTHOUSE = ("npx", "--yes", "lighthouse@12.8.2")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100}
TIMES = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)


def report(url: str, cookie: str) -> dict[str, Any]:
    """One run, on the phone that Lighthouse imagines."""
    command = [
        *LIGHTHOUSE,
        url,
        *("--quiet", "--output=json", f"--only-categories={','.join(LEAST)}"),
        "--chrome-flags=--headless=new --no-sandbox",
        f"--extra-headers={json.dumps({'Cookie': cookie} if cookie else {})}",
    ]
    chrome = {"CHROME_PATH": os.environ.get("CHROME_PATH") or str(shutil.which("chromium"))}
    for _ in range(ATTEMPTS):
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | chrome)
        if done.returncode == 0:
            found: dict[str, Any] = json.loads(done.stdout)
            return found
    sys.exit(done.stderr)


def measure(url: str, cookie: str = "") -> bool:
    """Print the medians for a page; whether they are good enough."""
    reports = [report(url, cookie) for _ in range(RUNS)]
    scores = {
        category: round(100 * median(each["categories"][category]["score"] for each in reports))
        for category in LEAST
    }
    times = {name: median(each["audits"][name]["numericValue"] for each in reports) for name in TIMES}
    failing = {
        audit["title"]
        for each in reports
        for audit in each["audits"].values()
        if audit["scoreDisplayMode"] == "binary" and audit["score"] == 0
    }
    print(url, scores, {name: round(value, 3) for name, value in times.items()}, *sorted(failing), sep="\n  ")
    return all(scores[category] >= least for category, least in LEAST.items())


def main() -> int:
    with application() as app, serving(app) as address:
        person = make_person(app, "Mira")
        person.has(*[f"Read chapter {chapter} of the long book" for chapter in range(1, 51)])
        cookie = f"{app.config['SESSION_COOKIE_NAME']}={person.browser.token}"
        good = [measure(f"{address}/auth/login"), measure(f"{address}/tasks", cookie)]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
