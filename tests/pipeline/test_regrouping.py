from __future__ import annotations

import random
from pathlib import Path

from detente.pipeline.reconciling import bring_up_to_date
from detente.pipeline.regrouping import regroup
from detente.reconcile import copies
from detente.reconcile.copies import groups, sketch
from detente.store.base import FileEntry, Outcome, TakenFile
from detente.store.sqlite import create_sqlite
from tests.factory import document, extraction

AT = "2024-01-10T08:00:00Z"


def test_groups_of_what_came_and_went_are_those_of_comparing_all(tmp_path: Path) -> None:
    """With runs that become too common to count, and rare enough again."""
    chance = random.Random(3)
    lines = [" ".join(f"w{chance.randrange(10**6)}" for _ in range(60)) for _ in range(6)]
    texts = {f"{n}.txt": f"paper {n} " + " ".join(chance.sample(lines, chance.choice((1, 2)))) for n in range(copies.COMMON + 12)}
    docs = {path: document(text, path) for path, text in texts.items()}
    held: set[str] = set()
    with create_sqlite(tmp_path / "r.detente", ("ERI", "ETH")) as record:
        for _ in range(12):
            come = set(chance.sample(sorted(docs.keys() - held), min(9, len(docs) - len(held))))
            gone = set(chance.sample(sorted(held), min(len(held), chance.choice((0, 2, 5)))))
            held = (held | come) - gone
            sketches = {docs[path].sha256: sketch(texts[path]) for path in held}
            found = regroup(record, {docs[path].sha256 for path in gone}, {docs[path].sha256: sketch(texts[path]) for path in come})
            kept = {group for group in record.groups() if not set(group) & set(found.documents)}
            assert sorted(kept | set(found.groups)) == sorted(groups(sketches))
            for path in come:
                entry = FileEntry(path, docs[path].sha256, "c1", Outcome.USED, documents=(docs[path].sha256,))
                record.put_file(TakenFile(entry, (extraction(docs[path]),), (sketch(texts[path]),)), AT)
            for path in gone:
                record.put_file(TakenFile(FileEntry(path, None, "c1", Outcome.REFUSED, "gone", "-")), AT)
            bring_up_to_date(record, AT)
            assert sorted(record.groups()) == sorted(groups(sketches))
