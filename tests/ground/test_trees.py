"""Two people who rearrange a tree at once never make a ring, nor leave something behind."""

import threading
from collections.abc import Callable

from tests.arranging import a_step, a_tree, acting, outline
from tests.builders import Person
from tests.pages import Browser
from webapp.clock import now
from webapp.errors import Invalid
from webapp.tasks.models import Task
from webapp.trees import rearranging

TIMES = 8


def at_once(*deeds: Callable[[], object]) -> None:
    """Do these things in threads that begin together; their errors are raised."""
    barrier, failed = threading.Barrier(len(deeds)), list[BaseException]()

    def run(deed: Callable[[], object]) -> None:
        barrier.wait()
        try:
            deed()
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=run, args=(deed,)) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise failed[0]


def sends(person: Person, method: str, path: str, **fields: str) -> Callable[[], object]:
    """A change that a browser of its own is ready to send."""
    browser = Browser(person.app, person.browser.token)
    browser.open("/tasks")
    return lambda: browser.partial(method, path, fields)


def puts(person: Person, id: int, parent_id: int) -> Callable[[], object]:
    home = person.workspace_id

    def put() -> None:
        with person.app.app_context():
            try:
                with rearranging([home]) as session:
                    task, parent = (session.get_one(Task, (home, one)) for one in (id, parent_id))
                    task.put_under(session, parent, by=person, now=now())
            except Invalid:
                pass

    return put


def reachable(tree: dict[str, dict]) -> int:  # type: ignore[type-arg]
    return sum(1 + reachable(steps) for steps in tree.values())


def test_each_of_two_put_under_the_other_is_never_a_ring(alice: Person) -> None:
    for number in range(TIMES):
        one, other = alice.has(f"One {number}", f"Other {number}")

        at_once(puts(alice, one, other), puts(alice, other, one))

        parents = {alice.task(one).parent_id, alice.task(other).parent_id}
        assert parents in ({None, one}, {None, other})
    assert reachable(outline(alice)) == 2 * TIMES


def test_a_step_added_deep_below_while_all_is_completed_is_not_left_open_under_what_is_done(
    alice: Person, bob: Person
) -> None:
    for number in range(TIMES):
        ids = a_tree(alice, {f"Top {number}": {f"Middle {number}": {}}})
        top, middle = ids.values()

        at_once(
            sends(alice, "POST", f"/tasks/{top}/completion"),
            sends(bob, "POST", f"/tasks/{middle}/steps", title=f"New {number}"),
        )

    assert broken(outline(alice), done=False) == []


def test_a_step_reopened_while_all_is_completed_is_not_left_open_either(alice: Person, bob: Person) -> None:
    for number in range(TIMES):
        ids = a_tree(alice, {f"Top {number}": {f"Middle {number}": {f"Low {number}": {}}}})
        top, _, low = ids.values()
        sends(alice, "POST", f"/tasks/{low}/completion")()

        at_once(
            sends(alice, "POST", f"/tasks/{top}/completion"),
            sends(bob, "DELETE", f"/tasks/{low}/completion"),
        )

    assert broken(outline(alice), done=False) == []


def broken(tree: dict[str, dict], *, done: bool) -> list[str]:  # type: ignore[type-arg]
    """Open tasks under done ones."""
    found = []
    for title, steps in tree.items():
        ticked = title.startswith("✓")
        found += [title] if done and not ticked else []
        found += broken(steps, done=ticked)
    return found


def test_a_step_added_deep_below_while_all_is_deleted_goes_with_it_or_is_refused(
    alice: Person, bob: Person
) -> None:
    for number in range(TIMES):
        ids = a_tree(alice, {f"Top {number}": {f"Middle {number}": {}}})
        top, middle = ids.values()

        at_once(
            sends(alice, "DELETE", f"/tasks/{top}"),
            sends(bob, "POST", f"/tasks/{middle}/steps", title=f"New {number}"),
        )

    with acting(alice) as (session, user):
        here = Task.workspace_id == user.workspace_id
        left = session.query(Task).where(here, Task.deleted_at.is_(None)).all()
        assert [task.title for task in left] == []


def test_two_who_wait_for_each_other_at_once_are_never_a_ring(alice: Person, bob: Person) -> None:
    for _ in range(TIMES):
        one, other = alice.has("One", "Other")

        at_once(
            sends(alice, "POST", f"/tasks/{one}/blockers", blocked_by=str(other)),
            sends(bob, "POST", f"/tasks/{other}/blockers", blocked_by=str(one)),
        )

        waiting = [
            len(alice.browser.open(f"/tasks/{id}/blockers").all(".blockers__item")) for id in (one, other)
        ]
        assert sorted(waiting) == [0, 1]


def test_steps_added_at_once_are_all_there_in_some_order(alice: Person, bob: Person) -> None:
    (id,) = alice.has("Top")
    a_step(alice, id, "First")

    for number in range(TIMES):
        at_once(
            *(
                sends(person, "POST", f"/tasks/{id}/steps", title=f"{person.name} {number}")
                for person in (alice, bob)
            )
        )

    steps = outline(alice)["Top"]
    assert next(iter(steps)) == "First"
    assert len(steps) == 1 + 2 * TIMES
