"""What must hold of the repository as a whole, whoever changes it."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.try_wheel import runtime_names

LONGEST_MODULE = 500
"""Lines. Modules are usually 80 to 250; one that outgrows this has two jobs."""

MACHINE_PATH = re.compile("/(?:" + "|".join(("work", "farm", "root", "tmp/bash_jobs", r"(?:home|Users)/[a-z]\w*")) + r")/[\w.]")
INDEX_ADDRESS = re.compile(r"https?://[^/\s]+/(?:simple|packages|debian)\b|--(?:extra-)?index-url\b|--find-links\b")
SILENCED = re.compile(r"#\s*(?:type:\s*ignore|noqa)(?:\[[\w\-, ]*\]|:\s*[A-Z0-9, ]+)?(?P<reason>.*)")


@pytest.fixture(scope="module")
def tracked(root: Path) -> list[Path]:
    """The files under version control that are still there."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    return [path for name in done.stdout.split("\0") if name and (path := root / name).is_file()]


def text_of(path: Path) -> str:
    """The file's text, or nothing where it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def locked(root: Path) -> dict[str, tuple[str, list[str]]]:
    """Name to version and hashes of every entry in the lock."""
    entries: dict[str, tuple[str, list[str]]] = {}
    name = ""
    for line in (root / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([a-z0-9][a-z0-9._-]*)==(\S+)", line):
            name = match[1]
            entries[name] = (match[2], entries.get(name, ("", []))[1])
        elif match := re.match(r"\s+--hash=(sha256:[0-9a-f]{64})", line):
            entries[name][1].append(match[1])
    return entries


def test_no_tracked_file_names_a_machine_path(tracked: list[Path], root: Path) -> None:
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()[:100]}"
        for path in tracked
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []


def test_no_tracked_file_names_a_package_index(tracked: list[Path], root: Path) -> None:
    found = [
        f"{path.relative_to(root)}:{number}"
        for path in tracked
        if path != Path(__file__)
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if INDEX_ADDRESS.search(line.replace("--no-emit-index-url", ""))
    ]
    assert found == []


@pytest.mark.parametrize("text", ["see /" + "work/main", "cd /" + "root/.cache", "/" + "home/anna/notes.txt"])
def test_the_search_for_machine_paths_can_find_one(text: str) -> None:
    assert MACHINE_PATH.search(text)


def test_no_module_is_too_long(tracked: list[Path], root: Path) -> None:
    long = {str(p.relative_to(root)): n for p in tracked if p.suffix == ".py" and (n := len(text_of(p).splitlines())) > LONGEST_MODULE}
    assert long == {}


def test_every_folder_of_tests_mirrors_one_of_the_source(root: Path) -> None:
    """Except for what is tried in a browser: that is the whole of the web at once."""
    folders = {p.parent.relative_to(root / "tests") for p in (root / "tests").rglob("test_*.py")} - {Path("web", "browser")}
    places = (root / "src" / "detente", root)
    mirrored = {f for f in folders if any((place / f).is_dir() or (place / f"{f}.py").is_file() for place in places)}
    assert sorted(map(str, folders - mirrored)) == []


def test_every_folder_of_the_source_is_tested(root: Path) -> None:
    source = root / "src" / "detente"
    folders = {p.parent.relative_to(source) for p in source.rglob("*.py") if p.name != "__init__.py"} - {Path()}
    assert sorted(str(f) for f in folders if not any((root / "tests" / f.parts[0]).rglob("test_*.py"))) == []


def test_a_new_module_has_a_test_of_its_own(root: Path) -> None:
    """``tests/unmirrored.txt`` names the modules that are tested through others; it only grows shorter."""
    source, tests = root / "src" / "detente", root / "tests"
    modules = [path.relative_to(source) for path in source.rglob("*.py") if path.name != "__init__.py"]
    bare = {str(m) for m in modules if m.parts[0] != "web" and not (tests / m.parent / f"test_{m.name}").is_file()}
    listed = {line for line in (tests / "unmirrored.txt").read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}
    assert sorted(bare - listed) == []
    assert sorted(listed - bare) == [], "these have tests of their own now, or are gone: take them off the list"


def test_no_package_needed_to_run_is_under_a_licence_that_reaches_out() -> None:
    names = sorted(runtime_names("detente", set()))
    assert len(names) > 30
    told = {
        name: " ".join([*metadata(name).get_all("License-Expression", []), *metadata(name).get_all("Classifier", [])]) for name in names
    }
    assert [name for name, words in told.items() if re.search(r"\bA?GPL|General Public", words) and "MPL" not in words] == []


def test_every_silenced_warning_says_why(tracked: list[Path], root: Path) -> None:
    bare = [
        f"{path.relative_to(root)}:{number}"
        for path in tracked
        if path.suffix == ".py" and path != Path(__file__)
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if (match := SILENCED.search(line)) and len(match["reason"].split()) < 3
    ]
    assert bare == []


def test_the_lock_pins_every_package_with_hashes(root: Path) -> None:
    entries = locked(root)
    assert len(entries) > 50
    assert [name for name, (_, hashes) in entries.items() if not hashes] == []


def test_the_lock_answers_to_what_the_project_asks_for(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    entries = locked(root)
    wrong = []
    for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        wanted = Requirement(line)
        version = entries.get(canonicalize_name(wanted.name), ("", []))[0]
        if not version or not wanted.specifier.contains(version):
            wrong.append(f"{line}: locked {version or 'nowhere'}")
    assert wrong == []


def test_every_command_of_the_makefile_is_explained(root: Path) -> None:
    targets = re.search(r"^\.PHONY: (.*)$", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets is not None
    guide = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in targets[1].split() if f"`make {name}`" not in guide] == []


def test_the_wheel_holds_the_code_the_data_and_the_licence(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    source = root / "src"
    wanted = {str(p.relative_to(source)) for p in source.rglob("*") if p.is_file() and p.suffix != ".pyc"}
    assert wanted - inside == set()
    assert any(name.endswith("/licenses/LICENSE") for name in inside)
    assert not any(name.startswith(("tests/", "quality/", "tools/")) for name in inside)
