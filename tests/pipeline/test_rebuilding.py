from __future__ import annotations

import random
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.reading import Extraction
from detente.pipeline import reconciling
from detente.pipeline.rebuilding import rebuild
from detente.reconcile.cases import DocumentInfo
from detente.reconcile.copies import COMMON, ENOUGH, enough, groups, joined, sketch
from detente.reconcile.reconciling import reconcile
from detente.reconcile.rulings import Constraints
from detente.store.base import Record
from detente.store.sqlite import create_sqlite
from tests.factory import document, extraction
from tests.pipeline.test_updating import DYAD, TIMES, put, stories


def ruled_at_random(record: Record, chance: random.Random) -> Constraints:
    names = [statement.id for statement in record.statements()]
    pairs = tuple(tuple(sorted(chance.sample(names, 2))) for _ in range(chance.randrange(3)))
    kinds = ("visit", "meeting", "accusation", "relations_restored")
    edits = {chance.choice(names): (("kind", chance.choice(kinds)),) for _ in range(chance.randrange(3))}
    return Constraints(groups=pairs, edits=edits)


@settings(max_examples=40, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_block_by_block_comes_to_what_all_at_once_does(given_stories: list[tuple[Extraction, str]], chance: random.Random) -> None:
    with TemporaryDirectory() as place, create_sqlite(Path(place) / "r.detente", DYAD) as record:
        for extracted, at in given_stories:
            put(record, extracted, at)
        ruled = ruled_at_random(record, chance)
        rebuild(record, DYAD, reconciling._all_states(record), ruled, "", lambda done, of: None)
        states = record.states(d.sha256 for d in record.documents()).values()
        documents = {s.document: DocumentInfo(s.document, s.published, s.received, s.lead) for s in states}
        expected = reconcile(record.statements(), documents, DYAD, ruled)
        assert tuple(record.facts()) == expected.facts
        assert tuple(record.discrepancies()) == expected.discrepancies


def test_copies_are_found_where_they_lie_as_they_are_in_memory(tmp_path: Path) -> None:
    chance = random.Random(5)
    words = [f"word{number}" for number in range(60)]
    stock = " ".join(words[:12])
    texts = [" ".join(chance.choices(words, k=40)) for _ in range(20)]
    with create_sqlite(tmp_path / "r.detente", DYAD) as record:
        for number in range(COMMON + 20):
            text = f"{number} {chance.choice(texts)} {stock}"
            put(record, extraction(document(text, f"{number}.txt")), TIMES[0])
        reconciling.bring_up_to_date(record, TIMES[0], anew=True)
        sketches = record.sketches()
        shared = record.sharing(ENOUGH, COMMON)
        pairs = [(one, other) for one, other, runs in shared if enough(runs, len(sketches[one]), len(sketches[other]))]
        assert joined(sketches, pairs) == groups(sketches) == list(record.groups())
        assert groups(sketches)
        assert all(sketch(record.document(name).text) == runs for name, runs in sketches.items())
