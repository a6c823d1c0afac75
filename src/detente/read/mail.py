"""E-mail: subject and body as one document, attachments as documents of their own."""

from __future__ import annotations

import re
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage, Message, MIMEPart
from email.parser import BytesParser

from detente.model.document import Block, BlockKind
from detente.model.edtf import Edtf
from detente.model.errors import ReadError
from detente.model.span import Span
from detente.read.content import Content, Part, TextBuilder, plain_line
from detente.read.html import add_page, parse_page
from detente.read.sniff import MAIL

_SIGNATURE = re.compile(r"^-- ?\r?$", re.M)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ADDRESS = re.compile(r"\s*<[^<>]*>")


def read_mail(raw: bytes, path: str) -> Content:
    """The message with its subject as title, its sender as outlet and its Date header as publication date."""
    message = BytesParser(policy=policy.default).parsebytes(raw)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ReadError(path, "damaged", "This is not an e-mail: it has no headers.")
    subject = plain_line(_header(message, "subject"))
    text, blocks = _text_of(message, subject)
    sender = _ADDRESS.sub("", plain_line(_header(message, "from"))).strip('"') or None
    return Content(
        text=text,
        media_type=MAIL,
        blocks=blocks,
        title=subject or None,
        title_span=Span(0, len(subject)) if subject else None,
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


def _text_of(message: EmailMessage, subject: str) -> tuple[str, tuple[Block, ...]]:
    """The stored text: the subject, then the body. A plain body keeps its lines, and its layout is found by segmenting."""
    body = message.get_body(preferencelist=("plain", "html"))
    words = _text(body) if body is not None else ""
    if body is not None and body.get_content_subtype() == "html":
        builder = TextBuilder()
        builder.add(subject, BlockKind.TITLE)
        add_page(builder, parse_page(words))
        return builder.text, tuple(builder.blocks)
    signature = _SIGNATURE.search(words)
    lines = (words[: signature.start()] if signature else words).replace("\r\n", "\n").strip("\n")
    return "\n\n".join(part for part in (subject, lines) if part), ()


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
