"""A create form counts once."""

from concurrent.futures import ThreadPoolExecutor

from flask import Flask

from tests.builders import Person
from tests.pages import Browser, form_values


def test_the_same_form_sent_twenty_times_at_once_makes_one_task(app: Flask, alice: Person) -> None:
    page = alice.browser.open("/tasks")
    fields = {**form_values(page.one("#create-form")), "title": "Once"}
    token = alice.browser.token

    def send(_turn: int) -> int:
        return Browser(app, token).client.post("/tasks", data=fields, base_url="http://localhost").status_code

    with ThreadPoolExecutor(8) as pool:
        statuses = set(pool.map(send, range(20)))

    assert statuses == {303}
    assert alice.browser.open("/tasks").titles == ["Once"]


def test_a_form_sent_again_after_a_lost_answer_makes_no_second_task(alice: Person) -> None:
    page = alice.browser.open("/tasks")
    fields = {**form_values(page.one("#create-form")), "title": "Once"}

    first = alice.browser.partial("POST", "/tasks", fields)
    second = alice.browser.partial("POST", "/tasks", fields)

    assert (first.status, second.status) == (200, 200)
    assert second.titles == ["Once"]
    assert alice.browser.open("/tasks").titles == ["Once"]


def test_going_back_and_typing_something_else_makes_a_second_task(alice: Person) -> None:
    page = alice.browser.open("/tasks")
    fields = form_values(page.one("#create-form"))

    alice.browser.partial("POST", "/tasks", {**fields, "title": "One"})
    alice.browser.partial("POST", "/tasks", {**fields, "title": "Two"})

    assert alice.browser.open("/tasks").titles == ["One", "Two"]


def test_two_people_with_the_same_key_do_not_meet(alice: Person, mallory: Person) -> None:
    for person in (alice, mallory):
        person.browser.open("/tasks")
        person.browser.partial("POST", "/tasks", {"title": "Mine", "request_key": "the same"})

    assert alice.browser.open("/tasks").titles == ["Mine"]
    assert mallory.browser.open("/tasks").titles == ["Mine"]


def test_a_refused_form_keeps_its_key(alice: Person) -> None:
    key = form_values(alice.browser.open("/tasks").one("#create-form"))["request_key"]

    refused = alice.browser.partial("POST", "/tasks", {"title": " ", "request_key": key})
    page = alice.browser.submit("#create-form", title=" ")
    made = alice.browser.submit("#create-form", title="Once")
    sent_again = alice.browser.partial("POST", "/tasks", {"title": "Once", "request_key": key})

    assert refused.status == page.status == 422
    assert {form_values(answer.one("#create-form"))["request_key"] for answer in (refused, page)} == {key}
    assert form_values(made.one("#create-form"))["request_key"] != key
    assert sent_again.status == 200
    assert alice.browser.open("/tasks").titles == ["Once"]
