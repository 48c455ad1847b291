"""The pages of errors, each answered as the application would."""

from collections.abc import Callable

from playwright.sync_api import Route

from webapp.errors import WORDS, error_answer

from .visit import Visit


def error(status: int) -> Callable[[Visit], None]:
    def reach(visit: Visit) -> None:
        with visit.app.test_request_context():
            body = error_answer(status, reference="0a1b2c3d" if status == 500 else "").get_data(as_text=True)

        def answer_so(route: Route) -> None:
            route.fulfill(status=status, body=body, content_type="text/html; charset=utf-8")

        visit.page.route("**/error", answer_so)
        visit.open("/error")

    return reach


ERROR_STATES = {f"error-{status}": error(status) for status in WORDS}
