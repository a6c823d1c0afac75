"""A mail is a document, and so is everything attached to it."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.model.document import PublishedBasis
from detente.model.errors import ReadError
from detente.read.mail import read_mail
from detente.read.sources import read


def test_subject_body_and_attachments_are_documents(inputs: Path) -> None:
    refused: list[ReadError] = []
    mail, notes, inner = read(inputs / "mail.eml", refused.append)
    assert [Path(d.path or "").name for d in (mail, notes, inner)] == ["mail.eml", "mail.eml!notes.txt", "mail.eml!part-2.eml"]
    assert mail.title == "Azerbaijan and Turkmenistan agree on the Dostlug field"
    assert mail.outlet == "Aynur Guliyeva"
    assert (str(mail.published), mail.published_basis) == ("2021-01-21", PublishedBasis.METADATA)
    assert notes.text.startswith("Field notes\n\nThe field was discovered in 1986.")
    assert (inner.title, str(inner.published)) == ("Visit to Baku", "2019-12-02")
    assert [(Path(e.path).name, e.reason) for e in refused] == [("mail.eml!map.png", "unsupported")]


def test_the_body_is_decoded_and_without_its_signature(inputs: Path) -> None:
    text = read_mail((inputs / "mail.eml").read_bytes(), "mail.eml").text
    assert "joint exploration of the Dostlug field in the Caspian Sea — called Kyapaz by one side" in text
    assert "Caspian desk" not in text


def test_a_mail_in_html_alone() -> None:
    message = EmailMessage()
    message["Subject"] = "Visit"
    message.set_content("<p>The minister flew to Riga.</p><ul><li>Talks on rail</li></ul><script>x()</script>", subtype="html")
    assert read_mail(message.as_bytes(), "x").text == "Visit\n\nThe minister flew to Riga.\n\nTalks on rail"


def test_broken_headers_do_not_lose_the_mail() -> None:
    raw = b"Subject: =?utf-8?q?caf=?=\r\nDate: the day after\r\nFrom: <<>\r\n"
    raw += b"Content-Type: text/plain; charset=nonsense\r\n\r\nThe minister flew to Riga.\r\n"
    content = read_mail(raw, "x")
    assert "The minister flew to Riga." in content.text
    assert content.published is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.binary(max_size=300))
def test_no_mail_breaks_the_reader(header: bytes, body: bytes) -> None:
    try:
        content = read_mail(b"Subject: " + header + b"\nDate: " + header + b"\n\n" + body, "x")
    except ReadError:
        return
    content.text.encode()
    assert all(block.span.end <= len(content.text) for block in content.blocks)
