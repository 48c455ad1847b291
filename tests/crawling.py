"""Walking through every page that links lead to, and the pages that only mistakes lead to."""

import re
from collections import Counter
from urllib.parse import urlsplit

from flask import Flask

from webapp.projects.models import Project
from webapp.projects.sections import Section
from webapp.tasks.labels import Label

from .builders import PASSWORD, Person, make_person
from .houses import deleted, favourite, label, project, section
from .pages import Browser, Page
from .places import add_project, add_sections, add_tasks


def crawl(browser: Browser, *starts: str) -> list[Page]:
    """The pages that a person reaches by links from these; of addresses that differ in numbers, two."""
    waiting, pages = list(starts), []
    seen, kinds = set(starts), Counter(kind(path) for path in starts)
    while waiting:
        browser.page = None
        pages.append(browser.open(waiting.pop(0)))
        for path in links(pages[-1]):
            if path not in seen and kinds[kind(path)] < 2:
                waiting.append(path)
                kinds[kind(path)] += 1
            seen.add(path)
    return pages


def links(page: Page) -> list[str]:
    """The local addresses to which a page leads."""
    paths = {
        str(link.get("href") or link.get("hx-get")).partition("#")[0]
        for link in page.all("a:not([download]), [hx-get]")
    }
    return sorted(path for path in paths if path.startswith("/"))


def kind(path: str) -> str:
    return re.sub(r"\d+", "7", path)


def every_page(app: Flask, alice: Person) -> list[Page]:
    """What Alice, somebody who may only look, and a visitor can come to see."""
    id, _ = alice.has("Open", "Open too")
    alice.has("Done", completed=True)
    many = alice.has(*[f"Number {number}" for number in range(50)])
    alice.has_label("home")
    label = alice.has_label("errand", id, *many)
    viewer = make_person(app, "Vera").joining(alice, "viewer")
    furnish(alice)
    return [
        *crawl(alice.browser, "/tasks", f"/tasks/{id}/title/edit", "/labels", f"/tasks/{id}/labels"),
        *crawl(alice.browser, *places(alice)),
        *crawl(viewer.browser, "/tasks", f"/tasks/{id}/edit", f"/labels/{label}"),
        *crawl(Browser(app), "/", "/nowhere", reset_path(app, alice)),
        *after_mistakes(app, alice),
        *after_mistakes_in_places(alice),
        *after_bringing(alice.browser),
        *after_mistakes_of_visitors(app),
    ]


def furnish(person: Person) -> None:
    """Projects in one another, a favourite, a label, and one of each in the bin."""
    work = project(person, "Work")
    favourite(person, project(person, "Under", work))
    label(person, "at hand")
    deleted(person, Section, section(person, work, "Gone section"))
    deleted(person, Label, label(person, "gone"))
    deleted(person, Project, project(person, "Gone"))


def places(person: Person) -> list[str]:
    """A project with sections, a sub-project and more tasks than a page holds, and an archived one."""
    id, archived = add_project(person, "Household"), add_project(person, "Old")
    add_project(person, "Garden", id, emoji="🌱")
    full, folded, _ = add_sections(person, id, "Kitchen", "Bath", "Empty")
    add_tasks(person, [f"Number {number}" for number in range(51)], id, full)
    add_tasks(person, ["Tap"], id, folded)
    person.browser.open(f"/projects/{id}")
    person.browser.press(f"#section-{folded}-fold")
    person.browser.open(f"/projects/{archived}")
    person.browser.press("#project-archive")
    exports = ["/exports", f"/projects/{id}/exports"]
    return [f"/projects/{id}?done=1", f"/projects/{archived}", "/projects/new", *exports]


def after_mistakes_in_places(person: Person) -> list[Page]:
    """Forms of projects and sections with errors."""
    id = add_project(person, "Mistaken")
    (section,) = add_sections(person, id, "Mistaken")
    browser, stale = person.browser, Browser(person.app, person.browser.token)
    stale.open(f"/projects/{id}/edit")
    return [
        sent(browser, "/projects/new", "#project-form", name="", emoji="no", hue="99", parent="x"),
        sent(browser, f"/projects/{id}/edit", "#project-form", name="Changed"),
        stale.submit("#project-form", name="Changed otherwise"),
        sent(browser, f"/projects/{id}", "#section-new", name=""),
        sent(browser, f"/projects/{id}", f"#section-{section}-form", title=""),
        sent(browser, f"/sections/{section}/edit", f"#section-{section}-name", name=""),
        sent(browser, f"/sections/{section}/place/edit", "form.form", project="x"),
    ]


