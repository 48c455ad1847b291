"""The parser knows nothing of the web, the database or the rest of the application."""

import sys

from tests.sources import WEBAPP, files, imports

# Days in words, which are as pure.
ALLOWED = {"webapp.tasks.days", "webapp.tasks.quick_add"}


def test_quick_add_imports_only_itself_days_and_the_standard_library() -> None:
    found = {
        name
        for path in [*files(WEBAPP / "tasks" / "quick_add", "*.py"), WEBAPP / "tasks" / "days.py"]
        for name, _ in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names
        and not any(name.startswith(own) for own in ALLOWED)
    }

    assert found == set()
