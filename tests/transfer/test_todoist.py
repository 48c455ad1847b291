"""Todoist's CSV files, of every age."""

import pytest

from webapp.transfer import formats
from webapp.transfer.decoding import Unreadable
from webapp.transfer.plan import Plan
from webapp.transfer.todoist import read

from .plans import outline, remarks

NEW = (
    "TYPE,CONTENT,DESCRIPTION,IS_COLLAPSED,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,"
    "DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE,DEADLINE_LANG"
)
OLD = "TYPE,CONTENT,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE"


def of(*lines: str, head: str = OLD, end: str = "\r\n") -> Plan:
    return read(end.join([head, *lines, ""]))


def test_columns_are_found_by_their_names_in_any_order() -> None:
    plan = read("indent,PRIORITY,Content,TYPE\n1,2,Paint,task\n2,,Brush,task\n")

    assert outline(plan) == [("", ["Paint", ["Brush"]], [])]
    assert [task.priority for task in plan.tasks()] == [2, 4]


def test_an_export_of_today_is_read_with_all_that_it_holds() -> None:
    plan = of(
        "meta,view_style=list,,,,,,,,,,,,,",
        ",,,,,,,,,,,,,,",
        'task,"Oil, the ""big"" window @house @spring","With linseed\noil",,2,1,Kai (1),,'
        "Oct 5 2026,en,,30,minute,,",
        "task,Bath,,,4,2,Kai (1),Ann (2),,,,,None,,",
        "note,Used the green one,,,,,Kai (1),,2018-06-08T07:02:05.000000Z,,,,,,",
        "section,Garden,,False,,,,,,,,,,,",
        "task,Mow,,,1,1,,,every fri,en,Africa/Cairo,,,2026-10-20,en",
        head=NEW,
    )

    window, bath, mow = plan.tasks()
    assert outline(plan) == [("", ['Oil, the "big" window', ["Bath"]], [("Garden", ["Mow"])])]
    assert (window.labels, window.priority, window.notes) == (["house", "spring"], 2, "With linseed\noil")
    assert window.dates == {"due": "Oct 5 2026", "duration": "30 minute"}
    assert bath.notes == "Responsible: Ann (2)\n\nComment of 2018-06-08: Used the green one"
    assert mow.dates == {"due": "every fri", "deadline": "2026-10-20"}
    assert (mow.line, mow.priority) == (9, 1)
    assert sorted(line for line, _ in remarks(plan)) == [2, 4, 4, 8, 9, 9]


def test_a_mark_at_the_beginning_hides_no_column() -> None:
    assert formats.detect("TYPE,CONTENT,PRIORITY\ntask,A,1\n") == "todoist"
    assert formats.detect('"TYPE";"CONTENT";"PRIORITY"\n', "Home.csv") == "todoist"


def test_levels_may_be_skipped() -> None:
    plan = of("task,A,4,1", "task,B,4,3", "task,C,4,2", "task,D,4,4", "task,E,4,1")

    assert outline(plan) == [("", ["A", ["B", "C", ["D"]], "E"], [])]


def test_a_label_is_a_word_with_its_sign() -> None:
    plan = of("task,mail ann@example.org @ 5 about @home/office @to-do,4,1", "task,https://a.org/@me,4,1")

    first, second = plan.tasks()
    assert (first.title, first.labels) == ("mail ann@example.org @ 5 about", ["home/office", "to-do"])
    assert (second.title, second.labels) == ("https://a.org/@me", [])


def test_what_cannot_be_completed_becomes_a_plain_task_and_is_told() -> None:
    plan = of("task,* Reading list,4,1")

    assert outline(plan) == [("", ["Reading list"], [])]
    assert remarks(plan) == [(2, "“Reading list” could not be completed; here it can.")]


def test_files_that_hang_on_a_comment_become_links() -> None:
    plan = of(
        "task,A,4,1",
        'note,"See [[file {""file_name"": ""plan.pdf"", ""file_url"": ""https://example.org/p""}]]",,,,,,,',
        "note,[[file {broken}]],,,,,,,",
    )

    (task,) = plan.tasks()
    assert task.notes == "See [plan.pdf](https://example.org/p)\n\n[[file {broken}]]"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("note,On the project,,,,,,,", "A comment without a task above it is left out: On the project"),
        ("habit,Run,4,1,,,,,", "Left out, because “habit” is no kind of row: Run"),
        (",Run,4,1,,,,,", "Left out, because the row does not say what it is: Run"),
        ("task,Run,high,1,,,,,", "PRIORITY is “high”; read as 4."),
        ("task,Run,4,deep,,,,,", "INDENT is “deep”; read as 1."),
        ("task,Run,4,1,,,,,,more", "Beyond the last column, left out: more"),
        ("task,Run,4,1,Kai (1),,,,", "The column AUTHOR is not taken over."),
    ],
)
def test_what_has_no_place_is_told_with_its_line(row: str, told: str) -> None:
    assert remarks(of(row)) == [(2, told)]


def test_a_row_may_have_fewer_cells_than_the_head() -> None:
    assert outline(of("task,A", "section,B", "task,C,1")) == [("", ["A"], [("B", ["C"])])]


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_line() -> None:
    with pytest.raises(Unreadable, match="The row on line 3 opens a quotation mark that is never closed"):
        of("task,A,4,1", 'task,"B,4,1', "task,C,4,1")


def test_a_mark_in_the_middle_is_read_and_told() -> None:
    plan = of('task,"A"B,4,1')

    assert outline(plan) == [("", ["AB"], [])]
    assert remarks(plan)[0][0] == 0


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Home [2203306141].csv", "Home"),
        ("wohnung [6Crg8jQ886Wh4P5g].csv", "wohnung"),
        ("Projects [old].csv", "Projects [old]"),
        ("C:\\Users\\Ann\\Home.csv", "Home"),
    ],
)
def test_a_project_is_called_like_its_file(file: str, name: str) -> None:
    assert formats.name_of(file) == name
