# make          set up, then write the report on the sample article, and the notebooks run on it
# make test     re-run the notebooks and all tests
# make report   ARTICLE=path/to/article.txt
# make wheel    build the package in dist/ and try it in an environment of its own
# make docs     the reference of all functions, in build/docs/
PYTHON ?= python3
BIN    := .venv/bin
READY  := .venv/.ready
HTML   := reports/austin-wei-call.html

# File names reach the shell as variables and as they were given, so that quotes and dollars in them are only letters.
override ARTICLE := $(value ARTICLE)
override OUT     := $(value OUT)
override CORPORA := $(value CORPORA)
export ARTICLE OUT CORPORA

.PHONY: all test lab report refresh measured wheel docs lock bench clean
.DEFAULT_GOAL := all

all: $(HTML)
	@echo
	@echo "Read $(HTML) in a browser, or type 'make lab' to explore the notebooks."

# The lock fixes every version and its hash, of what builds the package, too; the package itself is installed editable,
# with nothing that is not in the lock.
$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "There is no '$(PYTHON)' here: install Python 3.11 or newer, or name it: make PYTHON=/path/to/python"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$$($(PYTHON) --version) is too old: install Python 3.11 or newer, or name it: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "This Python cannot make virtual environments: install its venv package (Debian, Ubuntu: apt install python3-venv)"; exit 1; }
	@echo "Setting up .venv (about a minute) ..."
	@$(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(HTML): $(READY) $(wildcard src/analysis/*.py src/analysis/*/* notebooks/*.ipynb data/articles/*.txt)
	@$(BIN)/python -m analysis report data/articles/austin-wei-call.txt --out $@ --notebooks $(@D)

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
		&& $(BIN)/python -m analysis report "$$ARTICLE" --notebooks reports --figures "figures/$$name"

# Build the wheel and use it as a stranger would: in an environment that has what it asks for and no more.
wheel: $(READY)
	@rm -rf dist
	@$(BIN)/python -m hatchling build
	@$(BIN)/python tests/wheel/check_wheel.py dist/*.whl

docs: $(READY)
	@$(BIN)/python docs/build.py build/docs

# Versions stay unless pyproject.toml no longer takes them; `make lock UPGRADE=--upgrade` takes the newest of all.
lock:
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install --quiet uv
	UV_CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/uv pip compile pyproject.toml --group dev --universal \
		--generate-hashes --python-version 3.11 --no-emit-index-url --quiet $(UPGRADE) --output-file requirements.lock

# Speed and quality beside other tools, on texts of your own: a folder with sentences/*.jsonl, polnear/{train,dev} and
# clear/clear-dev.csv.
bench: $(READY)
	@test -d "$$CORPORA" || { echo "Say where the corpora are: make bench CORPORA=path/to/corpora"; exit 2; }
	$(BIN)/python benchmarks/sentences.py "$$CORPORA/sentences"
	$(BIN)/python benchmarks/readability.py "$$CORPORA/polnear/dev/text" --sentences "$$CORPORA/sentences" \
		--clear "$$CORPORA/clear/clear-dev.csv"
	$(BIN)/python benchmarks/intervals.py "$$CORPORA/polnear/train/text"
	$(BIN)/python benchmarks/topics.py "$$CORPORA/polnear/dev/text"
	$(BIN)/python benchmarks/sourcing.py "$$CORPORA/polnear/dev"
	$(BIN)/python benchmarks/everything.py "$$CORPORA/polnear/train/text"
	$(BIN)/python benchmarks/confidence.py "$$CORPORA/polnear/train" "$$CORPORA/modern" --scorer "$$CORPORA/../eval/eval_modern.py"
	$(BIN)/python benchmarks/shares.py "$$CORPORA/polnear/train" "$$CORPORA/modern" --scorer "$$CORPORA/../eval/eval_modern.py"

clean:
	rm -rf .venv reports build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
