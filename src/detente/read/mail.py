"""E-mail: subject and body as one document, attachments as documents of their own."""

from __future__ import annotations

import re
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser

from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.model.errors import ReadError
from detente.read.content import Content, Part, TextBuilder, plain_line
from detente.read.html import add_page, parse_page
from detente.read.sniff import MAIL

_QUOTED = re.compile(r"^(?:> ?)+", re.M)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.M)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ADDRESS = re.compile(r"\s*<[^<>]*>")


def read_mail(raw: bytes, path: str) -> Content:
    """The message with its subject as title, its sender as outlet and its Date header as publication date."""
    message = BytesParser(policy=policy.default).parsebytes(raw)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ReadError(path, "damaged", "This is not an e-mail: it has no headers.")
    builder = TextBuilder()
    subject = plain_line(_header(message, "subject"))
    span = builder.add(subject, BlockKind.TITLE) if subject else None
    _add_body(builder, message)
    sender = _ADDRESS.sub("", plain_line(_header(message, "from"))).strip('"') or None
    return Content(
        text=builder.text,
        media_type=MAIL,
        blocks=tuple(builder.blocks),
        title=subject or None,
        title_span=span,
        outlet=sender,
        published=_date(message),
        parts=tuple(_attachments(message)),
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; a header that breaks the rules of mail is no reason to lose the mail."""
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, TypeError, AttributeError, MessageError):
        return ""


def _date(message: EmailMessage) -> Edtf | None:
    """The day in the sender's own time zone, as the header writes it."""
    try:
        sent = getattr(message["date"], "datetime", None)
    except (ValueError, IndexError, TypeError, AttributeError, MessageError):
        return None
    return Edtf.parse(sent.date().isoformat()) if isinstance(sent, datetime) else None


def _add_body(builder: TextBuilder, message: EmailMessage) -> None:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    words = _text(body)
    if body.get_content_subtype() == "html":
        add_page(builder, parse_page(words))
        return
    signature = _SIGNATURE.search(words)
    for paragraph in _paragraphs(_QUOTED.sub("", words[: signature.start()] if signature else words)):
        builder.add(paragraph, BlockKind.PARAGRAPH)


def _paragraphs(words: str) -> list[str]:
    return re.split(r"\n[ \t]*\n", words.replace("\r\n", "\n"))


def _text(part: MIMEPart) -> str:
    try:
        return _UNSTORABLE.sub("\ufffd", str(part.get_content()))
    except (LookupError, ValueError, KeyError):
        payload = part.get_payload(decode=True)
        return payload.decode("utf-8", errors="replace") if isinstance(payload, bytes) else ""


def _attachments(message: EmailMessage) -> list[Part]:
    """Attached files, with pictures that belong to the body left out."""
    found: list[Part] = []
    for number, part in enumerate(message.iter_attachments(), 1):
        inline = part.get_content_disposition() != "attachment" and part.get_content_maintype() in ("image", "text")
        if inline and not part.get_filename():
            continue
        if inline and part.get_content_maintype() == "image":
            continue
        name = plain_line(part.get_filename() or f"part-{number}{'.eml' if part.get_content_type() == 'message/rfc822' else ''}")
        found.append(Part(name.replace("/", "_").replace("\\", "_"), _payload(part)))
    return found


def _payload(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        first = inner[0] if isinstance(inner, list) and inner else None
        return first.as_bytes() if isinstance(first, Message) else b""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
