"""Bytes into text, in whatever encoding they are."""

from __future__ import annotations

import codecs

from detente.model.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BROKEN_SHARE = 0.01
"""UTF-8 with at most this share of bytes broken is UTF-8 with faults (a cut download, a bad join), not another encoding."""
_WESTERN_SHARE = 0.1
"""Below this share of bytes outside ASCII a text is English or West European, where Windows-1252 is right far more often than a guess."""
_CONTROL_SHARE = 0.02
"""More control characters than this and it is no text."""
_SAMPLE = 65536
_PRINTING = frozenset(b"\t\n\r\f\x0b\x1a\x1b") | frozenset(range(32, 256))


def decode(raw: bytes, path: str) -> str:
    """``raw`` as text: byte order mark dropped, line ends kept. Raises ReadError when it is not text."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, errors="replace")
    sample = raw[:_SAMPLE]
    wide = _wide(sample)
    if wide is not None:
        return raw.decode(wide, errors="replace")
    controls = sum(byte not in _PRINTING for byte in sample)
    if b"\x00" in raw or controls > _CONTROL_SHARE * len(sample):
        raise ReadError(path, "binary", "This is not a text, and no document format that detente knows.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(raw, path)


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in nearly every other byte."""
    pairs = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if pairs >= 2 and odd > 0.7 * pairs and even < 0.1 * pairs:
        return "utf-16-le"
    return "utf-16-be" if pairs >= 2 and even > 0.7 * pairs and odd < 0.1 * pairs else None


def _eight_bit(raw: bytes, path: str) -> str:
    mended = raw.decode("utf-8", errors="replace")
    faults = mended.count("\ufffd")
    beyond = sum(character > "\x7f" for character in mended) - faults
    if faults <= _BROKEN_SHARE * len(raw) and beyond >= faults:
        return mended
    high = sum(byte > 0x7F for byte in raw[:_SAMPLE])
    if high <= _WESTERN_SHARE * len(raw[:_SAMPLE]):
        return raw.decode("cp1252", errors="replace")
    return _guess(raw, path)


def _guess(raw: bytes, path: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        raise ReadError(path, "binary", "No text encoding fits these bytes. Save the file as UTF-8 text.")
    return raw.decode(best.encoding, errors="replace")
