# make          set up, then run the notebooks on the sample article and write them as HTML
# make test     re-run the notebooks and all tests
# make report   ARTICLE=path/to/article.txt
PYTHON ?= python3
BIN    := .venv/bin
READY  := .venv/.ready
HTML   := reports/austin-wei-call.html

# File names reach the shell as variables and as they were given, so that quotes and dollars in them are only letters.
override ARTICLE := $(value ARTICLE)
override OUT     := $(value OUT)
override CORPORA := $(value CORPORA)
export ARTICLE OUT CORPORA

.PHONY: all test lab report refresh measured lock lint bench clean
.DEFAULT_GOAL := all

all: $(HTML)
	@echo
	@echo "Read $(HTML) in a browser, or type 'make lab' to explore the notebooks."

# The lock fixes every version and its hash; the package itself is installed editable, without dependencies of its own.
$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "There is no '$(PYTHON)' here: install Python 3.11 or newer, or name it: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$$($(PYTHON) --version) is too old: install Python 3.11 or newer, or name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "This Python cannot make virtual environments: install its venv package (Debian, Ubuntu: apt install python3-venv)"; exit 1; }
	@echo "Setting up .venv (about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps -e .
	@touch $@

$(HTML): $(READY) $(wildcard src/analysis/*.py src/analysis/*/* notebooks/*.ipynb data/*.toml data/articles/*.txt)
	@$(BIN)/python -m analysis report data/articles/austin-wei-call.txt --out $@

test: $(READY)
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet
	$(BIN)/mypy
	$(BIN)/python -m pytest -q

lab: $(READY)
	$(BIN)/jupyter lab notebooks

report: $(READY)
	@test -n "$$ARTICLE" || { echo "Say which article: make report ARTICLE=path/to/article.txt"; exit 2; }
	@$(BIN)/python -m analysis report "$$ARTICLE" $${OUT:+--out "$$OUT"}

# Re-run the notebooks in place: the same bytes again unless a result has changed.
refresh: $(READY)
	$(BIN)/python -m analysis.report.refresh notebooks

# The figures of an article whose text is not shipped: its tables without text columns, and its pictures.
measured: $(READY)
	@test -n "$$ARTICLE" || { echo "Say which article: make measured ARTICLE=path/to/article.txt"; exit 2; }
	@name=$$(basename "$${ARTICLE%.*}") && $(BIN)/python -m analysis measure "$$ARTICLE" --out "data/measured/$$name" --no-text \
		&& $(BIN)/python -m analysis report "$$ARTICLE" --figures "figures/$$name"

lock: $(READY)
	$(PYTHON) -m venv .venv/lock && .venv/lock/bin/pip install --quiet uv
	(echo '# Made by `make lock` from pyproject.toml; do not edit.' && .venv/lock/bin/uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url --quiet) > requirements.lock.new
	mv requirements.lock.new requirements.lock

# Speed and quality beside other tools, on texts of your own: a folder with sentences/*.jsonl, polnear/{train,dev} and
# clear/clear-dev.csv.
bench: $(READY)
	@test -d "$$CORPORA" || { echo "Say where the corpora are: make bench CORPORA=path/to/corpora"; exit 2; }
	$(BIN)/python benchmarks/sentences.py "$$CORPORA/sentences"
	$(BIN)/python benchmarks/readability.py "$$CORPORA/polnear/dev/text" --sentences "$$CORPORA/sentences" \
		--clear "$$CORPORA/clear/clear-dev.csv"
	$(BIN)/python benchmarks/topics.py "$$CORPORA/polnear/dev/text"
	$(BIN)/python benchmarks/sourcing.py "$$CORPORA/polnear/dev"
	$(BIN)/python benchmarks/everything.py "$$CORPORA/polnear/train/text"

clean:
	rm -rf .venv reports build src/*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
