# make run opens the reader on a sample article; make test passes the tests.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Errors alone are told (-qq): older versions of pip warn of how two packages that sumy needs were
# made (lxml's "html_clean", docopt's setup.py), which nobody who installs can change.
INSTALL := $(BIN)/python -m pip install -qq --disable-pip-version-check
SAMPLE := sample_articles/ministers_meeting.txt

MINUTES = $(if $(filter soak,$@),60,20)

.PHONY: run test lowest release check coverage mutation accuracy bench fuzz hostile faults soak audit lock digests \
  keys tables man reference pictures clean

run: $(VENV)/.installed
	@$(BIN)/pullquote $(SAMPLE)

test: $(VENV)/.test
	$(BIN)/python -m pytest -n 4 --dist worksteal

# The tests with the oldest version of everything that pyproject.toml allows.
lowest: $(VENV)/bin/python
	$(INSTALL) uv
	$(BIN)/uv venv -q --clear --python $(BIN)/python build/lowest
	$(BIN)/uv pip install -q --python build/lowest/bin/python --resolution lowest-direct -e '.[test]'
	build/lowest/bin/python -m pytest -n 4 --dist worksteal

# A wheel and an archive of the sources in dist/, built twice and compared, with a list of all that they
# need; the wheel is installed and run with each Python that is there, oldest and newest versions.
release: $(VENV)/.test
	$(INSTALL) uv cyclonedx-bom
	$(BIN)/python -m tests.release -o dist

check: $(VENV)/.lint
	$(BIN)/mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/vulture

# Who said what, who is who, summaries and entities, scored, on corpora that are not part of the project:
# GOLD     lines {"id", "text", "attributions"}, or a folder of readings, such as tests/gold_fiction;
#          several may be given.
#          Where readings tell who has a name, the persons who are one voice are counted, too
# SCORER   the script that scores the statements
# NAMES    lines {"id", "speakers"}: who the speakers are; several may be given
# MARKS    1: also with the quotation marks turned into each other kind
# VOICES   1: also which persons are not one voice and only one
# CHAINS   lines {"text", "mentions"}: coreference of people and organisations
# TAGGED   tokens with flat labels: the tagger alone
# POINTS   a folder of readings with each speaker's best sentences, and the key entities
# ENTITIES files with names and their types, and lines with how prominent entities are
# PROMINENCE lines with how prominent sentences are
ACCURACY := GOLD=corpus.jsonl SCORER=score.py [NAMES=names.jsonl] [MARKS=1] [VOICES=1] \
  [CHAINS=chains.jsonl] [TAGGED=flat.jsonl] \
  [POINTS=folder] [ENTITIES="spans.txt order.jsonl"] [PROMINENCE=sentences.jsonl]

accuracy: $(VENV)/.test
	@test -n "$(GOLD)" -a -n "$(SCORER)" || { echo "make accuracy $(ACCURACY)"; exit 2; }
	@for gold in $(GOLD); do \
	  $(BIN)/python -m tui.training.accuracy $$gold --scorer $(SCORER) \
	    $(if $(NAMES),--names $(NAMES)) $(if $(MARKS),--every-mark) \
	    $(if $(VOICES),--each-voice) || exit 1; done
	$(if $(CHAINS),$(BIN)/python -m tui.training.coreference $(CHAINS))
	$(if $(TAGGED),$(BIN)/python -m tui.training.evaluate tagger $(TAGGED))
	$(BIN)/python -m tui.training.summaries tests/gold_points --articles sample_articles
	$(BIN)/python -m tui.training.entities tests/gold_points --articles sample_articles
	$(BIN)/python -m tui.training.summaries tests/gold_fiction
	$(BIN)/python -m tui.training.entities tests/gold_fiction
	$(if $(POINTS),$(BIN)/python -m tui.training.summaries $(POINTS))
	$(if $(POINTS)$(ENTITIES),$(BIN)/python -m tui.training.entities $(POINTS) $(ENTITIES))
	$(if $(PROMINENCE),$(BIN)/python -m tui.training.prominence $(PROMINENCE))
	@wc -c tui/analysis/weights/tagger.onnx
	$(BIN)/python -m tui.training.engine_speed sample_articles --words 50000

