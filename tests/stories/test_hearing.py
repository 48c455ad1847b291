"""What a screen reader says, page by page and in its order, and what it announces by itself."""

from playwright.sync_api import expect

from tests.builders import PASSWORD, Person
from tests.hearing import heard
from tests.pages import Browser

from .drivers import with_javascript
from .drivers.chromium import ChromiumTab
from .test_failing import OFFLINE

pytestmark = with_javascript

NAVIGATION = [
    "link: Skip to the content",
    "banner",
    "link: Docket",
    "link: Add a task",
    "navigation: Places",
    *("list", "listitem", "link: Today", "listitem", "link: Inbox 1 open", "listitem", "link: Upcoming"),
    *("listitem", "link: Completed", "listitem", "link: Tasks"),
    *("navigation: Projects and labels", "heading: Projects New project", "list"),
    *("heading: Labels Add a label", "list"),
    "navigation: More",
    *("list", "listitem", "link: History", "listitem", "link: Bin", "listitem", "link: Keys"),
    *("listitem", "link: Alice : settings", "listitem", "link: Sign out"),
]
ABOVE_THE_LIST = [
    "heading: Tasks",
    "New task",
    "textbox: New task",
    "button: Add",
    "link: Add several",
]
FILTERS = ["navigation: Show", "link: All", "link: Active", "link: Completed", "link: Select"]


def row(title: str, ring: str = "not checked") -> list[str]:
    actions = [f"link: {title}", f"link: Date: {title}", f"button: Delete: {title}"]
    return ["listitem", f"checkbox: {title} ({ring})", *actions]


