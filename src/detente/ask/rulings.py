"""Deciding about a record, and looking at what was decided. The command line and the web app call the same functions.

``rule`` puts one decision into the log and brings the facts up to it; ``undo`` takes one back; ``history`` and ``log`` tell what was
decided; ``export_log`` and ``import_log`` carry the log from one record to another. What waits to be decided is ``detente.ask.review``.
"""

from __future__ import annotations

import getpass
import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from detente.ask.show import named
from detente.model.errors import UsageError
from detente.model.fact import Discrepancy
from detente.model.identity import ID_LENGTH
from detente.model.ruling import BOTH, Action, Ruling, from_line, is_sealed, to_line, undone_by
from detente.model.statement import Statement
from detente.pipeline.applying import apply
from detente.pipeline.building import arrival
from detente.pipeline.rulings import Located, Standing, locate, standing_of
from detente.reconcile.anchors import How, document_anchor, outlet_anchor, statement_anchor
from detente.reconcile.edits import edited
from detente.reconcile.rulings import OUTLET, outlet_key
from detente.store.base import Record
from detente.store.codec import dumps

REVIEWER = "DETENTE_REVIEWER"
"""The environment variable that names who decides, where no name is given."""

_LOG = "log"
"""What the first line of an exported log begins with."""

_GRADE = re.compile(r"[A-F][1-6]?|[1-6]")
_SIDES = {"left": 0, "first": 0, "right": 1, "second": 1}


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling of the log and what has become of it."""

    ruling: Ruling
    standing: Standing
    now: tuple[str | None, ...]
    """What each of its subjects is now; None for one that is lost."""
    how: tuple[How, ...]
    undone_by: str | None = None


def rule(
    record: Record,
    action: Action,
    names: Sequence[str],
    *,
    field: str | None = None,
    value: str | None = None,
    why: str = "",
    who: str | None = None,
    at: str | None = None,
    applied: bool = True,
) -> Ruling:
    """Decide, and answer the ruling as it stands in the log: when this returns it outlasts a kill. Raises UsageError.

    ``names`` are identifiers, or beginnings of them: of a fact or statement to ``accept``, ``reject`` or ``edit`` (``field`` to
    ``value``); of a document to ``reject`` all that it states now; of two or more facts or statements to ``merge``; of a statement to
    ``split`` off its fact, or off those named after it; of a discrepancy to ``settle`` (``value``: ``left``, ``right`` or ``both``); of
    a document or statement to ``grade`` (``value`` such as ``B2``, ``B`` or ``2``), or ``outlet:NAME`` for all that an outlet brings; of a
    ruling to ``undo``. ``applied=False`` leaves the facts as they are for now: a run of many decisions is brought into the facts once, by
    ``refresh``.
    """
    draft = _draft(record, action, names, field, value)
    sealed = Ruling(
        at=arrival(at),
        who=reviewer(who),
        action=action,
        subjects=draft.subjects,
        field=draft.field,
        value=draft.value,
        why=_storable(why),
        basis=draft.basis,
        anchors=draft.anchors,
    )
    (made,) = record.put_rulings([sealed])
    if applied:
        refresh(record)
    return made


def undo(
    record: Record, name: str | None = None, *, why: str = "", who: str | None = None, at: str | None = None, applied: bool = True
) -> Ruling:
    """Take back a ruling (an undo too), or without a name the last one that holds. Raises UsageError where there is none."""
    if name is None:
        log = list(record.rulings())
        undone = undone_by(log)
        last = next((ruling.id for ruling in reversed(log) if ruling.action is not Action.UNDO and ruling.id not in undone), None)
        if last is None:
            raise UsageError("there is no ruling to undo")
        name = last
    return rule(record, Action.UNDO, [name], why=why, who=who, at=at, applied=applied)


def refresh(record: Record) -> bool:
    """Bring the facts up to the last ruling; answers whether they were behind."""
    last, followed = record.last_rulings()
    return last != followed and apply(record.path)


def log(record: Record) -> tuple[Ruled, ...]:
    """Every ruling in the order made, each with what has become of it."""
    rulings = list(record.rulings())
    undone = undone_by(rulings)
    return tuple(_ruled(one, undone) for one in locate(record, rulings))


def history(record: Record, name: str) -> tuple[Ruled, ...]:
    """What was decided about a fact, statement, document, discrepancy or ``outlet:NAME``, in order, with what was taken back."""
    outlet = name.strip().lower().startswith(OUTLET)
    subjects = {outlet_key(name.strip()[len(OUTLET) :])} if outlet else set(_about(record, *named(record, name)))
    told = [one for one in log(record) if one.ruling.action is not Action.UNDO]
    found = {one.ruling.id for one in told if subjects & {*one.now, *one.ruling.subjects}}
    whole = log(record)
    for one in whole:
        if one.ruling.action is Action.UNDO and found & set(one.ruling.subjects):
            found.add(one.ruling.id)
    return tuple(one for one in whole if one.ruling.id in found)


def export_log(record: Record) -> Iterator[str]:
    """The log as JSON lines, oldest first: all that ``import_log`` needs. The first line says how long it is and how it ends."""
    rulings = list(record.rulings())
    if rulings:
        yield json.dumps({_LOG: {"rulings": len(rulings), "last": rulings[-1].id}})
    yield from map(to_line, rulings)


def import_log(record: Record, lines: Iterable[str]) -> int:
    """Take in a log and bring the facts up to it; answers how many rulings were new. Raises UsageError where the log is not whole."""
    rulings: list[Ruling] = []
    promised: dict[str, object] | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            if not rulings and promised is None and (promised := _promised(line)) is not None:
                continue
            rulings.append(from_line(line))
        except (ValueError, TypeError, KeyError) as error:
            raise UsageError(f"line {number}: {error}; nothing was taken in") from error
    if promised is not None and promised != {"rulings": len(rulings), "last": rulings[-1].id if rulings else ""}:
        told = f"{promised.get('rulings')} rulings, the last of them {promised.get('last') or 'none'}"
        raise UsageError(f"the log was cut or added to: by its first line it has {told}, and here are {len(rulings)}; nothing was taken in")
    added = record.take_rulings(rulings)
    refresh(record)
    return added


def _promised(line: str) -> dict[str, object] | None:
    """What the first line of a log says of the whole; None where it is a ruling, as in a log that an older detente wrote."""
    said = json.loads(line)
    held = said.get(_LOG) if isinstance(said, dict) else None
    return held if isinstance(held, dict) else None


def check_log(record: Record) -> tuple[str, ...]:
    """What is wrong with the log: a ruling that was changed, or one that follows a ruling that is not there. Nothing, when all is well."""
    known, wrong = {""}, []
    _, followed = record.last_rulings()
    for ruling in record.rulings():
        if not is_sealed(ruling):
            wrong.append(f"ruling {ruling.id} was changed after it was made")
        if ruling.after not in known:
            wrong.append(f"ruling {ruling.id} follows {ruling.after}, which is not there before it")
        known.add(ruling.id)
    if followed not in known:
        wrong.append(f"the facts follow ruling {followed}, which is not there")
    return tuple(wrong)


def reviewer(given: str | None = None) -> str:
    """Who decides: as given, else by DETENTE_REVIEWER, else the user of this computer."""
    named_so = (given or os.environ.get(REVIEWER, "")).strip()
    if named_so:
        return _storable(named_so)
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user, as in a container
        return "unknown"


def _ruled(one: Located, undone: dict[str, str]) -> Ruled:
    taken_back = undone.get(one.ruling.id)
    return Ruled(one.ruling, standing_of(one) if taken_back is None else Standing.UNDONE, one.now, one.how, taken_back)


def _draft(record: Record, action: Action, names: Sequence[str], field: str | None, value: str | None) -> Ruling:
    """What is ruled of what, without who, when and why."""
    wanted = {Action.MERGE: 2}.get(action, 1)
    if len(names) < wanted or (len(names) > 1 and action not in (Action.MERGE, Action.SPLIT)):
        raise UsageError(f"{action} takes {'two or more identifiers' if wanted > 1 else 'one identifier'}, not {len(names)}")
    if action is Action.UNDO:
        return Ruling(at="", who="", action=action, subjects=(_ruling_named(record, names[0]),))
    if action is Action.GRADE and names[0].strip().lower().startswith(OUTLET):
        return _outlet_grading(record, names[0].strip()[len(OUTLET) :], value)
    found = [named(record, name.strip()) for name in names]
    if action is Action.SETTLE:
        return _settlement(record, found[0], value)
    if action is Action.GRADE:
        return _grading(record, found[0], value)
    may = ("fact", "statement", "document") if action is Action.REJECT else ("fact", "statement")
    if any(what not in may for what, _ in found):
        raise UsageError(f"{action} is for facts and statements; a discrepancy is settled, a document is graded or rejected")
    subjects = _split(record, found) if action is Action.SPLIT else [s for pair in found for s in _about(record, *pair)]
    subjects = [name for name in subjects if ("document", name) not in found]
    return _on_statements(record, action, tuple(dict.fromkeys(subjects)), field, value)


def _on_statements(record: Record, action: Action, subjects: tuple[str, ...], field: str | None, value: str | None) -> Ruling:
    held = record.get_statements(subjects)
    said = [held[name] for name in subjects]
    if action is Action.EDIT:
        if field is None:
            raise UsageError("say which field is read otherwise")
        for statement in said:
            edited(statement, [(field, value)])
    if not subjects:
        raise UsageError("the document states nothing that could be rejected")
    if action in (Action.MERGE, Action.SPLIT) and len(subjects) < 2:
        raise UsageError(f"there is nothing to {action}: that is one statement")
    if action is Action.MERGE and len({statement.fact.value == "indicator" for statement in said}) > 1:
        raise UsageError("a figure and an event are never one fact")
    anchors = tuple(_anchor(record, statement) for statement in said)
    return Ruling(at="", who="", action=action, subjects=subjects, field=field, value=value, basis=_basis(said), anchors=anchors)


def _settlement(record: Record, found: tuple[str, str], value: str | None) -> Ruling:
    what, name = found
    if what != "discrepancy":
        raise UsageError(f"{name} is a {what}; only a discrepancy is settled (`detente conflicts` lists them)")
    (made,) = record.get_discrepancies([name])
    sides = record.get_statements([made.left, made.right])
    anchors = tuple(_anchor(record, sides[side]) for side in (made.left, made.right))
    basis = _basis([sides[made.left], sides[made.right]])
    subjects = (made.left, made.right)
    follow = _side(made, value)
    return Ruling(at="", who="", action=Action.SETTLE, subjects=subjects, field=made.type.value, value=follow, basis=basis, anchors=anchors)


def _side(made: Discrepancy, value: str | None) -> str:
    if value == BOTH:
        return BOTH
    if value in _SIDES:
        return (made.left, made.right)[_SIDES[value]]
    named_so = [side for side in (made.left, made.right) if value and side.startswith(value)]
    if len(named_so) != 1:
        raise UsageError(f"say which side is followed: left, right or both, not {value!r}")
    return named_so[0]


def _grading(record: Record, found: tuple[str, str], value: str | None) -> Ruling:
    what, name = found
    grade = _grade(value)
    if what == "statement":
        said = record.get_statements([name])[name]
        anchor, basis = _anchor(record, said), _basis([said])
    elif what == "document":
        anchor, basis = document_anchor(record.document(name)), name[:ID_LENGTH]
    else:
        raise UsageError(f"{name} is a {what}; a document, a statement or an outlet (outlet:NAME) is graded")
    return Ruling(at="", who="", action=Action.GRADE, subjects=(name,), value=grade, basis=basis, anchors=(anchor,))


def _outlet_grading(record: Record, name: str, value: str | None) -> Ruling:
    """A grade for all that an outlet brings, now and later."""
    grade, outlet = _grade(value), " ".join(_storable(name).split())
    if not outlet or not record.of_outlet(outlet):
        raise UsageError(f"no document of the record is by an outlet called {outlet!r}; `detente coverage` lists them")
    subject = outlet_key(outlet)
    basis = sha256(subject.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
    return Ruling(at="", who="", action=Action.GRADE, subjects=(subject,), value=grade, basis=basis, anchors=(outlet_anchor(outlet),))


def _grade(value: str | None) -> str:
    grade = (value or "").strip().upper()
    if not _GRADE.fullmatch(grade):
        raise UsageError(f"{value!r} is no grade; write a letter A-F for the source, a digit 1-6 for what it says, or both (B2)")
    return grade


def _split(record: Record, found: Sequence[tuple[str, str]]) -> list[str]:
    """The statement taken out, then those it is taken from: the rest of its fact, or those named."""
    (what, name), *others = found
    if what != "statement":
        raise UsageError("name the statement that is taken out; `detente show` lists those of a fact")
    rest = [s for pair in others for s in _about(record, *pair)] or [
        s for fact in record.facts_of([name]) for s in _about(record, "fact", fact.id)
    ]
    return [name, *(other for other in rest if other != name)]


def _about(record: Record, what: str, name: str) -> tuple[str, ...]:
    """The statements (and the document) that an identifier stands for."""
    if what == "fact":
        return tuple(support.statement for support in record.get_facts([name])[name].supports)
    if what == "discrepancy":
        (made,) = record.get_discrepancies([name])
        return made.left, made.right
    if what == "document":
        return name, *(statement.id for statement in record.statements_of(name))
    return (name,)


def _ruling_named(record: Record, name: str) -> str:
    rulings = list(record.rulings())
    found = [ruling.id for ruling in rulings if len(name) >= 4 and ruling.id.startswith(name)]
    if len(found) != 1:
        raise UsageError(f"{name!r} begins {len(found) or 'no'} rulings; `detente rulings list` shows them")
    if found[0] in undone_by(rulings):
        raise UsageError(f"ruling {found[0]} is undone already; undo that undo to have it again")
    return found[0]


def _anchor(record: Record, statement: Statement) -> str:
    return statement_anchor(statement, record.document(statement.document))


def _basis(said: Sequence[Statement]) -> str:
    return sha256(dumps(tuple(said)).encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def _storable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8").strip()
