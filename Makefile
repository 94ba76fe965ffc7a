# make run starts the dashboard, make test checks all that it promises. Both install what they
# need on the first run and are quick after it.
#
# Tests have three stages: `make unit` while working, without a browser and without folders that
# change while they are read; `make test` before a change is trusted; `make sweep` goes over
# everything there is. .ci/run runs the last two.

VENV := .venv
PYTHON := $(VENV)/bin/python
RUNTIME := $(VENV)/runtime.stamp
TOOLS := $(VENV)/tools.stamp

.PHONY: run unit test sweep counts sentences mutate lint check bundle bench gallery engines clean

run: $(RUNTIME)
	@$(PYTHON) -m indicators.server $(if $(PORT),--port $(PORT))

unit: $(TOOLS)
	$(PYTHON) -m pytest -m "not sweep and not slow" tests/unit tests/queries

test: $(TOOLS)
	@sh tools/prepare.sh
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	@$(PYTHON) -c "from importlinter.cli import lint_imports_command as lint; lint()" --no-logo
	@$(VENV)/bin/oxlint --quiet
	@$(PYTHON) -m mypy --no-error-summary
	@$(PYTHON) -m sqlfluff lint --disable-progress-bar --processes 0 queries indicators/warehouse indicators/gate indicators/publishing indicators/ledger/counted.sql
	$(PYTHON) -m pytest

# The other engines where they are installed; `make engines` installs them.
sweep: $(TOOLS)
	@sh tools/prepare.sh
	@$(PYTHON) -m tools.engines --if-installed
	$(PYTHON) -m pytest -m "sweep or sampled" --hypothesis-profile sweep

# After a change of data/: how many rows and figures there are, in the test's file and in README.
counts: $(TOOLS)
	@$(PYTHON) -m tools.counts

# Every sentence of data/, or of another folder, to be read: make sentences > sentences.tsv
sentences: $(RUNTIME)
	@$(PYTHON) -m tools.sentences $(FOLDER)

# Wrong formulas, one at a time: do the tests notice? make mutate SEED=2 MANY=20 ONLY=ranks_by_area
mutate: $(TOOLS)
	@$(PYTHON) -m tools.mutate $(if $(SEED),--seed $(SEED)) $(if $(MANY),--many $(MANY)) $(if $(ONLY),--only $(ONLY))

lint: $(TOOLS)
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

# What is wrong in data/, or in another folder: make check FOLDER=… CSV=problems.csv
check: $(RUNTIME)
	@$(PYTHON) -m indicators.ledger $(FOLDER) $(if $(CSV),--csv $(CSV))

# All that an office without a network needs, in dist/: make bundle PLATFORM="linux-aarch64 windows"
bundle: $(RUNTIME)
	@$(PYTHON) -m tools.bundle $(if $(PLATFORM),--platform $(PLATFORM))

bench: $(TOOLS)
	@sh tools/prepare.sh
	$(PYTHON) -m tools.bench

# Every image of every page, both languages and all shapes, to be looked through; some of them by
# the names of pages and indicators: make gallery ONLY="targets gdp"
gallery: $(TOOLS)
	@sh tools/prepare.sh
	@$(PYTHON) -m tools.gallery $(ONLY)

# The chart image in Firefox and in WebKit, which is Safari's engine; the tests use Chromium.
engines: $(TOOLS)
	@sh tools/prepare.sh engines
	@$(PYTHON) -m tools.engines

clean:
	rm -rf $(VENV)

$(RUNTIME): requirements.txt
	@sh tools/prepare.sh venv $(VENV)
	@echo "Installing the dashboard's packages into $(VENV)"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(TOOLS): requirements-dev.txt $(RUNTIME)
	@echo "Installing the test tools into $(VENV)"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@
