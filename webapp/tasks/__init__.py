"""Tasks: the list, editing in place, completing, deleting and bringing back."""

from flask import Flask

from . import answers
from .finding import Binned
from .views import (
    bin,
    binned_place,
    blockers,
    completion,
    completions,
    copy,
    deletion,
    deletions,
    label,
    label_merge,
    labels,
    level,
    marks,
    position,
    preview,
    project_copy,
    project_history,
    samples,
    section_deletion,
    section_place,
    selected_completion,
    selected_copy,
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

VIEWS = (tasks, title, copy, completion, deletion, steps, level, position, blockers, marks, preview)
OF_MANY = (completions, deletions, project_copy, bin, binned_place, whole_bin, samples)
OF_SELECTED = (
    selection,
    selected_completion,
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
    app.register_error_handler(Binned, answers.row_gone)
    for view in (*VIEWS, *OF_MANY, *OF_SELECTED, *OF_LABELS, *OF_SECTIONS, *HISTORIES):
        app.register_blueprint(view.bp)
