"""A small record of Kenya and the United States with something for every page, and one in which every word is hostile."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from detente.ask import open_record
from detente.ask.rulings import refresh, rule
from detente.model.mention import Party, PlaceMention
from detente.model.reading import Extraction
from detente.model.ruling import Action
from detente.model.statement import FactKind, Statement
from detente.pipeline.reconciling import reconcile_record
from detente.pipeline.registers import add_register
from detente.reconcile.copies import sketch
from detente.store.base import FileEntry, Outcome, TakenFile
from detente.store.sqlite import create_sqlite
from tests.factory import document, extraction, statement

JANUARY = "2024-01-10T08:00:00Z"
NAIROBI = (-1.28, 36.82)
PARTIES = ("KEN", "USA")


def story(word: str, year: int, day: int = 4, letter: str = "") -> Extraction:
    """One document that tells, with ``word`` in all that it names, of a visit, an agreement, a figure, a pledge, an office and a level."""
    visit = f"On {day} August {year} President Uhuru Kenyatta with {word} was in Nairobi at {word} for talks"
    paper = f"both signed {word} on 5 May {year}{letter}"
    trade = f"Trade came to about {3 + day} million dollars in {year}, {word} said"
    pledge = f"Kenya pledged {word} by the end of {year + 5}"
    tenure = f"{word} became ambassador in March {year}"
    level = f"a strategic partnership called {word} was agreed on 7 June {year}"
    text = "\n\n".join(
        (f"Two neighbours {word} \U0001f600 Vie\u0323\u0302t", *(f"{part}." for part in (visit, paper, trade, pledge, tenure, level)))
    )
    name = word.replace("\n", " ").strip() or "word"
    doc = replace(document(text, f"{name}{letter}.txt", f"{year}-12-01", name), outlet=name)
    told = [
        statement(doc, visit, "visit", "KEN>USA", f"{year}-08-{day:02d}", persons=["Uhuru Kenyatta/KEN/President", "?/USA"]),
        statement(doc, paper, "agreement_signed", "KEN,USA", f"{year}-05-05", object=name),
        statement(
            doc, trade, "trade_turnover", "KEN,USA", str(year), series=name, value=(3.0 + day) * 1e6, unit="USD", bound="~", reporter=name,
            fact=FactKind.INDICATOR,
        ),
        statement(doc, pledge, "pledge", "KEN>USA", due=f"../{year + 5}", status="planned", object=name, fact=FactKind.COMMITMENT),
        statement(doc, tenure, "office_holder", "USA>KEN", f"{year}-03", persons=["?/USA"], by=name),
        statement(doc, level, "partnership_established", "KEN,USA", f"{year}-06-07", level="strategic", object=name),
    ]  # fmt: skip
    return extraction(doc, *(_placed(_named(one, name), name) for one in told))


def _named(one: Statement, name: str) -> Statement:
    """With the person who goes by ``name``, whatever signs it is made of."""
    persons = (replace(p, party=Party(name, "USA", name)) if p.party.name == "?" else p for p in one.persons)
    return replace(one, persons=tuple(persons))


def _placed(one: Statement, name: str) -> Statement:
    if one.kind != "visit":
        return one
    city = PlaceMention(one.span, "Nairobi", "KEN", *NAIROBI, kind="city")
    odd = PlaceMention(one.span, name, "KEN", NAIROBI[0] + 2, NAIROBI[1] + 2, kind="city")
    return replace(one, places=(city, odd))


def made(path: Path, words: tuple[str, ...] = ("Ana Reyes", "Bomas", "Cyrus Njoroge")) -> Path:
    """The record at ``path``: for each word two documents that differ in a day, a file that was refused, a register row and rulings."""
    with create_sqlite(path, PARTIES) as record:
        for number, word in enumerate(words):
            for day, letter in ((4, ""), (9, "bis")):
                told = story(word, 1960 + number, day, letter)
                doc = told.document
                entry = FileEntry(doc.path or "", doc.sha256, "c1", Outcome.USED, documents=(doc.sha256,))
                record.put_file(TakenFile(entry, (told,), (sketch(doc.text),)), JANUARY)
            refused = FileEntry(f"refused {word}.pdf", None, "c1", Outcome.REFUSED, word, word)
            record.put_file(TakenFile(refused, (), ()), JANUARY)
        record.replace_facts(*reconcile_record(record, record.parties))
    _listed(path, words)
    _ruled(path, words)
    return path


def _listed(path: Path, words: tuple[str, ...]) -> None:
    rows = path.with_suffix(".jsonl")
    told = [
        {"id": str(n), "visitor": f"President {w}", "role": "President", "country_from": ["Kenya"], "start_date": f"{1960 + n}-08-04"}
        for n, w in enumerate(words)
    ]
    rows.write_text("\n".join(map(json.dumps, told)), encoding="utf-8")
    add_register(path, "visits", rows, at="2024-02-01")


def _ruled(path: Path, words: tuple[str, ...]) -> None:
    with open_record(path) as record:
        visits = sorted(
            (s for s in record.statements() if s.kind == "visit" and s.rule == "by_hand"),
            key=lambda s: (s.date.edtf.text if s.date else "", s.id),
        )
        for word, one in zip(words, visits[::2], strict=False):
            rule(record, Action.ACCEPT, [one.id], why=word, who=word, at="2024-03-01T08:00:00Z", applied=False)
            rule(record, Action.EDIT, [one.id], field="object", value=word, why=word, who=word, at="2024-03-01T08:00:00Z", applied=False)
        refresh(record)
