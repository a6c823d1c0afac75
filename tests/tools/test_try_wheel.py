from __future__ import annotations

from tools.try_wheel import lock_entries, runtime_names

DEVELOPER_TOOLS = {"pytest", "hypothesis", "mypy", "ruff", "mkdocs", "fpdf2", "import-linter", "hatchling", "editables", "edtf-validate"}


def test_what_detente_needs_to_run_is_followed_to_any_depth() -> None:
    names = runtime_names("detente", set())
    assert {"spacy", "thinc", "numpy", "click", "lxml", "trafilatura"} <= names
    assert names & DEVELOPER_TOOLS == set()


def test_the_lock_is_cut_to_those_packages_with_their_hashes() -> None:
    entries = list(lock_entries({"click", "rich"}))
    assert [entry.partition("==")[0] for entry in entries] == ["click", "rich"]
    assert all("--hash=sha256:" in entry for entry in entries)


def test_every_package_it_needs_is_in_the_lock() -> None:
    names = runtime_names("detente", set())
    assert names - {entry.partition("==")[0] for entry in lock_entries(names)} == set()
