"""What an answer must be while the database is away: calm, and clear about what to do."""

from tests.pages import Page


def is_calm(page: Page) -> bool:
    return (
        page.status == 503
        and page.words("h1") == ["The database is away for a moment"]
        and page.headers["Retry-After"].isdigit()
        and page.headers["Cache-Control"] in {"private, no-cache", "private, no-store", "no-store"}
    )


def is_calm_toast(page: Page) -> bool:
    return (
        page.status == 503
        and [partial["hx-target"] for partial in page.all("hx-partial")] == ["#toasts"]
        and page.toast == "The database is away for a moment. Nothing was saved. Try again in a few seconds."
        and page.headers["Retry-After"].isdigit()
        and page.all("h1") == []
    )
