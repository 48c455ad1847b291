"""Every page in every state that a person can come to see, each reached as they would reach it."""

from collections.abc import Callable

from tests.crawling import another_device, reset_path
from webapp.accounts.models import User
from webapp.database import writing
from webapp.tasks.samples import add_samples

from .agenda_states import AGENDA_STATES
from .conflict_states import CONFLICT_STATES
from .date_states import DATE_STATES
from .error_states import ERROR_STATES
from .hand_states import HAND_STATES
from .history_states import HISTORY_STATES
from .label_states import LABEL_STATES
from .places import PLACES
from .reading_states import READING_STATES
from .task_states import TASK_STATES
from .transfer_states import TRANSFER_STATES
from .visit import Visit

LONG = "Ask the co-op for a case study, with a photograph of the shop and two or three sentences. "

STATES: dict[str, Callable[[Visit], None]] = {**PLACES}


def state(reach: Callable[[Visit], None]) -> Callable[[Visit], None]:
    """Name a state after the function that reaches it."""
    STATES[reach.__name__.replace("_", "-")] = reach
    return reach


def at(name: str, path: str, *, signed_in: bool = True) -> None:
    """A state that is reached by its address alone."""

    def reach(visit: Visit) -> None:
        if signed_in:
            visit.sign_in()
        visit.open(path)

    STATES[name] = reach


at("front-page", "/", signed_in=False)
at("about", "/about", signed_in=False)
at("sign-up", "/auth/register", signed_in=False)
at("sign-in", "/auth/login", signed_in=False)
at("sign-out", "/auth/logout")
at("settings", "/settings")
at("keys", "/keys")
at("list-empty", "/tasks")
at("active-empty", "/tasks/active")
at("completed-empty", "/tasks/completed")
at("history-empty", "/history")
at("bin-emptying", "/bin/all")


@state
def sign_up_refused(visit: Visit) -> None:
    visit.open("/auth/register")
    visit.press("Create account")


@state
def sign_in_refused(visit: Visit) -> None:
    visit.open("/auth/login")
    visit.page.get_by_label("E-mail").fill("mira@example.org")
    visit.page.get_by_label("Password").fill("not this one at all")
    visit.press("Sign in")


@state
def new_password(visit: Visit) -> None:
    visit.open(reset_path(visit.app, visit.person))


@state
def first_minutes(visit: Visit) -> None:
    with visit.app.app_context(), writing() as session:
        person = session.get_one(User, visit.person.id)
        add_samples(session, person, now=person.created_at)
    visit.sign_in()
    visit.open("/tasks")


@state
def a_list(visit: Visit) -> None:
    visit.see_list()


@state
def list_long(visit: Visit) -> None:
    visit.see_list(open=tuple(f"Read chapter {chapter} of the long book" for chapter in range(1, 61)))


@state
def list_of_very_long_titles(visit: Visit) -> None:
    visit.see_list(open=(LONG * 4, "Donaudampfschifffahrtsgesellschaftskapitän" * 6, "שלח את החשבונית לדנה"))


@state
def list_all_done(visit: Visit) -> None:
    visit.see_list(open=())
    visit.open("/tasks/active")


@state
def list_right_to_left(visit: Visit) -> None:
    visit.see_list()
    visit.page.evaluate("document.documentElement.dir = 'rtl'")


@state
def new_task_refused(visit: Visit) -> None:
    visit.see_list()
    visit.page.locator("#new-title").fill(LONG * 9)
    visit.press("Add")
    visit.see("#new-title-error")


@state
def toast(visit: Visit) -> None:
    (id, *_) = visit.see_list()
    visit.page.locator(f"#task-{id}-check").click()
    visit.see(".toast__undo")


@state
def not_saved(visit: Visit) -> None:
    (id, *_) = visit.see_list()
    visit.page.context.set_offline(True)
    visit.page.locator(f"#task-{id}-check").click()
    visit.see("[data-unsaved]")


@state
def editor(visit: Visit) -> None:
    visit.edit(visit.see_list()[2])


@state
def editor_refused(visit: Visit) -> None:
    visit.edit(visit.see_list()[2])
    visit.type("")
    visit.see(".field__error")


@state
def editor_of_a_deleted_task(visit: Visit) -> None:
    id = visit.see_list()[2]
    visit.edit(id)
    other = visit.elsewhere()
    other.open("/tasks")
    other.press(f"#task-{id}-delete")
    visit.type("Book the boiler service for December")
    visit.see(".notice")


@state
def editor_as_a_page(visit: Visit) -> None:
    visit.open(f"/tasks/{visit.see_list()[2]}/edit")


@state
def task(visit: Visit) -> None:
    visit.open(f"/tasks/{visit.see_list()[2]}")


@state
def keys_sheet(visit: Visit) -> None:
    visit.see_list()
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("?")
    visit.see("dialog[open]")


@state
def settings_refused(visit: Visit) -> None:
    visit.sign_in()
    visit.open("/settings")
    visit.press("Change password")


@state
def devices(visit: Visit) -> None:
    another_device(visit.app, visit.person)
    visit.sign_in()
    visit.open("/settings/devices")


@state
def history(visit: Visit) -> None:
    id, other, *_ = visit.see_list()
    browser = visit.elsewhere()
    browser.open(f"/tasks/{id}/edit")
    browser.submit("form.editor", title="Renew both domains before they lapse")
    browser.press(f"#task-{other}-delete")
    browser.press("#undo")
    browser.open("/tasks")
    browser.press("#complete-all")
    visit.open("/history")


@state
def history_of_one_change(visit: Visit) -> None:
    visit.see_list()
    visit.open("/history")
    visit.page.locator(".history__time").first.click()


@state
def the_bin(visit: Visit) -> None:
    binned(visit)
    visit.open("/bin")


@state
def bin_deleting(visit: Visit) -> None:
    visit.open(f"/bin/{binned(visit)}")


def binned(visit: Visit) -> int:
    """Delete two tasks; the id of one of them."""
    ids, browser = visit.see_list(), visit.elsewhere()
    for id in ids[:2]:
        browser.open("/tasks")
        browser.press(f"#task-{id}-delete")
    return ids[0]


STATES |= (
    AGENDA_STATES
    | CONFLICT_STATES
    | DATE_STATES
    | ERROR_STATES
    | HAND_STATES
    | HISTORY_STATES
    | LABEL_STATES
    | TASK_STATES
    | READING_STATES
    | TRANSFER_STATES
)
