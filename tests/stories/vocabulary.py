"""The words in which stories are told: what a person does in a browser tab and what they see there.

`sees`, `counts`, `says` and the like are expectations: they fail if the page shows anything else.
"""

from typing import Protocol, Self

from tests.builders import Person


class Tab(Protocol):
    """A tab of somebody's browser."""

    def be(self, person: Person) -> None:
        """Arrive already signed in."""

    def another(self) -> Self:
        """A second tab of the same browser."""

    def close(self) -> None:
        """Close this tab and be back in the one before."""

    def sign_up(self, name: str, email: str, password: str) -> None: ...

    def sign_in(self, email: str, password: str) -> None:
        """Fill in the sign-in page, which is open."""

    def sign_out(self) -> None: ...

    def open(self, path: str) -> None: ...

    def reload(self) -> None: ...

    def back(self) -> None: ...

    def add(self, title: str) -> None: ...

    def start_editing(self, title: str) -> None:
        """Open the editor of a task by its title."""

    def type(self, text: str) -> None:
        """Replace what is in the open editor."""

    def save(self) -> None: ...

    def restore_with_my_text(self) -> None:
        """Bring back a task that was deleted during the edit."""

    def take(self, whose: str) -> None:
        """Of several versions of the same choose this one: `Yours`, `Bob` or `Both`."""

    def cancel(self) -> None: ...

    def edit(self, title: str, new_title: str) -> None:
        """Open the editor of a task, type another title and save it."""

    def complete(self, title: str) -> None: ...

    def reopen(self, title: str) -> None: ...

    def delete(self, title: str) -> None: ...

    def undo(self) -> None:
        """Press Undo in the toast."""

    def remove_samples(self) -> None:
        """Press “Remove them” above the tasks that came with the account."""

    def redo(self) -> None:
        """Press Redo in the toast."""

    def choose(self, button: str) -> None:
        """Press the button of this name."""

    def follow(self, link: str) -> None:
        """Follow the link of this name."""

    def fill_in(self, field: str, text: str) -> None:
        """Replace what is in the field with this label."""

    def pick(self, field: str, option: str) -> None:
        """Choose one of a list."""

    def tick(self, box: str) -> None:
        """Tick the box, or choose the one of several, with this label."""

    def untick(self, box: str) -> None: ...

    def choose_more(self, of: str, item: str) -> None:
        """Open the menu of something and take the button or link of this name in it."""

    def add_to_section(self, section: str, title: str) -> None:
        """Add a task in the field under a section."""

    def sees_sections(self, *names: str) -> None:
        """The project has these sections, in this order."""

    def complete_all(self) -> None: ...

    def reopen_all(self) -> None: ...

    def clear_completed(self) -> None: ...

    def show(self, status: str) -> None:
        """Choose All, Active or Completed."""

    def show_more(self) -> None:
        """Go on to the next page of a long list."""

    def is_at(self, path: str) -> None: ...

    def sees(self, *titles: str) -> None:
        """These tasks are listed, in this order, and no others."""

    def sees_completed(self, *titles: str) -> None:
        """Of the listed tasks these are ticked off."""

    def sees_labels(self, *names: str) -> None:
        """These labels are listed, in this order, and no others."""

    def sees_labels_of(self, title: str, *names: str) -> None:
        """The row of a task bears these labels."""

    def sees_text(self, text: str) -> None: ...

    def does_not_see(self, text: str) -> None: ...

    def offers(self, button: str) -> None: ...

    def does_not_offer(self, button: str) -> None: ...

    def counts(self, text: str) -> None:
        """The counter says, for example, `2 tasks left`."""

    def says(self, text: str) -> None:
        """The toast says this."""

    def refuses(self, text: str) -> None:
        """This error stands beside a field."""

    def new_task_holds(self, text: str) -> None:
        """This stands in the field for a new task."""

    def editor_holds(self, text: str) -> None:
        """An editor is open with this text."""

    def may_choose(self, *texts: str) -> None:
        """These versions are on offer, in this order, and no others."""

    def notes_hold(self, text: str) -> None:
        """An editor is open with this text in its notes."""

    def editor_is_closed(self) -> None: ...
