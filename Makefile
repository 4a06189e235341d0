# Two commands: `make run` opens the program on a demo database, `make test` runs the tests.
# Both make their own environment (.venv) from the hashed lists in requirements/.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
UV     := $(shell command -v uv 2>/dev/null || echo .tools/uv/bin/uv)
# Outside the checkout, and another one for each checkout.
WHEEL_ENV := $(or $(TMPDIR),/tmp)/leertraject-wheel-$(firstword $(shell pwd | cksum))
export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: run test check quick wheel-test faults fuzz benchmark screenshots map lock screen system-libraries window-libraries clean

run: $(VENV)/.ready screen window-libraries
	$(PY) -m leertraject_desktop --demo

test: check quick wheel-test

check: $(VENV)/.ready
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache

quick: $(VENV)/.ready system-libraries
	QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 -q

# The users' path: the built wheel, in an environment of its own, with the tests copied out of the checkout.
wheel-test: $(VENV)/.ready system-libraries
	rm -rf $(WHEEL_ENV) build dist
	$(UV) build -q --wheel --no-build-isolation --python $(PY) --out-dir dist .
	$(UV) venv -q --python $(PYTHON) $(WHEEL_ENV)/env
	$(UV) pip sync -q --python $(WHEEL_ENV)/env/bin/python --require-hashes requirements/dev.txt
	$(UV) pip install -q --python $(WHEEL_ENV)/env/bin/python --no-deps dist/*.whl
	cp -r tests pyproject.toml $(WHEEL_ENV)/
	cd $(WHEEL_ENV) && env/bin/python -c "import leertraject_desktop as p, sys; sys.exit(sys.prefix not in p.__file__)"
	cd $(WHEEL_ENV) && QT_QPA_PLATFORM=offscreen env/bin/python -m pytest -n 2 -q

# The long runs of the fault suite on both cores, about half an hour; writes the table in docs/faults.md.
faults: $(VENV)/.ready
	LEERTRAJECT_FAULTS=1 QT_QPA_PLATFORM=offscreen $(PY) -m pytest -n 2 --dist worksteal -v tests/faults

# Arbitrary input in arbitrary order, for hours when asked: TIMES=100 tries a hundred times as many examples.
TIMES ?= 20
fuzz: $(VENV)/.ready system-libraries
	LEERTRAJECT_FUZZ=$(TIMES) QT_QPA_PLATFORM=offscreen \
		$(PY) -m pytest -n 0 -q tests/badinput --hypothesis-show-statistics

screenshots: $(VENV)/.ready system-libraries
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.screenshots schermen

# Figures beside their floors, kept in docs/snelheid.md. Short settings; FULL=1 makes 100,000 deelnemers.
benchmark: $(VENV)/.ready system-libraries
	@for subject in start unlock scale; do \
		env -u PYTHONDONTWRITEBYTECODE BENCHMARK_FULL=$(FULL) QT_QPA_PLATFORM=offscreen \
			$(PY) -m benchmarks.$$subject || exit 1; done
	@$(PY) -m benchmarks.figures

# The newcomer's map in docs/modules.md, from the first sentence of every module.
map: $(VENV)/.ready
	$(PY) -m tests.module_map

# The lists of exact versions with their sha256; no addresses.
lock: $(VENV)/.ready
	$(UV) pip compile -q -U --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml -o requirements/runtime.txt
	$(UV) pip compile -q -U --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev -o requirements/dev.txt
	$(UV) pip compile -q -U --universal --generate-hashes --no-header --python-version 3.11 pyproject.toml --group dev --group privacy -o requirements/privacy.txt

screen:
	@sh installer/screen.sh

system-libraries:
	@sh installer/system_libraries.sh

window-libraries:
	@sh installer/system_libraries.sh venster

.tools/uv/bin/uv: requirements/uv.txt
	$(PYTHON) -m pip install -q --disable-pip-version-check --no-warn-script-location \
		--upgrade --target .tools/uv --require-hashes -r requirements/uv.txt
	@touch $@

$(VENV)/.ready: $(filter .tools/%,$(UV)) requirements/dev.txt pyproject.toml setup.py
	$(UV) venv -q --allow-existing --python $(PYTHON) $(VENV)
	$(UV) pip sync -q --python $(PY) --require-hashes requirements/dev.txt
	$(UV) pip install -q --python $(PY) --no-deps --no-build-isolation -e .
	@touch $@

clean:
	rm -rf $(VENV) .tools build dist *.egg-info src/*.egg-info $(WHEEL_ENV)