def test_the_list(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Buy bread")
    alice.has("Water the plants", completed=True)
    tab.open("/tasks")
    tab.has_focus(tab.new_task)

    assert heard(tab.page) == [
        *NAVIGATION,
        "main",
        *ABOVE_THE_LIST[:2],
        "textbox: New task (focused)",
        *ABOVE_THE_LIST[3:],
        "1 task left",
        *FILTERS,
        "button: Complete all",
        "button: Clear completed",
        "list: Tasks",
        *row("Buy bread"),
        *row("Water the plants", "checked"),
        "status",
    ]


FIELDS = [
    *("Notes", "textbox: Notes", "Add a step", "textbox: Add a step", "link: Date: No date"),
    *("Priority", "combobox: Priority “No priority”", "Project", "combobox: Project “Inbox”"),
    *("group", "DisclosureTriangle: Labels", "Labels", "link: Waiting for…"),
]
ROW_OF_BUTTONS = [
    *("button: Save", "link: Cancel", "↵", "save", "esc", "cancel"),
    *("button: Preview the notes", "button: Duplicate: Buy bread"),
    *("link: Move, or add beside: Buy bread", "link: History of this task", "link: Page of this task"),
    "button: Delete: Buy bread",
]


def without_selecting(tab: ChromiumTab) -> list[str]:
    """Without the boxes for selecting: they come with the first key or move of the mouse."""
    return [line for line in heard(tab.page, of="main") if not line.startswith("checkbox: Select:")]


def test_an_editor_stands_where_the_row_was_and_says_what_is_wrong(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Buy bread", "Water the plants")
    tab.open("/tasks")
    tab.title("Buy bread").click()
    tab.has_focus(tab.editor)
    opened = without_selecting(tab)

    tab.press("Control+A", "Delete", "Enter")
    expect(tab.page.get_by_role("alert")).to_be_visible()

    above = [*ABOVE_THE_LIST, "2 tasks left", *FILTERS, "button: Complete all", "list: Tasks", "listitem"]
    below = [*FIELDS, *ROW_OF_BUTTONS, *row("Water the plants")]
    assert opened == [*above, "Title", "textbox: Title “Buy bread” (focused)", *below]
    wrong = "A task needs a title."
    refused = ["Title", f"textbox: Title (invalid) (focused) {wrong}", "alert", wrong]
    assert without_selecting(tab) == [*above, *refused, *below]


def test_what_happened_is_announced_with_its_way_back(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")

    tab.complete("Buy bread")
    tab.says("Completed “Buy bread”.")

    assert heard(tab.page, of="status") == ["Completed “Buy bread”.", "button: Undo"]


def test_what_could_not_be_saved_is_announced(tab: ChromiumTab, alice: Person) -> None:
    alice.has("Buy bread")
    tab.open("/tasks")
    tab.complaints.expect(OFFLINE)
    tab.context.set_offline(True)

    tab.check("Buy bread", checked=False).click()
    tab.says("Not saved. Check your connection and try again.")

    assert heard(tab.page, of="status") == ["Not saved. Check your connection and try again."]


def test_the_history(tab: ChromiumTab, alice: Person) -> None:
    alice.browser.open("/tasks")
    alice.browser.submit("#create-form", title="Buy bread")
    alice.browser.follow(".task__title")
    alice.browser.submit("form.editor", title="Buy rye bread")
    tab.open("/history")
    times = tab.page.locator(".history__time time").all_inner_texts()

    assert heard(tab.page, of="main") == [
        "heading: History",
        *("Everything you changed, and the way back", ":", "z", "undoes,", "Shift", "z", "does again"),
        *(". What you deleted is in the", "link: bin", "."),
        "button: Undo the last change",
        "button: Redo the last change",
        "heading: Today",
        "list",
        "listitem",
        *("You", "renamed", "“Buy rye bread”"),
        *("Title:", "Buy", "insertion", "added:", "rye", ",", "bread"),
        f"link: {times[0]}: renaming “Buy rye bread”",
        "button: Undo renaming “Buy rye bread”",
        "listitem",
        *("You", "added", "“Buy bread”"),
        f"link: {times[1]}: adding “Buy bread”",
        "button: Undo adding “Buy bread”",
    ]


def test_sign_in_and_its_error(visitors_tab: ChromiumTab) -> None:
    visitors_tab.open("/auth/login")
    visitors_tab.page.get_by_label("E-mail").fill("alice@example.org")
    visitors_tab.page.get_by_label("Password").fill("not hers at all")
    visitors_tab.press("Enter")
    wrong = "That e-mail and password don’t match. Try again."
    visitors_tab.sees_text(wrong)

    assert heard(visitors_tab.page) == [
        "link: Skip to the content",
        "main",
        "link: Docket",
        "heading: Welcome back",
        "Sign in to your docket.",
        "E-mail",
        "textbox: E-mail “alice@example.org” (required)",
        "Password",
        f"textbox: Password (invalid) (required) (focused) {wrong}",
        wrong,
        "checkbox: Keep me signed in on this device (not checked)",
        "button: Sign in",
        "Forgot your password? Ask whoever runs this Docket for a link.",
        "New here?",
        "link: Create an account",
        "status",
    ]


def test_the_settings(tab: ChromiumTab) -> None:
    tab.open("/settings")
    hint = "Single keys, such as e to complete. Switch them off if they get in your way."
    rule = "At least 12 characters. A few words in a row are easy to remember."

    said = heard(tab.page, of="main")

    assert said[0] == "heading: Settings"
    assert [line for line in said if line.startswith("region")] == [
        *("region: You", "region: E-mail", "region: Password", "region: Keys"),
        *("region: Your tasks", "region: Devices"),
    ]
    assert f"checkbox: Keyboard shortcuts (checked) {hint}" in said
    assert f"textbox: New password (required) {rule}" in said


def test_devices_are_told_apart(tab: ChromiumTab, alice: Person) -> None:
    other = Browser(alice.app)
    other.open("/auth/login")
    other.submit("form", email=alice.email, password=PASSWORD)
    tab.open("/settings/devices")

    said = heard(tab.page, of="main")

    assert said.index("This device") < said.index("link: Sign out")
    assert any(line.startswith("button: Sign out Unknown device, last used") for line in said)


def test_the_sheet_of_keys_keeps_the_rest_silent(tab: ChromiumTab, alice: Person) -> None:
    tab.open("/tasks")
    tab.has_focus(tab.new_task)

    tab.press("Escape", "?")
    tab.has_focus(tab.button("Close"))

    said = heard(tab.page)
    assert said[:3] == ["dialog: Keys", "Keys", "button: Close (focused)"]
    assert "heading: Tasks" not in said
    assert alice.name not in " ".join(said)
