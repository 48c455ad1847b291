# On a fresh machine: `make run` serves the app, `make test` tests it. `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
BIN := .venv/bin
FLASK := ENVIRONMENT=development $(BIN)/flask --app wsgi
LONG := tests/activity/test_merging_words.py tests/system/test_faults.py tests/system/test_killed.py tests/system/test_database_restarted.py \
	tests/system/test_editing_at_once.py $(wildcard tests/activity/test_machine*.py)
# What says the same whatever the database is.
NEUTRAL := tests/tasks/quick_add tests/test_house.py tests/test_house_styles.py tests/test_house_templates.py \
	$(wildcard tests/ground/test_markdown*.py) tests/ground/test_contrast.py tests/ground/test_assets.py \
	tests/system/test_slow_clients.py tests/system/test_hostile_http.py tests/system/test_validity.py \
	$(addprefix tests/transfer/test_,decoding.py readers.py round_trips.py todoist.py)
# Many tests wait for a browser or for a process of their own, so that one more than there are cores fills them.
WORKERS = -n $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1) --dist worksteal
export PORT HOST

.DEFAULT_GOAL := help
.PHONY: help run demo test test-sqlite test-postgresql check check-long bench profile lighthouse format lock clean screenshots icons

help: ## This list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: .make/run ## Set everything up and serve the app at http://127.0.0.1:8000
	$(FLASK) db upgrade
	ENVIRONMENT=development $(BIN)/python gunicorn.conf.py

demo: export DATA_DIR = instance/demo
demo: .make/run ## The same with a house full of tasks to look at
	$(FLASK) db upgrade
	$(FLASK) demo
	ENVIRONMENT=development $(BIN)/python gunicorn.conf.py

test: test-sqlite test-postgresql ## Set everything up and run the tests on SQLite and, where it is installed, PostgreSQL

test-sqlite: .make/dev
	$(BIN)/pytest -q $(WORKERS)

test-postgresql: .make/dev
	$(BIN)/pytest -q $(WORKERS) --engine postgresql -m "not browser" $(addprefix --ignore=,$(NEUTRAL))

check: .make/dev ## Style, types, templates and the laws of the house
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/pytest -q tests/test_house*.py

check-long: .make/dev ## The long versions of the tests of faults and of random sequences, and other people's validators
	CHECK_LONG=true $(BIN)/pytest -q $(LONG) tests/system/test_validators.py
	CHECK_LONG=true $(BIN)/pytest -q --engine postgresql $(LONG)

bench: .make/dev ## Measure answers against a bare Flask hello on the same server, and what the log costs
	$(BIN)/python -m benchmarks.serving
	$(BIN)/python -m benchmarks.recording

lighthouse: .make/dev ## What Lighthouse says of sign-in and the list on a phone (wants Node and Chromium)
	$(BIN)/python -m benchmarks.lighthouse

profile: .make/dev ## Say where the processor time of a list, a row, a create and an edit goes
	$(BIN)/python -m benchmarks.profiling

format: .make/dev ## Put the Python code in the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .make/dev ## Lock the requirements of pyproject.toml with their hashes
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url -o requirements.txt pyproject.toml
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --extra dev -o requirements-dev.txt pyproject.toml

screenshots: .make/dev ## Make pictures of every page at 1200, 500 and 320 pixels in both themes, into screenshots/
	$(BIN)/python -m tests.pictures.screenshots

icons: .make/dev ## Draw the icons of the home screen from static/logo.svg
	$(BIN)/python -m tests.pictures.icons

clean: ## Forget what was set up; instance/ with your tasks stays
	rm -rf .venv .make .mypy_cache .pytest_cache .ruff_cache .hypothesis

.make/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Docket needs Python 3.11 or newer; name it with make PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	@mkdir -p .make && touch $@

.make/run: .make/venv requirements.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

.make/dev: .make/venv requirements-dev.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@ .make/run
