"""What Chromium complains about in its console: a story ends badly if anything is left here."""

import re

from playwright.sync_api import BrowserContext, ConsoleMessage, WebError

# Chromium reports every refusal of ours as if it were a fault.
REFUSAL = r"Failed to load resource: the server responded with a status of 4\d\d"
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


class Complaints:
    """Collects warnings, errors and reports of the Content-Security-Policy from all tabs."""

    def __init__(self, context: BrowserContext) -> None:
        self.heard: list[str] = []
        self.expected = [REFUSAL]
        context.on("console", self._note_console)
        context.on("weberror", self._note_error)
        context.add_init_script(REPORT_VIOLATIONS)

    def expect(self, pattern: str) -> None:
        """A complaint that belongs to the story."""
        self.expected.append(pattern)

    @property
    def left(self) -> list[str]:
        return [line for line in self.heard if not any(re.match(pattern, line) for pattern in self.expected)]

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.heard.append(message.text)

    def _note_error(self, error: WebError) -> None:
        self.heard.append(f"uncaught: {error.error}")
