"""Holds the layer table of the house: arrows point down, rooms stay pure, measures are kept."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ("accounts", "articles", "claims", "claimtrack", "lists")

# Floor of each module by its longest matching prefix; a module may import lower floors, and its own package.
FLOORS = {
    "accounts.roles": 0,
    "lists": 0,
    "articles.values": 0,
    "claims.values": 0,
    "articles.publishers": 1,
    "articles.parsing": 2,
    "articles.fetching": 2,
    "claims.nlp": 2,
    "claims.linking": 2,
    "accounts.models": 3,
    "articles.models": 3,
    "claims.models": 4,
    "accounts": 5,
    "articles": 5,
    "claims": 5,
    "accounts.tasks": 6,
    "accounts.views": 7,
    "accounts.management": 6,
    "articles.tasks": 6,
    "articles.views": 6,
    "articles.management": 6,
    "claims.tasks": 6,
    "claims.views": 6,
    "claims.api": 6,
    "claims.management": 6,
    "accounts.admin": 7,
    "accounts.urls": 8,
    "articles.admin": 7,
    "articles.urls": 7,
    "claims.admin": 7,
    "claims.urls": 7,
    "claimtrack": 9,
}
FRAMEWORKS = frozenset({"django", "celery", "csp", "django_htmx", "psycopg"})
# What a room must never import, whatever its floor.
FORBIDDEN = {
    "articles.values": FRAMEWORKS | {"lxml", "bs4", "httpcore", "redis"},
    "claims.values": FRAMEWORKS | {"simplemma"},
    "articles.publishers": FRAMEWORKS | {"httpcore", "redis"},
    "articles.parsing": FRAMEWORKS | {"httpcore", "redis", "articles.fetching"},
    "articles.fetching": FRAMEWORKS | {"articles.parsing", "articles.publishers", "lxml", "bs4"},
    "claims.nlp": FRAMEWORKS | {"httpcore", "redis", "claims.linking"},
    "claims.linking": FRAMEWORKS | {"httpcore", "redis", "claims.nlp"},
}
LONGEST_FILE, LONGEST_TEST, LONGEST_FUNCTION = 250, 400, 40
EMPTY_NAMES = {"utils", "helpers", "common", "misc", "util", "manager", "data", "info"}


@cache
def modules() -> dict[str, Path]:
    """Every module of the house by its dotted name; migrations are the framework's."""
    files = [path for app in APPS for path in (ROOT / app).rglob("*.py") if "migrations" not in path.parts]
    return {_dotted(path): path for path in files}


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    """The file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """Dotted names a module imports, submodules resolved where they are ours."""
    for node in ast.walk(tree(modules()[module])):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                longer = f"{node.module}.{alias.name}"
                yield longer if longer in modules() else node.module


def floor(module: str) -> int:
    """The floor of a module, by the longest prefix in the table."""
    return FLOORS[room(module)]


def room(module: str) -> str:
    """The row of the table a module falls under."""
    return max((name for name in FLOORS if _is_within(module, name)), key=len)


def _is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def ours(module: str) -> set[str]:
    """What a module imports from the house."""
    return {name for name in imports(module) if name.split(".")[0] in APPS}


def test_arrows_point_down() -> None:
    wrong = [
        f"{module} (floor {floor(module)}) imports {name} (floor {floor(name)})"
        for module in modules()
        for name in ours(module)
        if floor(name) > floor(module)
    ]
    assert not wrong, "\n".join(wrong)


def test_the_apps_meet_only_at_the_rows() -> None:
    up = [
        (m, n)
        for m in modules()
        for app in ("articles", "accounts")
        if _is_within(m, app)
        for n in ours(m)
        if not _is_within(n, app) and not _is_within(n, "lists")
    ]
    across = [
        (m, n)
        for m in modules()
        if _is_within(m, "claims")
        for n in ours(m)
        if _is_within(n, "articles") and not _is_within(n, "articles.models")
    ]
    project = [
        (m, n)
        for m in modules()
        if not m.startswith("claimtrack")
        for n in ours(m)
        if n.startswith("claimtrack")
    ]
    assert not up + across + project


@pytest.mark.parametrize("package", sorted(FORBIDDEN))
def test_a_room_stays_pure(package: str) -> None:
    wrong = [
        f"{module} imports {name}"
        for module in modules()
        if _is_within(module, package)
        for name in imports(module)
        if any(_is_within(name, banned) for banned in FORBIDDEN[package])
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_desk_and_the_project_import_tasks() -> None:
    doors = {"accounts.tasks", "articles.tasks", "claims.tasks"}
    wrong = [
        (module, name)
        for module in modules()
        for name in ours(module) & doors
        if room(module) not in {"accounts.views", "articles.admin", "claims.admin", "claimtrack", name}
    ]
    assert not wrong


def test_there_is_no_circle() -> None:
    graph = {module: ours(module) & set(modules()) - {module} for module in modules()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, f"circle: {' -> '.join((*trail, module))}"
        if module not in done:
            for name in sorted(graph[module]):
                visit(name, (*trail, module))
            done.add(module)

    for module in graph:
        visit(module, ())


def test_nothing_is_imported_inside_a_function() -> None:
    wrong = [
        f"{module}:{node.lineno}"
        for module, path in modules().items()
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert not wrong, "\n".join(wrong)


def test_files_and_functions_keep_their_measure() -> None:
    tests = {_dotted(path): path for path in (ROOT / "tests").rglob("*.py")}
    long = [
        f"{name}: {len(path.read_text(encoding='utf-8').splitlines())} lines"
        for files, most in ((modules(), LONGEST_FILE), (tests, LONGEST_TEST))
        for name, path in files.items()
        if len(path.read_text(encoding="utf-8").splitlines()) > most
    ]
    long += [
        f"{module}:{node.lineno} {node.name} is {_lines(node)} lines"
        for module, path in modules().items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > LONGEST_FUNCTION
    ]
    assert not long, "\n".join(long)


def test_the_median_function_and_file_are_small() -> None:
    functions = [
        _lines(node)
        for path in modules().values()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    files = [len(path.read_text(encoding="utf-8").splitlines()) for path in modules().values()]
    assert median(functions) <= 9
    assert median([lines for lines in files if lines]) <= 90


def test_every_module_says_what_it_is_for() -> None:
    silent = [m for m, path in modules().items() if path.stat().st_size and not ast.get_docstring(tree(path))]
    empty_names = [module for module in modules() if module.rsplit(".", 1)[-1] in EMPTY_NAMES]
    assert not silent + empty_names


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("module", ["claims.nlp.reading", "articles.parsing.article"])
def test_the_pure_core_imports_where_no_framework_can(module: str) -> None:
    code = (
        "import sys\n"
        "for name in ('django', 'celery', 'psycopg', 'redis'): sys.modules[name] = None\n"
        f"import {module}\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
