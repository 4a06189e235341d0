"""The rules of the house that a tool can check; they look at the checkout, so they run only there."""

import ast
import itertools
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports
from tests.module_map import HOUSE, ROOMS, TARGET, module_map, modules, opening

from leertraject_desktop import cli
from leertraject_desktop.domain.label import Label
from leertraject_desktop.storage import tables
from leertraject_desktop.storage.base import Base

# What a reader takes in at once. What is larger stands in LARGER, with its reason.
MODULE_LINES, FUNCTION_LINES, CLASS_LINES = 400, 60, 300
LARGER: dict[str, str] = {}

CLOCKS = {"src/leertraject_desktop/storage/clock.py"}
NOW = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime"}


def tracked() -> list[Path]:
    """Every text file of the house that git keeps or would keep."""
    command = ["git", "ls-files", "-co", "--exclude-standard"]
    names = subprocess.run(command, cwd=HOUSE, check=True, capture_output=True, text=True).stdout.splitlines()
    files = [HOUSE / name for name in names if (HOUSE / name).is_file()]
    return [file for file in files if b"\0" not in file.read_bytes()[:4096]]


def place(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


def parsed(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    for module in modules(*rooms):
        yield place(module), ast.parse(module.read_text(encoding="utf-8"))


def test_imports_point_one_way(capsys):
    status = lint_imports(config_filename=str(HOUSE / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_every_module_opens_with_one_sentence_that_says_what_it_is_for():
    openings = {place(module): opening(module) for module in modules(*ROOMS, "tests")}
    assert [name for name, text in openings.items() if not re.fullmatch(r"\S.{10,200}[.?!:`]", text)] == []


def test_packages_are_entered_by_name_so_their_init_is_empty():
    found = [file for file in tracked() if file.name == "__init__.py" and file.stat().st_size]
    assert found == []


def test_the_module_map_is_not_stale():
    assert TARGET.read_text(encoding="utf-8") == module_map(), "run `make map`"


def sizes() -> Iterator[tuple[str, int, int]]:
    """Name, lines and most lines of every module, class and function; migrations are lists."""
    rooms = [room for room in (*ROOMS, "tests") if room != "migrations"]
    for name, tree in parsed(*rooms):
        yield name, len((HOUSE / name).read_text(encoding="utf-8").splitlines()), MODULE_LINES
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                most = CLASS_LINES if isinstance(node, ast.ClassDef) else FUNCTION_LINES
                yield f"{name}:{node.name}", lines, most


def test_nothing_grows_too_large_to_read_without_a_reason():
    too_large = {name: lines for name, lines, most in sizes() if lines > most}
    assert {name: lines for name, lines in too_large.items() if name not in LARGER} == {}
    assert set(LARGER) <= set(too_large), "a reason is left that is no longer needed"


def glossary() -> tuple[set[str], set[str]]:
    """The nouns of docs/begrippen.md and the other words that a column may be named with."""
    text = (HOUSE / "docs" / "begrippen.md").read_text(encoding="utf-8")
    first, words = text.split("## Words in column names")
    cells = [re.findall(r"^\| ([^|]+) \|", part, re.MULTILINE) for part in (first, words)]
    nouns, others = ({word for cell in part for word in cell.split(", ")} for part in cells)
    return nouns, others


def snake(noun: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", noun).lower()


def test_every_table_and_its_class_is_a_noun_of_the_glossary():
    nouns, _ = glossary()
    classes = {mapper.class_.__name__: mapper.local_table.name for mapper in Base.registry.mappers}
    assert set(classes) - nouns == set()
    assert {name for cls, name in classes.items() if name != snake(cls)} == set()
    assert {cls.__module__ for cls in (tables.Deelnemer, tables.Levering)} == {tables.__name__}


def test_every_enum_of_the_domain_is_a_noun_of_the_glossary():
    nouns, _ = glossary()
    own = {
        cls.__name__ for cls in Label.__subclasses__() if cls.__module__.startswith("leertraject_desktop.")
    }
    assert own - nouns == set()


def test_every_column_is_named_with_words_of_the_glossary():
    nouns, words = glossary()
    known = words | {word for noun in nouns for word in snake(noun).split("_")}
    used = {
        (word, table.name)
        for table in Base.metadata.tables.values()
        for c in table.c
        for word in c.name.split("_")
    }
    assert {f"{word} ({table})" for word, table in used if word not in known} == set()


UNFINISHED = ("TO" + "DO", "FIX" + "ME", "X" + "XX", "NotImplemented" + "Error", "pragma: no " + "cover")
UNTESTED = ("pytest." + "skip", "pytest." + "xfail", "mark." + "skip", "mark." + "xfail", "import" + "orskip")


@pytest.mark.parametrize("word", UNFINISHED + UNTESTED)
def test_nothing_is_left_unfinished_or_untested(word):
    code = [file for file in tracked() if file.suffix in (".py", ".sh", ".toml") or file.name == "Makefile"]
    assert [place(file) for file in code if re.search(rf"\b{word}\b", file.read_text(encoding="utf-8"))] == []


def test_no_file_names_a_registry_or_a_folder_of_one_machine():
    hosts = (
        "pypi" + r"\.",
        "python" + "hosted",
        "registry" + r"\.npm",
        "deb" + r"\.debian",
        r"proxy\." + "golang",
    )
    folders = rf"{re.escape(str(HOUSE))}/|(?<![\w.$}}-])/(?:work|home/\w+|Users/\w+)/"
    pattern = re.compile("|".join((*hosts, folders)))
    texts = {place(file): file.read_text(encoding="utf-8", errors="replace") for file in tracked()}
    assert [name for name, text in texts.items() if pattern.search(text)] == []


def test_every_dependency_has_its_reason_in_the_line_above():
    text = (HOUSE / "pyproject.toml").read_text(encoding="utf-8")
    blocks = re.findall(r"^(?:dependencies|dev|privacy) = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    lines = [["", *block.splitlines()] for block in blocks]
    bare = [
        line
        for block in lines
        for above, line in itertools.pairwise(block)
        if line.startswith('    "') and not above.startswith("    # ")
    ]
    assert (len(blocks), bare) == (3, [])


@pytest.mark.parametrize("name", ["runtime", "dev", "privacy", "uv"])
def test_every_locked_package_has_a_hash_and_no_address(name):
    text = (HOUSE / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[a-z0-9])", "\n".join(line for line in text.splitlines() if line[:1] != "#"))
    assert len(packages) >= 1
    assert [entry.split()[0] for entry in packages if "--hash=sha256:" not in entry] == []
    assert re.findall(r"://|--(?:extra-)?index|--find-links| @ ", text) == []


def test_the_lock_files_hold_what_pyproject_asks_for():
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, dev = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    for names, lock in ((runtime, "runtime"), (runtime + dev, "dev")):
        text = (HOUSE / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")
        locked = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
        wanted = {re.split(r"[<>=]", name)[0].lower().replace("_", "-") for name in names}
        assert wanted - locked == set(), lock


def test_no_code_opens_a_database_that_is_not_encrypted():
    plain = {"sqlite3", "_sqlite3", "pysqlite2", "aiosqlite", "apsw"}
    found = []
    for name, tree in parsed("src/leertraject_desktop", "migrations"):
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [name for imported in names if imported.split(".")[0] in plain]
    assert found == []


def test_only_the_one_clock_asks_what_time_it_is():
    found = set()
    for name, tree in parsed("src/leertraject_desktop"):
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in NOW:
                owner = ast.unparse(node.func.value).split(".")[-1]
                if owner in ("datetime", "date", "time", "QDate", "QDateTime"):
                    found.add(name)
    assert found - CLOCKS == set()


def test_what_ci_runs_is_the_test_command_of_the_readme():
    assert "make test" in (HOUSE / ".ci" / "run").read_text(encoding="utf-8")
    assert "make test" in (HOUSE / "README.md").read_text(encoding="utf-8")


def test_every_link_in_the_documents_leads_somewhere():
    broken = []
    for page in (file for file in tracked() if file.suffix == ".md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            broken += [f"{place(page)}: {target}"] if not (page.parent / target).exists() else []
    assert broken == []


def test_every_make_command_in_the_documents_exists():
    rules = set(
        re.findall(r"^([\w./$()-]+):", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    known = {rule.replace("$(VENV)", ".venv") for rule in rules}
    pages = [file.read_text(encoding="utf-8") for file in tracked() if file.suffix == ".md"]
    named = {name for text in pages for name in re.findall(r"(?:`|^)make ([\w./-]+)", text, re.MULTILINE)}
    assert named - known == set()


def test_every_decision_is_numbered_without_gaps():
    numbers = sorted(file.name[:4] for file in (HOUSE / "docs" / "decisions").glob("0*.md"))
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]


def test_the_readme_names_every_command_that_works_without_a_window():
    text = (HOUSE / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^leertraject-desktop (\w+)", text, re.MULTILINE))
    assert named == set(cli.COMMANDS)


def test_the_tour_of_the_house_speaks_of_what_is_there():
    text = (HOUSE / "docs" / "architecture.md").read_text(encoding="utf-8")
    quoted = re.findall(r"`([^`\n]+)`", text)
    roots = (HOUSE, HOUSE / "src" / "leertraject_desktop")
    paths = [name for name in quoted if re.fullmatch(r"[\w/.]+(/|\.py)", name) and not name.startswith(".")]
    known = [root / name for root in roots for name in paths if (root / name).exists()]
    known += [module for room in ROOMS for module in modules(room)]
    here = {place(file).removeprefix("src/leertraject_desktop/") for file in known}
    gone = [name for name in paths if not any(f"{found}/".endswith(f"{name.rstrip('/')}/") for found in here)]
    code = "\n".join(module.read_text(encoding="utf-8") for module in modules("src/leertraject_desktop"))
    words = [name for name in quoted if re.fullmatch(r"[a-zA-Z]+(_[a-zA-Z]+)+", name)]
    assert (gone, [name for name in words if name not in code]) == (["features/x/", "ui/x/"], [])
