"""Plain text, Markdown, todo.txt and tables of others."""

from datetime import date

from webapp.transfer import columns, markdown, plain, todotxt

from .plans import outline, remarks


def test_plain_text_loses_bullets_numbers_and_boxes() -> None:
    plan = plain.read("1. Bread\n 2) Rye\n\t- [x] Spelt\n* [ ] Milk\n• Eggs\n☑ Salt\n3 kg of flour\n---\n-\n")

    assert outline(plan) == [("", ["Bread", ["Rye", ["Spelt"]], "Milk", "Eggs", "Salt", "3 kg of flour"], [])]
    assert [task.title for task in plan.tasks() if task.is_done] == ["Spelt", "Salt"]
    assert [line for line, _ in remarks(plan)] == [8, 9]


def test_plain_text_knows_steps_by_how_far_they_stand_in() -> None:
    plan = plain.read("  A\n      B\n    C\n        D\n  E\n")

    assert outline(plan) == [("", ["A", ["B", "C", ["D"]], "E"], [])]


def test_markdown_takes_headings_as_sections() -> None:
    plan = markdown.read("- [ ] A\n\n## B ##\n- [x] C\n  - D\n\n### E\n1. F\n")

    assert outline(plan) == [("", ["A"], [("B", ["C", ["D"]]), ("E", ["F"])])]
    assert [task.title for task in plan.tasks() if task.is_done] == ["C"]


def test_markdown_takes_the_first_of_two_levels_as_projects() -> None:
    plan = markdown.read("House\n=====\n- A\n\nGarden\n------\n- B\n\n# Work\n- C\n")

    assert outline(plan) == [("House", ["A"], [("Garden", ["B"])]), ("Work", ["C"], [])]


def test_markdown_keeps_text_below_a_task_as_its_notes() -> None:
    plan = markdown.read("Intro.\n\n- A\n  why\n\n  and **how**\n  ```\n  - no task\n  ```\n- B\n\nOutro.\n")

    first, second = plan.tasks()
    assert first.notes == "why\n\nand **how**\n```\n- no task\n```"
    assert (second.title, second.notes) == ("B", "")
    assert [line for line, _ in remarks(plan)] == [1, 12]


def test_markdown_of_others_has_no_marks_behind_titles() -> None:
    plan = markdown.read("- [ ] Write to @ann due:friday !1\n")

    assert outline(plan) == [("", ["Write to @ann due:friday !1"], [])]


def test_todo_txt_is_read_by_its_rules() -> None:
    plan = todotxt.read(
        "(A) 2026-11-01 Call mum +Family @phone due:2026-11-27\n"
        "x 2026-11-20 2026-11-02 Pay rent +Home pri:B\n"
        "xylophone lesson (A)\n"
        "X 2026-11-20 Not done\n"
        "(D) See http://example.org:80/a t:2026-12-01 note:kept\n"
    )

    mum, rent, lesson, upper, link = plan.tasks()
    assert [project[0] for project in outline(plan)] == ["Family", "Home", ""]
    assert (mum.priority, mum.created, mum.labels) == (1, date(2026, 11, 1), ["phone"])
    assert mum.dates == {"due": "2026-11-27"}
    assert (rent.is_done, rent.completed, rent.created) == (True, date(2026, 11, 20), date(2026, 11, 2))
    assert rent.priority == 2
    assert (lesson.title, upper.title) == ("xylophone lesson (A)", "X 2026-11-20 Not done")
    assert (link.title, link.dates) == ("See http://example.org:80/a note:kept", {"start": "2026-12-01"})
    assert remarks(plan) == [(5, "Priority D has no place here: there are A, B and C.")]


def test_a_second_project_of_todo_txt_stays_in_the_title_and_is_told() -> None:
    plan = todotxt.read("Sow +Garden +Spring\n")

    assert outline(plan) == [("Garden", ["Sow +Spring"], [])]
    assert remarks(plan) == [(1, "A task stands in one project; +Spring stays in its title.")]


def test_columns_of_a_table_are_guessed_by_their_names() -> None:
    plan = columns.read(
        "Task Name;Tags;Due Date;Status;List;Priority;Colour\r\n"
        "Sow;home, #garden;2026-03-01;In progress;Garden;high;green\r\n"
        "Reap;;;Completed;Garden;someday;\r\n"
        ";;;;Garden;;\r\n"
        ";x;;;;;\r\n"
    )

    sow, reap = plan.tasks()
    assert outline(plan) == [("Garden", ["Sow", "Reap"], [])]
    assert (sow.labels, sow.dates, sow.priority) == (["home", "garden"], {"due": "2026-03-01"}, 1)
    assert (sow.is_done, reap.is_done) == (False, True)
    assert [line for line, _ in remarks(plan)] == [3, 4, 5, 2]


def test_columns_of_a_table_may_be_chosen() -> None:
    plan = columns.read("A,B\nSow,yes\n=1+1,no\n", {"title": 0, "done": 1})

    assert [(task.title, task.is_done) for task in plan.tasks()] == [("Sow", True), ("=1+1", False)]


def test_no_cell_of_ours_runs_as_a_formula() -> None:
    plan = markdown.read("- =1+1\n- +49 30 1234\n- @home\n- -5 degrees\n- 'quoted'\n- \\＝1\n")

    rows = "".join(columns.write(plan.projects)).splitlines()

    assert [row.split(",")[4][0] for row in rows[2:]] == ["'", "'", "'", "'", "'", "\\"]


def test_long_lines_are_read_in_one_go() -> None:
    heading = f"# a{' ' * 200_000}b\n- c\n"
    marks = f"{markdown.MARKER}\n- [ ] a {'due:1 ' * 200_000}b\n"

    assert [project[2] for project in outline(markdown.read(heading))] == [
        [(f"a{' ' * 200_000}b", ["c"])],
    ]
    assert len(list(markdown.read(marks).tasks())) == 1
