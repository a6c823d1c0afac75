from __future__ import annotations

from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

from detente.pipeline.taking import Job, bytes_sum, take
from detente.store.base import Outcome


def mail(path: Path) -> Path:
    message = EmailMessage()
    message["Subject"] = "The embassy"
    message["Date"] = "Mon, 16 Jul 2018 10:00:00 +0000"
    message["From"] = "desk@example.org"
    message.set_content("Eritrea opened its embassy in Addis Ababa on 16 July 2018.")
    message.add_attachment(b"%PDF-1.7 broken", maintype="application", subtype="pdf", filename="broken.pdf")
    message.add_attachment("Ethiopia and Eritrea signed a declaration on 9 July 2018.", filename="note.txt")
    path.write_bytes(message.as_bytes())
    return path


def test_a_mail_gives_its_documents_and_names_the_part_that_was_refused(tmp_path: Path) -> None:
    path = mail(tmp_path / "m.eml")
    taken = take(Job(str(path), bytes_sum(str(path)), "c1"))
    assert taken.entry.outcome is Outcome.USED
    assert len(taken.entry.documents) == len(taken.extractions) == len(taken.sketches) == 2
    (part,) = taken.parts
    assert part.outcome is Outcome.REFUSED
    assert part.part_of == str(path)
    assert part.path.endswith("broken.pdf")
    assert part.advice


def test_a_document_is_kept_with_the_layout_that_was_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A heading\n\nEritrea opened its embassy.\n")
    (extraction,) = take(Job(str(tmp_path / "a.txt"), None, "c1")).extractions
    assert extraction.document.blocks == extraction.layout.blocks != ()


def test_what_was_refused_when_folders_were_listed_stays_refused() -> None:
    entry = take(Job("loop", None, "c1", "link_loop", "The link leads back.")).entry
    assert (entry.outcome, entry.reason) == (Outcome.REFUSED, "link_loop")


def test_the_sum_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    assert bytes_sum(str(tmp_path / "a")) == sha256(b"x" * 3_000_000).hexdigest()
    assert bytes_sum(str(tmp_path)) is None
    assert bytes_sum(str(tmp_path / "none")) is None
    assert bytes_sum("a\x00b") is None
