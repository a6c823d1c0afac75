from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ask.catalog import DISPUTED, FACETS, SEVERAL, Catalog, Choice, Entry, Made, catalog, spellings
from detente.ask.facts import is_milestone, time_order
from detente.ask.record import open_record
from detente.ask.rulings import rule
from detente.model.fact import Fact, Grade
from detente.model.folding import fold
from detente.model.ruling import Action
from quality.record.generate import generate

STATEMENTS = 900

YEARS = st.integers(1985, 2024).map(str)
DAYS = st.dates().map(lambda day: day.isoformat())


class Held:
    """A catalogue with what it was made from, to count by hand."""

    def __init__(self, path: Path) -> None:
        with open_record(path) as record:
            self.catalog: Catalog = catalog(record)
            self.facts: dict[str, Fact] = {fact.id: fact for fact in record.facts()}
            self.quotes: dict[str, list[str]] = {}
            for brief in record.briefs():
                self.quotes.setdefault(brief.fact, []).append(brief.quote)
            self.contested = {f for made in record.discrepancies() if made.grade is Grade.CONTRADICTION for f in made.facts}
            self.published = {d.sha256: d.published.latest.isoformat() for d in record.documents() if d.published and d.published.latest}

    def ids(self, mask: int) -> set[str]:
        """The identifiers of the facts of a mask."""
        return {entry.fact.id for entry in self.catalog.page(mask)}

    def words(self, fact: Fact) -> set[str]:
        """Every word that a fact is found by."""
        named = (
            fact.title,
            *fact.persons,
            *fact.places,
            fact.object or "",
            fact.level or "",
            fact.series or "",
            fact.kind.replace("_", " "),
        )
        return set(re.findall(r"\w+", fold(" ".join([*named, *self.quotes.get(fact.id, ())]))))


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    path = tmp_path_factory.mktemp("catalog") / "made.detente"
    generate(path, STATEMENTS)
    return Held(path)


def values_of(entry: Entry, facet: str) -> set[str]:
    """The values of a facet, worked out the plain way."""
    fact = entry.fact
    first = (fact.date.earliest or fact.date.latest) if fact.date else None
    plain = {
        "fact": {fact.fact.value},
        "kind": {fact.kind},
        "status": {fact.status.value},
        "review": {fact.review.value},
        "party": {*fact.source, *fact.target},
        "place": set(fact.places),
        "person": set(entry.persons),
        "year": {first.isoformat()[:4] if first else ""},
        "source": set(entry.documents),
        "certainty": {entry.certainty},
        "tone": {entry.tone.value},
    }
    return plain[facet]


PLAIN = ("fact", "kind", "status", "review", "party", "place", "person", "year", "source", "certainty", "tone")


def test_every_fact_is_there_once_in_order_of_time(held: Held) -> None:
    entries = held.catalog.page(held.catalog.everything)
    assert len(held.catalog) == len(entries) == len(held.facts) > 200
    assert [entry.fact for entry in entries] == sorted(held.facts.values(), key=time_order)
    assert [entry.fact for entry in held.catalog.page(held.catalog.everything, newest_first=True)][::-1] == [e.fact for e in entries]


@pytest.mark.parametrize("facet", PLAIN)
def test_counts_are_those_of_counting_one_by_one(held: Held, facet: str) -> None:
    counted: dict[str, int] = {}
    for entry in held.catalog.entries:
        for value in values_of(entry, facet):
            counted[value] = counted.get(value, 0) + 1
    told = held.catalog.counts(Choice(), facet)
    assert dict(told) == counted
    assert told == sorted(told, key=lambda pair: (-pair[1], pair[0]))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_choice_is_any_value_within_a_facet_and_all_facets_together(held: Held, data: st.DataObject) -> None:
    facets = data.draw(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=3, unique=True))
    values = {
        facet: tuple(data.draw(st.lists(st.sampled_from([*held.catalog.values(facet), "no such value"]), max_size=3, unique=True)))
        for facet in facets
    }
    wanted = {
        entry.fact.id
        for entry in held.catalog.entries
        if all(not chosen or values_of(entry, facet) & set(chosen) for facet, chosen in values.items())
    }
    choice = Choice(values=values)
    assert held.ids(held.catalog.select(choice)) == wanted
    for value, number in held.catalog.counts(choice, facets[0]):
        others = Choice(values={**values, facets[0]: (value,)})
        assert number == held.catalog.select(others).bit_count()


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_search_finds_what_has_a_word_that_begins_so(held: Held, data: st.DataObject) -> None:
    some = data.draw(st.sampled_from(list(held.facts.values())))
    words = data.draw(st.lists(st.sampled_from(sorted(held.words(some))), min_size=1, max_size=2))
    cut = [word[: data.draw(st.integers(2, max(2, len(word))))] for word in words]
    wanted = {
        fact.id
        for fact in held.facts.values()
        if all(any(word.startswith(begin) for word in held.words(fact)) for begin in cut if len(begin) > 1)
    }
    assert some.id in wanted
    for asked in (" ".join(cut), " ".join(cut).upper()):
        assert held.ids(held.catalog.search(asked)) == wanted