bench: $(VENV)/.test
	@$(BIN)/python -m compileall -q tui
	$(BIN)/python -m tui.training.start_up $(SAMPLE)
	$(BIN)/python -m tui.training.key_speed sample_articles
	$(BIN)/python -m tui.training.engine_speed sample_articles
	$(BIN)/python -m tui.training.resolution_speed sample_articles
	$(BIN)/python -m tui.training.corpus_speed sample_articles tests/gold_fiction

# What the tests run of the lines and branches, processes that they start included. What makes
# weights and measures (tui/training) is told, too, but not held to a share.
coverage: $(VENV)/.test
	$(BIN)/python -m pytest -n 4 --dist worksteal --cov --cov-report=
	@$(BIN)/coverage report --skip-covered --sort=cover --omit='tui/training/*' --show-missing
	@$(BIN)/python -m tests.coverage_shares

# Of so many random small faults in what reads articles and finds who says what, how many the tests
# find. FAULTS=1000 takes more of them. PARTS="article speakers" picks, MODULES="mail_message" picks further.
mutation: $(VENV)/.test
	$(BIN)/python -m tests.mutation --sample $(or $(FAULTS),400) --seed $(or $(SEED),0) \
	  $(if $(PARTS),--parts $(PARTS)) $(if $(MODULES),--modules $(MODULES))

fuzz: $(VENV)/.test
	$(BIN)/python -m tests.fuzzing --minutes $(MINUTES)

# All bad input of tests/bad_input.py at full size, as text, as JSON and in a terminal: hours.
# CASES picks by words of a name, MODES=text,jsonl by how they are opened.
hostile: $(VENV)/.test
	$(BIN)/python -m tests.hostile $(if $(MODES),--modes $(MODES)) $(CASES)

faults: $(VENV)/.test
	$(BIN)/python -m tests.faults.killed_writers --rounds 3000 --seed $(or $(SEED),0)
	$(BIN)/python -m tests.faults.killed_corpora --rounds 10 --seed $(or $(SEED),0)
	$(BIN)/python -m pytest -n 4 tests/faults

# Keys by chance for an hour, before all samples and all bad input in its small size.
soak: $(VENV)/.test
	$(BIN)/python -m tests.soak --minutes $(MINUTES) $(if $(SEED),--seed $(SEED)) \
	  $(if $(REPLAY),--replay $(REPLAY))

# What is known of the weaknesses of what is installed; fails where there are some, or where nothing
# could be found out.
audit: $(VENV)/.test
	$(INSTALL) -e '.[audit]'
	@$(BIN)/python -m tui.training.audit

lock: $(VENV)/.lint
	$(BIN)/python -m tui.training.lock .ci/requirements.lock

digests: $(VENV)/.installed
	$(BIN)/python -m tui.training.digests

keys: $(VENV)/.installed
	$(BIN)/python -m tui.training.key_table README.md

tables: $(VENV)/.test
	$(BIN)/python -m tui.training.corpus_tables docs/corpus.md

man: $(VENV)/.test
	$(BIN)/python -m tui.training.man_page docs/pullquote.1

reference: $(VENV)/.test
	$(BIN)/python -m tui.training.reference docs/reference.md

pictures: $(VENV)/.installed
	$(BIN)/python -m tui.training.picture sample_articles docs/pictures

clean:
	rm -rf $(VENV) build dist *.egg-info

$(VENV)/bin/python:
	@echo "Installing what pullquote needs into $(VENV); this takes a minute or two, once."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	$(INSTALL) -e '.[all]'
	@$(BIN)/python -m compileall -q tui
	@touch $@

$(VENV)/.test: $(VENV)/bin/python pyproject.toml
	$(INSTALL) -e '.[test]'
	@$(BIN)/python -m compileall -q tui
	@touch $@ $(VENV)/.installed

$(VENV)/.lint: $(VENV)/bin/python pyproject.toml
	$(INSTALL) -e '.[test,lint]'
	@touch $@ $(VENV)/.test $(VENV)/.installed
