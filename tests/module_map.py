"""Writes docs/modules.md, the newcomer's map, from the first sentence of every module: `make map`."""

import ast
from pathlib import Path

HOUSE = Path(__file__).parent.parent
TARGET = HOUSE / "docs" / "modules.md"
ROOMS = ("src/leertraject_desktop", "migrations", "installer", "benchmarks")
HEAD = """# Module map

What every module is for, in the words with which it opens. Made by `make map`; a test fails when it is stale.
"""


def modules(*rooms: str) -> list[Path]:
    """Every Python module of these rooms that holds something, in order."""
    found = (file for room in rooms for file in (HOUSE / room).rglob("*.py"))
    return sorted(file for file in found if file.name != "__init__.py" and ".venv" not in file.parts)


def opening(module: Path) -> str:
    """The first paragraph of a module's docstring on one line; empty when there is none."""
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or ""
    return " ".join(text.split("\n\n")[0].split())


def module_map() -> str:
    """The map as it should stand in docs/."""
    lines = [HEAD]
    folder = None
    for module in modules(*ROOMS):
        if module.parent != folder:
            folder = module.parent
            lines += ["", f"## {folder.relative_to(HOUSE).as_posix()}/", ""]
        lines.append(f"- **{module.name}**: {opening(module)}")
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


if __name__ == "__main__":
    TARGET.write_text(module_map(), encoding="utf-8")
