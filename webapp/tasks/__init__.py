"""Tasks: the list, editing in place, completing, deleting and bringing back."""

from flask import Flask

from . import answers
from .finding import Binned
from .readings import reading_of
from .views import (
    bin,
    binned_place,
    blockers,
    chips,
    completion,
    completions,
    copy,
    date_reading,
    dates,
    deletion,
    deletions,
    label,
    label_merge,
    labels,
    level,
    marks,
    names,
    offers,
    position,
    preview,
    project_copy,
    project_history,
    reading,
    samples,
    section_deletion,
    section_place,
    selected_completion,
    selected_copy,
    selected_date,
    selected_deletion,
    selected_labels,
    selected_place,
    selected_priority,
    selection,
    steps,
    task_history,
    task_labels,
    tasks,
    title,
    whole_bin,
)

VIEWS = (tasks, title, dates, copy, completion, deletion, steps, level, position, blockers, marks)
OF_ANY = (preview, date_reading)
QUICK_ADD = (chips, names, reading, offers)
OF_MANY = (completions, deletions, project_copy, bin, binned_place, whole_bin, samples)
OF_SELECTED = (
    selection,
    selected_completion,
    selected_date,
    selected_place,
    selected_labels,
    selected_priority,
    selected_copy,
    selected_deletion,
)
OF_LABELS = (labels, label, label_merge, task_labels)
OF_SECTIONS = (section_deletion, section_place)
HISTORIES = (task_history, project_history)


def init_app(app: Flask) -> None:
    app.jinja_env.globals.update(reading_of=reading_of)
    app.register_error_handler(Binned, answers.row_gone)
    for view in (*VIEWS, *OF_ANY, *QUICK_ADD, *OF_MANY, *OF_SELECTED, *OF_LABELS, *OF_SECTIONS, *HISTORIES):
        app.register_blueprint(view.bp)