def after_mistakes_with_dates(browser: Browser, stale: Browser, id: int) -> list[Page]:
    """The form of dates: with words that are none, with fields that do not fit, and with a conflict."""
    stale.open(f"/tasks/{id}/date")
    return [
        sent(browser, f"/tasks/{id}/date", "#picker-form", when="blue moon", due_time="25:00"),
        sent(browser, f"/tasks/{id}/date", "#picker-form", when="27 nov 2026 9am"),
        stale.submit("#picker-form", when="28 nov 2026"),
        browser.open("/tasks/date/reading?when=tomorrow"),
    ]


def after_bringing(browser: Browser) -> list[Page]:
    """The preview of a table with something that is not understood, read otherwise, and nothing brought."""
    table = "title,labels,priority,colour\nSow,garden,2,green\nReap,,someday,\n"
    page = sent(browser, "/imports/new", "#import-form", text=table)
    return [
        page,
        browser.submit("#place-form", name="x" * 200),
        sent(browser, page.path, "#reading-form", **{"format-0": "nonsense"}),
        sent(browser, page.path, "#reading-form", **{"format-0": "plain"}),
        sent(browser, "/imports/new", "#import-form", text=""),
        sent(browser, "/tasks/several/new", "#several-form", text=""),
    ]


def after_mistakes(app: Flask, alice: Person) -> list[Page]:
    """Pages with errors, a conflict, a deleted task, a toast with Undo, several devices."""
    id, other = alice.has("Mistaken", "Deleted")
    browser, stale = alice.browser, Browser(app, alice.browser.token)
    stale.open(f"/tasks/{id}/edit")
    forms = ["/settings", "/settings/email", "/settings/password"]
    return [
        sent(browser, "/tasks", "#create-form", title=""),
        sent(browser, f"/tasks/{id}/edit", "form.editor", title=""),
        sent(browser, f"/tasks/{id}/edit", "form.editor", title="Changed"),
        stale.submit("form.editor", title="Changed otherwise"),
        sent(browser, "/labels", "#label-form", name="errand"),
        sent(browser, f"/tasks/{id}/labels", "main form", new_label="unheard of"),
        *after_mistakes_with_dates(browser, Browser(app, browser.token), id),
        *after_mistakes_with_labels(browser, stale),
        deleted_meanwhile(app, alice, other),
        refused_undo(alice, id),
        *crawl(browser, "/history", "/bin"),
        *(sent(browser, "/settings", f"form[action='{form}']", name="", email="") for form in forms),
        another_device(app, alice),
        browser.open(f"/tasks/{2**63}"),
    ]


def after_mistakes_with_labels(browser: Browser, stale: Browser) -> list[Page]:
    """Two editors of a label that knew nothing of each other, and a label merged into itself."""
    path = str(browser.open("/labels").all(".label a[href$=edit]")[0]["href"])
    stale.open(path)
    return [
        sent(browser, path, ".label-form", name=""),
        sent(browser, path, ".label-form", name="errands"),
        stale.submit(".label-form", name="shops"),
        sent(browser, path, ".label-merge", into=path.split("/")[2]),
    ]


def after_mistakes_of_visitors(app: Flask) -> list[Page]:
    """Refused sign-in and sign-up, and a post of somebody who is signed out."""
    visitor = Browser(app)
    signed_out = Page(visitor.client.post("/tasks/1", data={"title": "Typed"}), "/tasks/1")
    return [
        sent(visitor, "/auth/login", "form.form", email="nobody@example.org", password="wrong"),
        sent(visitor, "/auth/register", "form.form", email="nowhere", password="short"),
        signed_out,
    ]


def sent(browser: Browser, path: str, form: str, **fields: str) -> Page:
    """The answer to a form of a page."""
    browser.open(path)
    return browser.submit(form, **fields)


def deleted_meanwhile(app: Flask, alice: Person, id: int) -> Page:
    """The editor of a task that is deleted in another tab."""
    tab = Browser(app, alice.browser.token)
    tab.open(f"/tasks/{id}/edit")
    alice.browser.open(f"/tasks/{id}")
    alice.browser.press(f"#task-{id}-delete")
    return tab.submit("form.editor", title="Too late")


def refused_undo(alice: Person, id: int) -> Page:
    """What builds on a change is offered to be undone with it."""
    sent(alice.browser, f"/tasks/{id}/edit", "form.editor", title="Changed again")
    alice.browser.open("/history")
    return alice.browser.press("[aria-label='Undo renaming “Changed”']")


def another_device(app: Flask, alice: Person) -> Page:
    """The devices of a person who is signed in twice."""
    sent(Browser(app), "/auth/login", "form.form", email=alice.email, password=PASSWORD)
    return alice.browser.open("/settings/devices")


def reset_path(app: Flask, person: Person) -> str:
    """The path of a fresh link by which a person chooses a new password."""
    answer = app.test_cli_runner().invoke(args=["user", "reset-link", person.email])
    return urlsplit(answer.output.splitlines()[-1]).path
