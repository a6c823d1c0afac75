"""Where sentences end inside one stretch of prose.

Most full stops decide themselves: what stands before and after them is enough. nupunkt's trained model is asked only about the
rest (an unknown short capitalised word before, a name after), so that a long text costs little and the rules stay in data.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from detente.model.span import Span
from detente.rules.layout import LayoutRules

_STOP = re.compile(
    r"(?<![.!?…])(?<!\.[ \u00a0])(?>\.(?:[ \u00a0]\.){1,4}|[.!?…]+)(?:/\.)?[\"”’»)\]']*+(?:\[\d{1,3}\]|\(\d{1,2}\)(?=\s)|[¹²³⁰-⁹]+)*+"
    r"(?:(?=\s|\Z)|(?=[A-ZÀ-Ž“\"(][a-zà-ž]))"
)
"""A stop with what closes after it. Possessive, so that a page of dots costs no more than a page of words."""
_CLOSING_QUOTES = '"”»’'
_SPEAKER = re.compile(r"(?:[A-ZÀ-Ž][\w.’'-]*\s+){1,4}([a-z]+)\b")
_DASHES = "—–-"
_OPENERS = "“‘\"'(«[‹„"
_WORD = re.compile(r"[^\W_](?:[\w’'-]|\.(?=\w))*")
_ACRONYM = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\Z")
_MONTH_NEXT = re.compile(r"\d{1,2}\. ?\d{2,4}")
_DAY_AND_MONTH = re.compile(r"\b\d{1,2}\. ?\d{1,2}\Z")
_VOWEL = re.compile(r"[aeiouyàáâãäåèéêëìíîïòóôõöùúûüăđơưạ-ỹ]", re.I)
_SHORT = 4
"""A word of at most this many letters and no vowel among them may be an abbreviation nobody listed."""
_LOOK_BACK = 40
_OMISSION = 3
"""Three spaced points stand for words left out; a fourth is the full stop."""
_JOINTS = re.compile(r"[/—–]")
_NUMERAL = re.compile(r"\(?(?:[A-Z]?\d{1,3}|[IVXivx]{1,5}|[^\W\d_])\)?\Z")
_LIST_MARK = re.compile(r"([;:](?: and| or)?)\s+(\(?(?:\d{1,2}|[A-Z]|[ivx]{1,4})\)?)\Z")
_SERIAL = re.compile(r"\d{1,6}\Z")


def sentences(text: str, span: Span, rules: LayoutRules) -> list[Span]:
    """The sentences of ``text`` within ``span``, in order, trimmed of blanks, covering every other character."""
    found: list[Span] = []
    start = _skip_blanks(text, span.start, span.end)
    model: list[int] | None = None
    for stop in _STOP.finditer(text, span.start, span.end):
        after = _skip_blanks(text, stop.end(), span.end)
        if after >= span.end or stop.end() <= start:
            continue
        mark = _LIST_MARK.search(text, max(start, stop.start() - _LOOK_BACK), stop.start())
        if mark is not None and text[after].isupper():
            found.append(Span(start, mark.end(1)))
            start = mark.start(2)
            continue
        verdict = _ends(text, start, stop, after, start == span.start, rules)
        if verdict is None:
            model = _model_ends(text, span) if model is None else model
            verdict = bisect_right(model, after) > bisect_right(model, stop.start())
        if verdict:
            found.append(Span(start, stop.end()))
            start = after
    end = span.end
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        found.append(Span(start, end))
    return found


def _ends(text: str, start: int, stop: re.Match[str], after: int, fresh: bool, rules: LayoutRules) -> bool | None:
    """Whether the sentence that began at ``start`` ends at ``stop``; None when that takes a model. ``fresh``: it opens its block."""
    follow = after
    while follow < len(text) and text[follow] in _OPENERS:
        follow += 1
    quoted = follow > after
    match = _WORD.match(text, follow)
    word = match[0] if match else ""
    behind = text[max(start, stop.start() - _LOOK_BACK) : stop.start()]
    before = behind.rsplit(None, 1)
    token = before[-1].lstrip(_OPENERS + _DASHES) if before else ""
    token = _JOINTS.split(token)[-1]
    if after == stop.end():
        return _glued(token, word, rules)
    if not word:
        return text[follow : follow + 1] not in "-–—,;:.…)" and not stop[0].startswith(". .")
    if word[0].islower() and not word.startswith(("al-", "el-")):
        return False
    if stop[0][0] in "!?":
        speaker = _SPEAKER.match(text, follow) if stop[0][-1] in _CLOSING_QUOTES and not quoted else None
        return speaker is None or speaker[1] not in rules.sayings
    if stop[0].startswith(". ."):
        return stop[0].count(".") > _OMISSION
    if stop[0].startswith(("..", "…")):
        return word in rules.starters or bool(token)
    initial = len(word) == 1 and text[follow + 1 : follow + 2] == "."
    adverb = word.endswith("ly") and text[follow + len(word) : follow + len(word) + 1] == ","
    opens = (word in rules.starters and not initial) or (quoted and word[0].isupper()) or adverb
    if not text[start : stop.start() - len(token)].strip(_OPENERS + _DASHES + " ") and (
        _NUMERAL.match(token) or (fresh and _SERIAL.match(token))
    ):
        return False
    if token.isdigit() and len(token) <= 2 and _in_date(behind, word, text[follow : follow + 8], rules):
        return False
    return _after_token(token, word, opens, rules)


def _in_date(behind: str, word: str, ahead: str, rules: LayoutRules) -> bool:
    """Whether a stop after one or two digits stands inside a date: "4. 4. 2025", "9. September"."""
    year = _DAY_AND_MONTH.search(behind) is not None and len(word) == 4 and word.isdigit()
    return year or _MONTH_NEXT.match(ahead) is not None or rules.month.fullmatch(word) is not None


def _after_token(token: str, word: str, opens: bool, rules: LayoutRules) -> bool | None:
    """The verdict on a plain full stop from the word before it and the word after it."""
    digit = word[0].isdigit()
    if token in rules.titles:
        return False
    if token in rules.months:
        return not digit
    if token in rules.before_number:
        return (opens or token in ("No", "no")) and not digit
    if token in rules.either or _ACRONYM.match(token) or (len(token) == 1 and token.isupper()):
        return opens
    if opens or len(token) > _SHORT or token.isupper() or not token.isalpha() or _VOWEL.search(token):
        return True
    return None


def _glued(token: str, word: str, rules: LayoutRules) -> bool:
    """Whether a stop with no blank after it ends a sentence ("in 2018.The ministers met") or belongs to a name ("ASP.Net")."""
    if token in rules.titles or token in rules.months or token in rules.before_number or token in rules.either:
        return False
    tail = token[-2:].strip(')”’"')
    plain = "." not in token and "/" not in token and "@" not in token and len(token) > 2
    return plain and len(word) > 1 and bool(tail) and not tail.isupper() and (tail[-1].islower() or (tail.isdigit() and len(token) >= 4))


def _model_ends(text: str, span: Span) -> list[int]:
    """Where nupunkt ends sentences in ``span``. Imported late: it loads its model."""
    from nupunkt import sent_spans

    return [span.start + len(span.of(text)[:end].rstrip()) for _, end in sent_spans(span.of(text))]


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
