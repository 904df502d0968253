# One command per habit. `make help` lists them.
PYTHON ?= python3
PORT ?= 8000
PY := .venv/bin/python
# Two processes; one that is done takes over from the other, so that both end together. Neither builds what is built.
SIDE_BY_SIDE := -n 2 --dist worksteal
# Material's notice about its own end of life is known (docs/contributing/decisions.md) and not news at every build.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help serve build publish offline check addresses schemas architecture new-practice new-term new-guide test test-fast test-all planted-faults lint linkcheck pictures successor lock audit vendor bench clean

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-14s %s\n", $$1, $$2}'

# The environment stands when this file is newer than the requirements.
.venv/.site: requirements.txt
	@$(PYTHON) tools/setup.py venv "$(PYTHON)"
	@$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

# The tools of the scripts stand when this file is newer than their lock. Node and npm come with the requirements.
node_modules/.tools: .venv/.site package.json package-lock.json
	@$(PY) tools/setup.py npm ci --silent
	@touch $@

.venv/.tests: .venv/.site node_modules/.tools tests/requirements.txt
	@$(PY) -m pip install --quiet --disable-pip-version-check -r tests/requirements.txt
	@touch $@

serve: .venv/.site ## build and serve on 127.0.0.1:8000 with live reload (PORT=8080 for another port)
	@$(PY) tools/setup.py port $(PORT)
	@$(PY) -m mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT)

build: .venv/.site node_modules/.tools ## build into site/, failing on any warning
	@$(PY) -m mkdocs build --strict
	@$(PY) -m macros finish site

publish: .venv/.site node_modules/.tools ## the strict build for publishing, with site.zip; refuses while a setting at the top of mkdocs.yml is empty; PREVIOUS=folder keeps the scripts of the release before
	@PUBLISHING=1 $(PY) -m mkdocs build --strict
	@$(PY) -m macros finish --zip $(if $(filter no,$(WORKER)),--no-worker) $(if $(PREVIOUS),--previous $(PREVIOUS)) site

offline: .venv/.site node_modules/.tools ## build the site, and site/site.zip: the whole of it, to open from a disk
	@$(PY) -m mkdocs build --strict
	@$(PY) -m macros finish --zip site

check: .venv/.site ## check the content alone, in some seconds: musts, shoulds, budgets
	@$(PY) -m macros check

addresses: .venv/.site ## add the addresses of new pages to docs/_data/addresses.txt, where they stay for ever
	@$(PY) -m macros addresses

schemas: .venv/.site ## write the schemas by which editors complete and mark fields, into schemas/ and .vscode/
	@$(PY) -m macros schemas

architecture: .venv/.site ## write the list of modules in docs/contributing/architecture.md from what each says of itself
	@$(PY) -m tools.architecture

new-practice: .venv/.site ## start a practice: make new-practice NAME='Cool hands'
	@$(PY) -m macros new practice "$(NAME)"

new-term: .venv/.site ## start a term: make new-term NAME='on edge'
	@$(PY) -m macros new term "$(NAME)"

new-guide: .venv/.site ## start a guide: make new-guide NAME='Resting without sleep'
	@$(PY) -m macros new guide "$(NAME)"

lint: .venv/.tests ## ruff and mypy over the Python; type check and linter over the scripts
	@$(PY) -m ruff check macros tests bench tools
	@$(PY) -m ruff format --check --quiet macros tests bench tools
	@$(PY) -m mypy
	@$(PY) tools/setup.py npm run --silent lint

test: .venv/.tests lint ## every check: lint and the four rings of tests, every page once
	@$(PY) tools/setup.py chromium
	@$(PY) tools/setup.py firefox
	@$(PY) tools/setup.py servers
	@$(PY) tools/setup.py npm test --silent
	@$(PY) -m pytest $(SIDE_BY_SIDE) --durations=20 -m "not matrix"
	@echo "Left out: the full matrix (every scheme, width and server for every page): make test-all."

test-fast: .venv/.tests lint ## what needs no built site: lint, unit, content and scripts (a minute)
	@$(PY) tools/setup.py npm test --silent
	@$(PY) -m pytest $(SIDE_BY_SIDE) -m "not matrix" tests/unit tests/content

test-all: .venv/.tests lint ## the full matrix as well, for a schedule and before a release
	@$(PY) tools/setup.py chromium
	@$(PY) tools/setup.py firefox
	@$(PY) tools/setup.py servers
	@$(PY) tools/setup.py npm test --silent
	@$(PY) -m pytest $(SIDE_BY_SIDE) --durations=20
	@$(PY) -m tools.pictures
	@echo "Left out: links to other sites, which need a network: make linkcheck EXTERNAL=1."

planted-faults: .venv/.tests ## plant each fault of tests/planted_faults.toml in a copy, and have its test see it (half an hour); FAST=1, ONLY='words'
	@$(PY) tools/setup.py chromium
	@$(PY) tools/setup.py servers
	@$(PY) -m tools.planted_faults --together $(if $(FAST),--fast) $(if $(ONLY),--only "$(ONLY)")

linkcheck: .venv/.tests ## LinkChecker with AnchorCheck over the finished site behind Caddy (minutes); EXTERNAL=1 lists other hosts too
	@$(PY) -m tools.linkcheck $(if $(EXTERNAL),--external)

pictures: .venv/.tests ## pictures of eleven places, on a phone and a wide window, light and dark, into build/pictures/; README=1 takes those of README.md
	@$(PY) tools/setup.py chromium
	@$(PY) -m tools.pictures $(if $(README),--readme)

successor: .venv/.site ## build the docs with Zensical and ProperDocs too, and compare page by page (a minute or two)
	@$(PY) -m tools.successor

lock: .venv/.site ## resolve requirements.in and tests/requirements.in again into files with hashes
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@for file in requirements tests/requirements; do $(PY) -m uv pip compile --quiet --universal --python-version 3.11 \
		--generate-hashes --no-emit-index-url --custom-compile-command "make lock" $$file.in -o $$file.txt || exit 1; done

audit: .venv/.tests ## ask the public list of known faults about every dependency (needs a network)
	@$(PY) -m pip install --quiet --disable-pip-version-check pip-audit
	@$(PY) -m pip_audit --requirement tests/requirements.txt --disable-pip

vendor: .venv/.site ## fetch the vendored files again and check them (needs npm; PACKAGE=name VERSION=x.y.z to move on)
	@$(PY) -m tools.vendor "$(PACKAGE)" "$(VERSION)"

bench: .venv/.tests build ## measure: timer, preview, speed (twenty minutes; ratios to a peer in the same run)
	@$(PY) tools/setup.py chromium
	@for bench in timer preview speed; do echo "== $$bench"; $(PY) -m bench.$$bench || exit 1; done

clean: ## remove what the commands made
	@rm -rf .venv node_modules site site-unfinished build .mypy_cache .ruff_cache .pytest_cache .hypothesis .cache
