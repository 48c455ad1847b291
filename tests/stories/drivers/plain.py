"""Acts a story out without JavaScript or a screen: only what the HTML offers can be done."""

from typing import Self

from bs4 import Tag as Element
from flask import Flask

from tests.builders import Person
from tests.pages import Browser, Page

from .naming import name_of as _name

EDITOR = "form.editor"


class PlainTab:
    """A tab that follows links, forms and buttons."""

    def __init__(self, app: Flask, browser: Browser | None = None) -> None:
        self.app = app
        self.browser = browser or Browser(app)
        self.typed = ""
        self.visited: list[str] = []

    @property
    def page(self) -> Page:
        return self.browser.current

    def be(self, person: Person) -> None:
        self.browser = person.browser

    def another(self) -> Self:
        other = Browser(self.app)
        other.client = self.browser.client
        return type(self)(self.app, other)

    def close(self) -> None:
        """A tab without a screen stands in nobody's way."""

    def sign_up(self, name: str, email: str, password: str) -> None:
        self.open("/")
        self._follow("Create an account")
        self._arrive(self.browser.submit("main form", name=name, email=email, password=password))

    def sign_in(self, email: str, password: str) -> None:
        self._arrive(self.browser.submit("main form", email=email, password=password))

    def sign_out(self) -> None:
        self._follow("Sign out")
        self._press("Sign out")

    def open(self, path: str) -> None:
        self._arrive(self.browser.open(path))

    def reload(self) -> None:
        self.open(self.page.path)

    def back(self) -> None:
        self.visited.pop()
        self.open(self.visited.pop())

    def add(self, title: str) -> None:
        self._arrive(self.browser.submit("#create-form", title=title))

    def start_editing(self, title: str) -> None:
        self._follow(title)

    def type(self, text: str) -> None:
        self.page.one(f"{EDITOR} [name=title]").string = text

    def save(self) -> None:
        self._press("Save")

    def restore_with_my_text(self) -> None:
        self._press("Restore with my text")

    def take(self, whose: str) -> None:
        (name,) = (name for label in self.page.all("label") if (name := _name(label)).startswith(whose))
        self.tick(name)

    def cancel(self) -> None:
        self._follow("Cancel")

    def edit(self, title: str, new_title: str) -> None:
        self.start_editing(title)
        self.type(new_title)
        self.save()

    def complete(self, title: str) -> None:
        self._arrive(self.browser.press(f"#{self._check(title, 'false')['id']}"))

    def reopen(self, title: str) -> None:
        self._arrive(self.browser.press(f"#{self._check(title, 'true')['id']}"))

    def delete(self, title: str) -> None:
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
        self._follow(link)

    def fill_in(self, field: str, text: str) -> None:
        control = self._labelled(field)
        if control.name == "textarea":
            control.string = text
        else:
            control["value"] = text

    def pick(self, field: str, option: str) -> None:
        (chosen,) = (one for one in self._labelled(field).select("option") if _name(one) == option)
        for other in self._labelled(field).select("option[selected]"):
            del other["selected"]
        chosen["selected"] = ""

    def tick(self, box: str) -> None:
        control = self._labelled(box)
        if control["type"] == "radio":
            for other in self.page.all(f"[type=radio][name={control['name']}][checked]"):
                del other["checked"]
        control["checked"] = ""

    def untick(self, box: str) -> None:
        del self._labelled(box)["checked"]

    def choose_more(self, of: str, item: str) -> None:
        (opener,) = self._named("summary", f"More: {of}")
        menu = opener.find_next_sibling()
        assert isinstance(menu, Element)
        (chosen,) = (one for one in menu.select("a, button") if _name(one) == item)
        chosen["data-chosen"] = ""
        choose = self.browser.follow if chosen.name == "a" else self.browser.press
        self._arrive(choose("[data-chosen]"))

    def add_to_section(self, section: str, title: str) -> None:
        (heading,) = (one for one in self.page.all(".section__name") if _name(one) == section)
        form = str(heading["id"]).replace("-name", "-form")
        self._arrive(self.browser.submit(f"#{form}", title=title))

    def sees_sections(self, *names: str) -> None:
        assert self.page.words(".section__name") == list(names)

    def complete_all(self) -> None:
        self._press("Complete all")

    def reopen_all(self) -> None:
        self._press("Reopen all")

    def clear_completed(self) -> None:
        self._press("Clear completed")

    def show(self, status: str) -> None:
        (link,) = (one for one in self.page.all("nav[aria-label=Show] a") if _name(one) == status)
        self.open(str(link["href"]))

    def show_more(self) -> None:
        self._follow("Show more")

    def is_at(self, path: str) -> None:
        assert self.page.path == path

    def sees(self, *titles: str) -> None:
        assert self.page.titles == list(titles)

    def sees_completed(self, *titles: str) -> None:
        assert [_name(title) for title in self.page.all(".task--done .task__title")] == list(titles)

    def sees_labels(self, *names: str) -> None:
        assert self.page.words(".label__name") == list(names)

    def sees_labels_of(self, title: str, *names: str) -> None:
        (row,) = (row for row in self.page.all(".task") if title in row.get_text())
        assert [label.get_text() for label in row.select(".task__label")] == list(names)

    def sees_text(self, text: str) -> None:
        assert text in " ".join(self.page.words("body"))

    def does_not_see(self, text: str) -> None:
        assert text not in " ".join(self.page.words("body"))

    def offers(self, button: str) -> None:
        assert self._named("button", button)

    def does_not_offer(self, button: str) -> None:
        assert not self._named("button", button)

    def counts(self, text: str) -> None:
        assert self.page.words("#task-count") == [text]

    def says(self, text: str) -> None:
        assert self.page.toast == text

    def refuses(self, text: str) -> None:
        assert self.page.status == 422
        field = self.page.one("[aria-invalid=true]")
        assert self.page.words(f"#{str(field['aria-describedby']).split()[0]}") == [text]

    def new_task_holds(self, text: str) -> None:
        assert self.page.one("#new-title")["value"] == text

    def editor_holds(self, text: str) -> None:
        assert self.page.one(f"{EDITOR} [name=title]").get_text() == text

    def may_choose(self, *texts: str) -> None:
        assert self.page.words(".choice__text") == list(texts)

    def notes_hold(self, text: str) -> None:
        assert self.page.one(f"{EDITOR} [name=notes]").get_text() == text

    def editor_is_closed(self) -> None:
        assert not self.page.all(EDITOR)

    def _follow(self, name: str) -> None:
        (address,) = {str(link["href"]) for link in self._named("a", name)}
        self._arrive(self.browser.open(address))

    def _press(self, name: str) -> None:
        (button,) = self._named("button", name)
        button["data-pressed"] = "true"
        self._arrive(self.browser.press("[data-pressed]"))

    def _named(self, tag: str, name: str) -> list[Element]:
        return [element for element in self.page.all(tag) if _name(element) == name]

    def _labelled(self, name: str) -> Element:
        (label,) = self._named("label", name)
        return self.page.one(f"#{label['for']}")

    def _check(self, title: str, state: str) -> Element:
        (check,) = (
            check
            for check in self.page.all(f"[role=checkbox][aria-checked={state}]")
            if _name(self.page.one(f"#{check['aria-labelledby']}")) == title
        )
        return check

    def _arrive(self, page: Page) -> None:
        if self.visited[-1:] != [page.path]:
            self.visited.append(page.path)
