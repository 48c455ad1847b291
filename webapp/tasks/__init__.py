"""Tasks: the list, editing in place, completing, deleting and bringing back."""

from flask import Flask

from . import answers
from .finding import Binned
from .views import bin, completion, completions, deletion, deletions, samples, tasks, whole_bin


def init_app(app: Flask) -> None:
    app.register_error_handler(Binned, answers.row_gone)
    for view in (tasks, completion, deletion, completions, deletions, bin, whole_bin, samples):
        app.register_blueprint(view.bp)
