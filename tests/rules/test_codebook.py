"""The codebook is whole, readable without Python, and refuses slips by name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from detente.model.errors import DataError
from detente.model.statement import FactKind, Status
from detente.rules import codebook as module
from detente.rules.codebook import Shape, codebook, plover_type

FRAME = {"verb": ["toast"], "must": "Peru toasted Chile.", "must_not": "Peru toasted bread."}
KIND: dict[str, Any] = {
    "label": "Toast",
    "definition": "One side drinks to the other.",
    "is_not": "A meal.",
    "plover": "SUPPORT",
}


def loaded(monkeypatch: pytest.MonkeyPatch, *families: dict[str, Any]) -> module.Codebook:
    files = {f"vocabulary/kinds/{n}.yaml": data for n, data in enumerate(families)}
    files[module.WORDS] = {"drinks": ["wine", "tea"]}
    monkeypatch.setattr(module, "read_yaml", lambda name: files[name])
    monkeypatch.setattr(module, "names_in", lambda folder, suffix: [name for name in files if name.startswith(folder)])
    return codebook.__wrapped__()


def family(**changes: Any) -> dict[str, Any]:
    frame: dict[Any, Any] = {**FRAME, **changes.pop("frame", {})}
    return {"family": "words", "kinds": {"toast": {**KIND, "en": [{k: v for k, v in frame.items() if v is not None}], **changes}}}


def test_every_kind_says_what_it_is_and_is_not() -> None:
    for kind in codebook().kinds.values():
        assert kind.definition.endswith(".")
        assert kind.is_not.endswith(".")
        assert kind.frames, kind.name


def test_partnerships_and_agreements_are_facts_of_their_own() -> None:
    kinds = codebook().kinds
    assert kinds["partnership_elevated"].fact is FactKind.PARTNERSHIP
    assert kinds["agreement_signed"].fact is FactKind.AGREEMENT
    assert kinds["joint_statement"].fact is FactKind.EVENT


def test_a_meeting_is_of_both_and_a_visit_has_a_host() -> None:
    assert codebook().kinds["meeting"].shape is Shape.RECIPROCAL
    assert codebook().kinds["state_visit"].shape is Shape.VISIT


def test_every_type_of_plover_can_be_reached(shared: Path) -> None:
    plover = json.loads((shared / "gold" / "plover.json").read_text(encoding="utf-8"))
    modes = {(t["type"], m["name"]) for t in plover["types"] for m in t["modes"]}
    contexts = {c["name"] for c in plover["contexts"]}
    kinds = codebook().kinds.values()
    assert {t["type"] for t in plover["types"]} <= {k.plover for k in kinds}
    assert [k.name for k in kinds if k.mode and (k.plover, k.mode) not in modes] == []
    reached = {(k.plover, mode) for k in kinds for mode in (k.mode, *(mode for mode, _ in k.modes)) if mode}
    assert reached <= modes
    assert modes - reached == set()
    assert [k.name for k in kinds if not set(k.contexts) <= contexts] == []


def test_goldstein_scores_are_those_of_the_cameo_codes(shared: Path) -> None:
    cameo = json.loads((shared / "gold" / "cameo_goldstein.json").read_text(encoding="utf-8"))
    scores = {c["code"]: c["goldstein"] for c in cameo["codes"]}
    wrong = [k.name for k in codebook().kinds.values() if k.cameo and scores.get(k.cameo) not in (None, k.goldstein)]
    assert wrong == []


@pytest.mark.parametrize(
    ("kind", "status", "expected"),
    [
        ("meeting", Status.HAPPENED, "CONSULT"),
        ("meeting", Status.PLANNED, "AGREE"),
        ("sanction_imposed", Status.PLANNED, "THREATEN"),
        ("meeting", Status.DENIED, None),
        ("demand", Status.HYPOTHETICAL, "REQUEST"),
        ("law_passed", Status.HAPPENED, None),
    ],
)
def test_status_changes_the_plover_type(kind: str, status: Status, expected: str | None) -> None:
    assert plover_type(codebook().kinds[kind], status) == expected


def test_a_kind_is_added_by_data_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    book = loaded(monkeypatch, family(frame={"object": ["$drinks"], "on": ["@party"]}))
    frame = book.kinds["toast"].frames[0]
    assert frame.triggers == (("toast",),)
    assert frame.needs == (("object", ("wine", "tea")), ("on", ("@party",)))


def test_a_flag_is_true_or_false_and_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    assert loaded(monkeypatch, family(frame={"party": True})).kinds["toast"].frames[0].party is True
    with pytest.raises(DataError, match=r"kinds/0.yaml: toast.*party.*neither true nor false"):
        loaded(monkeypatch, family(frame={"party": "no"}))


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"definition": None}, "definition"),
        ({"frame": {"must": None}}, "must match"),
        ({"frame": {"near_by": ["x"]}}, "near_by"),
        ({"frame": {"object": ["$beer"]}}, r"\$beer"),
        ({"frame": {"object": ["@nobody"]}}, "@nobody"),
        ({"frame": {"object": "wine"}}, "list"),
        ({"frame": {"target": ["beside"]}}, "beside"),
        ({"frame": {"noun": ["toast"]}}, "exactly one"),
    ],
)
def test_a_slip_is_named_with_its_place(monkeypatch: pytest.MonkeyPatch, changes: dict[str, Any], named: str) -> None:
    with pytest.raises(DataError, match=rf"kinds/0.yaml: toast.*{named}"):
        loaded(monkeypatch, family(**changes))


def test_a_kind_is_defined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DataError, match="twice"):
        loaded(monkeypatch, family(), family())