@given(text=st.text())
def test_any_text_can_be_searched_for(held: Held, text: str) -> None:
    assert held.catalog.search(text) & ~held.catalog.everything == 0


@settings(max_examples=60, deadline=None)
@given(day=st.dates().filter(lambda d: d.year > 1900).map(lambda d: d.isoformat()))
def test_as_of_leaves_out_what_began_later_and_what_nobody_had_told(held: Held, day: str) -> None:
    wanted = set()
    for entry in held.catalog.entries:
        fact = entry.fact
        first = (fact.date.earliest or fact.date.latest) if fact.date else None
        told = min((held.published[d] for d in entry.documents if d in held.published), default="9999")
        if (first.isoformat() if first else told) <= day:
            wanted.add(fact.id)
    assert held.ids(held.catalog.select(Choice(as_of=day))) == wanted


@settings(max_examples=60, deadline=None)
@given(ends=st.lists(YEARS, min_size=2, max_size=2).map(sorted))
def test_a_stretch_of_time_keeps_what_touches_it(held: Held, ends: list[str]) -> None:
    since, until = f"{ends[0]}-01-01", f"{ends[1]}-12-31"
    wanted = set()
    for fact in held.facts.values():
        first, last = time_order(fact)[:2]
        if first != "9999" and last >= since and first <= until:
            wanted.add(fact.id)
    assert held.ids(held.catalog.select(Choice(since=since, until=until))) == wanted


def test_undated_and_milestones_can_be_chosen(held: Held) -> None:
    dated = {fact.id for fact in held.facts.values() if fact.date is not None and (fact.date.earliest or fact.date.latest)}
    assert held.ids(held.catalog.select(Choice(undated=False))) == dated
    turning = {fact.id for fact in held.facts.values() if is_milestone(fact)}
    assert held.ids(held.catalog.select(Choice(milestones=True))) == turning


def test_pages_together_are_the_whole_and_places_agree(held: Held) -> None:
    mask = held.catalog.select(Choice(undated=False))
    whole = held.catalog.page(mask)
    paged = [entry for start in range(0, len(whole), 7) for entry in held.catalog.page(mask, start, 7)]
    assert paged == whole
    assert [held.catalog.place(mask, entry.fact.id) for entry in whole] == list(range(len(whole)))
    left_out = next(entry for entry in held.catalog.entries if entry.fact.date is None)
    assert held.catalog.place(mask, left_out.fact.id) is None
    assert held.catalog.place(mask, "no such fact") is None


def test_years_add_up_to_what_is_dated(held: Held) -> None:
    years = held.catalog.years(held.catalog.everything)
    assert sum(sum(tones.values()) for tones in years.values()) == held.catalog.select(Choice(undated=False)).bit_count()


def test_certainty_says_what_documents_do(held: Held) -> None:
    for entry in held.catalog.entries:
        if entry.fact.id in held.contested:
            assert entry.certainty == DISPUTED
        elif entry.fact.sources > 1:
            assert entry.certainty == SEVERAL
    assert held.contested


def test_all_facets_have_values(held: Held) -> None:
    assert all(isinstance(held.catalog.values(facet), dict) for facet in FACETS)
    with pytest.raises(KeyError):
        held.catalog.values("no such facet")


def test_one_name_has_one_spelling() -> None:
    names = ["Nguyen Phu Trong", "Nguyễn Phú Trọng", "NGUYEN PHU TRONG", "Trong Nguyen Phu", "To Lam"]
    found = spellings(names)
    assert {found[name] for name in names[:4]} == {"Nguyễn Phú Trọng"}
    assert found["To Lam"] == "To Lam"
    assert spellings(reversed(names)) == found


def test_without_diacritics_the_commonest_spelling_stands() -> None:
    assert set(spellings(["Isaias Afwerki", "ISAIAS AFWERKI", "Isaias Afwerki"]).values()) == {"Isaias Afwerki"}


def test_nothing_is_a_catalogue_too() -> None:
    empty = Catalog(())
    assert (len(empty), empty.select(Choice(words="anything", as_of="2000-01-01")), empty.page(0)) == (0, 0, [])


def test_after_a_ruling_what_did_not_change_is_kept_and_the_rest_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "ruled.detente"
    generate(path, 200)
    kept = Made()
    with open_record(path) as record:
        before = catalog(record, kept)
        one, two = before.entries[0].fact, before.entries[-1].fact
        rule(record, Action.REJECT, [one.id], who="Hanh")
        rule(record, Action.EDIT, [two.id], field="persons", value="Nguyễn Văn Thiệu", who="Hanh")
        after, anew = catalog(record, kept), catalog(record)
    assert after.entries == anew.entries != before.entries
    assert [after.values(facet) for facet in FACETS] == [anew.values(facet) for facet in FACETS]
    assert after.search("thieu") == anew.search("thieu") != 0
    same = {id(entry) for entry in before.entries} & {id(entry) for entry in after.entries}
    assert len(same) > len(after) / 2
