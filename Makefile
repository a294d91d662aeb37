# make demo              make a small invented leak, put it through kashf and show what comes out
# make demo FILES=DIR    the same with a folder of your own (QUERY=... and NAME=... ask it something)
# make test              every check and every test
# make test-fast         what a commit needs: the checks, and the tests that are quick and need no sandbox, browser or PostgreSQL
# make check             the checks alone: ruff, mypy, import-linter
# make bench             the benchmarks; they print the figures that the papers quote
# make bench-names        how names are compared, next to nomenklatura and rapidfuzz (DATA=DIR: on real names too)
# make bench-reading      what is read of PDFs, of every format and at what cost, beside other readers (DATA=DIR: on real files; FULL=1: all, not a sample)
# make bench-search       what queries find, by kind, and how fast (DATA=DIR: on other documents and queries too, beside recoll)
# make bench-forms        what is found of filled-in forms, beside a reader that splits lines, and at what cost (DATA=DIR: on other hauls; FULL=1: all)
# make bench-acts         how rightly dates are found, and how far letters are read (DATA=DIR: on published tables too; FULL=1: all; KEPT=1: wordings kept back;
#                        PEERS=1: other readers of dates beside ours)
# make bench-evidence     how rightly channels' records and boards of hypotheses are weighed, on simulated cases of two hands, unkind ones too; two minutes
# make bench-publish      what leaves the building: random alterations of a release that are found, redactions that hold, bad ones refused (FULL=1: 1,000 exports and
#                        200 bad ones, hours)
# make bench-precedence   how often the precedence test is wrong and right, an attack a row (DATA=DIR: on UCDP GED Syria too; REPETITIONS=300); 1,000 repetitions take an hour
# make bench-security     what kashf stands up to: tampering, kills, full disks, torn writes, small files that stopped a case; what encryption costs (FULL=1: all)
# make docs              write the reference of the commands from the program itself
# make lock              resolve the dependencies anew and pin them by hash
# make sbom              write the bill of materials (CycloneDX) that lies in the wheel, lock/kashf.cdx.json, from what is installed here
# make weight            how many packages users get, and how many MB
# make setup             what all of these do first: .venv, front-end files, system programs
#
# A Python other than python3: make PYTHON=/path/to/python3 ...

SHELL := /bin/bash
BIN := .venv/bin
# Whole files go to one worker, so that what a file makes once is made once; tests/conftest.py says which go first.
PYTEST_ARGS ?= -n 2 --dist loadfile --no-loadscope-reorder
export PYTHON ?= python3

.PHONY: help demo test test-fast check bench bench-names bench-reading bench-search bench-forms bench-acts bench-precedence bench-evidence bench-publish bench-security docs lock sbom weight setup setup-with-browser

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

setup:
	@setup/setup.sh

setup-with-browser:
	@setup/setup.sh --with-browser

demo: setup
	@FILES="$(FILES)" QUERY="$(QUERY)" NAME="$(NAME)" examples/demo.sh

# mypy takes longest, so the others run beside it.
define checks
@$(BIN)/mypy --strict src & \
$(BIN)/ruff check && $(BIN)/ruff format --check && $(BIN)/lint-imports --no-logo; others=$$?; \
wait $$! && exit $$others
endef

check: setup
	$(checks)

test: setup-with-browser
	$(checks)
	@$(BIN)/pytest $(PYTEST_ARGS)

test-fast: setup
	$(checks)
	@HYPOTHESIS_PROFILE=fast $(BIN)/pytest $(PYTEST_ARGS) -m "not (slow or sandbox or browser or postgres)"

bench: setup
	@DATA="$(DATA)" setup/bench.sh

bench-names: setup
	@DATA="$(DATA)" setup/bench_names.sh

bench-reading: setup
	@DATA="$(DATA)" FULL="$(FULL)" EACH="$(EACH)" setup/bench_reading.sh

bench-search: setup
	@DATA="$(DATA)" PASSAGES="$(PASSAGES)" setup/bench_search.sh

bench-forms: setup
	@DATA="$(DATA)" FULL="$(FULL)" setup/bench_forms.sh

bench-acts: setup
	@DATA="$(DATA)" KEPT="$(KEPT)" FULL="$(FULL)" PEERS="$(PEERS)" setup/bench_acts.sh

bench-evidence: setup
	@setup/bench_evidence.sh

bench-publish: setup
	@FULL="$(FULL)" setup/bench_publish.sh

bench-security: setup
	@FULL="$(FULL)" setup/bench_security.sh

bench-precedence: setup
	@echo "Machine: $$(nproc) cores, $$(uname -m), $$($(BIN)/python --version); kashf $$(git describe --always --dirty 2>/dev/null || echo without git)"
	@$(BIN)/python -m benchmarks.accuracy.bench_precedence $(if $(DATA),--data "$(DATA)") $(if $(REPETITIONS),--repetitions "$(REPETITIONS)")

docs: setup
	@mkdir -p work docs/reference
	@setup/reference.sh > work/commands.md && mv work/commands.md docs/reference/commands.md

lock:
	@setup/lock.sh

sbom: setup
	@$(BIN)/python -W ignore setup/bill.py

weight:
	@setup/weight.sh
