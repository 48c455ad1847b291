"""Acts a story out in Chromium: finds what it needs by role and name, as a person would."""

import re
from typing import Self

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.builders import Person

from .complaints import Complaints
from .fingers import PRESSED, Fingers

EDITOR = "form.editor"


class ChromiumTab(Fingers):
    """A tab that sees what is on the screen, presses keys and clicks."""

    def __init__(self, context: BrowserContext, complaints: Complaints, address: str) -> None:
        self.context = context
        self.complaints = complaints
        self.address = address
        self.page: Page = context.new_page()

    def be(self, person: Person) -> None:
        name = person.app.config["SESSION_COOKIE_NAME"]
        self.context.add_cookies([{"name": name, "value": person.browser.token, "url": self.address}])

    def another(self) -> Self:
        return type(self)(self.context, self.complaints, self.address)

    def close(self) -> None:
        self.page.close()

    def sign_up(self, name: str, email: str, password: str) -> None:
        self.open("/")
        self.page.get_by_role("link", name="Create an account").first.click()
        self.page.get_by_label("Name").fill(name)
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(password)
        self._press("Create account")

    def sign_in(self, email: str, password: str) -> None:
        self.page.get_by_label("E-mail").fill(email)
        self.page.get_by_label("Password").fill(password)
        self._press("Sign in")

    def sign_out(self) -> None:
        self._link("Sign out").click()
        self._press("Sign out")

    def open(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def reload(self) -> None:
        self.page.reload()

    def back(self) -> None:
        self.page.go_back()

    def add(self, title: str) -> None:
        self._type_into(self.new_task, title)
        self.press("Enter")

    def start_editing(self, title: str) -> None:
        self._link(title).click(delay=PRESSED)

    def type(self, text: str) -> None:
        self._type_into(self.editor, text)

    def save(self) -> None:
        self._press("Save")

    def restore_with_my_text(self) -> None:
        self._press("Restore with my text")

    def take(self, whose: str) -> None:
        self.page.get_by_role("radio", name=re.compile(f"^{re.escape(whose)}")).check()

    def cancel(self) -> None:
        self._link("Cancel").click(delay=PRESSED)

    def edit(self, title: str, new_title: str) -> None:
        self.start_editing(title)
        self.type(new_title)
        self.save()

    def complete(self, title: str) -> None:
        self.check(title, checked=False).click(delay=PRESSED)

    def reopen(self, title: str) -> None:
        self.check(title, checked=True).click(delay=PRESSED)

    def delete(self, title: str) -> None:
        self._row(title).hover()
        self._press(f"Delete: {title}")

    def undo(self) -> None:
        self._press("Undo")

    def remove_samples(self) -> None:
        self._press("Remove them")

    def redo(self) -> None:
        self._press("Redo")

    def choose(self, button: str) -> None:
        self._press(button)

    def follow(self, link: str) -> None:
        self._link(link).click(delay=PRESSED)

    def fill_in(self, field: str, text: str) -> None:
        self._type_into(self.page.get_by_label(field, exact=True), text)

    def pick(self, field: str, option: str) -> None:
        self.page.get_by_label(field, exact=True).select_option(label=option)

    def tick(self, box: str) -> None:
        self.page.get_by_label(box, exact=True).check()

    def untick(self, box: str) -> None:
        self.page.get_by_label(box, exact=True).uncheck()

    def choose_more(self, of: str, item: str) -> None:
        self.page.locator("summary").and_(self.page.get_by_label(f"More: {of}", exact=True)).click()
        self.page.locator("details[open]").get_by_text(item, exact=True).click(delay=PRESSED)

    def add_to_section(self, section: str, title: str) -> None:
        region = self.page.get_by_role("region", name=section, exact=True)
        self._type_into(region.get_by_role("textbox", name="Add to this section"), title)
        self.press("Enter")

    def sees_sections(self, *names: str) -> None:
        expect(self.page.locator(".section__name")).to_have_text(list(names))

    def complete_all(self) -> None:
        self._press("Complete all")

    def reopen_all(self) -> None:
        self._press("Reopen all")

    def clear_completed(self) -> None:
        self._press("Clear completed")

    def show(self, status: str) -> None:
        self.page.get_by_role("navigation", name="Show").get_by_role("link", name=status).click(delay=PRESSED)

    def show_more(self) -> None:
        self._link("Show more").click()

    def is_at(self, path: str) -> None:
        expect(self.page).to_have_url(f"{self.address}{path}")

    def sees(self, *titles: str) -> None:
        expect(self.page.locator(".task__title")).to_have_text(list(titles))

    def sees_completed(self, *titles: str) -> None:
        expect(self.page.locator(".task--done .task__title")).to_have_text(list(titles))

    def sees_labels(self, *names: str) -> None:
        expect(self.page.locator(".label__name")).to_have_text(list(names))

    def sees_labels_of(self, title: str, *names: str) -> None:
        row = self.page.locator(".task").filter(has_text=title)
        expect(row.locator(".task__label")).to_have_text(list(names))

    def sees_text(self, text: str) -> None:
        expect(self.page.get_by_text(text).filter(visible=True).first).to_be_visible()

    def does_not_see(self, text: str) -> None:
        expect(self.page.get_by_text(text).filter(visible=True)).to_have_count(0)

    def offers(self, button: str) -> None:
        expect(self.button(button)).to_be_visible()

    def does_not_offer(self, button: str) -> None:
        expect(self.button(button)).to_have_count(0)

    def counts(self, text: str) -> None:
        expect(self.page.locator("#task-count")).to_have_text(text)

    def says(self, text: str) -> None:
        expect(self.page.get_by_role("status").locator(".toast__text")).to_have_text(text)

    def refuses(self, text: str) -> None:
        expect(self.page.locator("[aria-invalid=true]")).to_have_accessible_description(text)
        expect(self.page.get_by_role("alert")).to_have_text(text)

    def new_task_holds(self, text: str) -> None:
        expect(self.new_task).to_have_value(text)

    def editor_holds(self, text: str) -> None:
        expect(self.editor).to_have_value(text)

    def may_choose(self, *texts: str) -> None:
        expect(self.page.locator(".choice__text")).to_have_text(list(texts))

    def notes_hold(self, text: str) -> None:
        expect(self.notes).to_have_value(text)

    def editor_is_closed(self) -> None:
        expect(self.page.locator(EDITOR)).to_have_count(0)

    # What only a browser with a screen and a keyboard has

    @property
    def new_task(self) -> Locator:
        return self.page.get_by_role("textbox", name="New task")

    @property
    def editor(self) -> Locator:
        return self.page.locator(EDITOR).get_by_role("textbox", name="Title")

    @property
    def notes(self) -> Locator:
        return self.page.locator(EDITOR).get_by_role("textbox", name="Notes", exact=True)

    def start_renaming(self, title: str) -> None:
        """Open the editor of the title alone."""
        self.title(title).focus()
        self.press("F2")

    def check(self, title: str, *, checked: bool) -> Locator:
        """The ring before a task."""
        return self.page.get_by_role("checkbox", name=title, exact=True, checked=checked)

    def title(self, title: str) -> Locator:
        return self._row(title).locator(".task__title")

    def scroll_to_the_end(self) -> None:
        self.page.mouse.wheel(0, 100_000)

    def has_focus(self, element: Locator) -> None:
        expect(element).to_be_focused()
