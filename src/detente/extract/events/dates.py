"""An event's own date: the one that its clause states, not the nearest one.

A time is scoped by where it hangs in the sentence. From the word it hangs on, the way leads up through its phrase to a verb, and from there
along the verbs that share their time (see ``reach``). The cheapest way wins; a time behind "since" or in a clause of its own time is not
reached at all. Failing these comes what the text around gives (see ``carried``).
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.extract.events.carried import BORROWED, carried_date
from detente.extract.events.context import Context
from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import is_negated, until
from detente.extract.events.reach import FARTHEST, VERBS, clause_verb, only_planned, perfect, reach
from detente.extract.events.scene import Scene
from detente.extract.events.spells import whole_span
from detente.model.document import BlockKind
from detente.model.edtf import Edtf
from detente.model.mention import TimeMention, TimexType
from detente.model.statement import StatedDate
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

_TYPES = frozenset({TimexType.DATE, TimexType.TIME})
_LENGTHS = frozenset({"event", "tenure"})
"""Bases of lengths of time that say when something was: "two days after ...", "during the presidency of ..."."""
_STEPS = 8
_BLOCKED = frozenset({"since", "until", "till", "before", "after"})
"""A time after one of these bounds a stretch or an order; the event is not on that day."""
_LOOSE = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW})
"""Blocks whose only date is that of whatever they tell."""
_LIST_HEAD = 2
_CLOSING = 4
_ASIDE = 14
"""Words within which a closing or bracketed time must follow its event: beyond that another noun was meant as often as not."""
_OPENING = frozenset({"on", "in", "during", "at", "by"})
_DASHES = ("-", "--", "—")
_BEHIND = 3
"""What a noun behind "after" costs more than another: "*after the breakup of 1961* it recognized Syria in 1963"."""
_SPELT = 3
"""Words between a distance in time and the date that spells it out: a comma and a preposition."""
_LED = 2
"""Words before a time that say whose it is: "and on"."""
_YEAR = 4
"""Characters of a date that is a year alone."""


def find_date(trigger: Trigger, scene: Scene, context: Context) -> StatedDate | None:
    """When the trigger's event took or takes place, or None where the text gives no date."""
    return _from_clause(trigger, scene) or carried_date(trigger, scene, context)


def _from_clause(trigger: Trigger, scene: Scene) -> StatedDate | None:
    usable = [t for t in scene.times if t.edtf is not None and (t.type in _TYPES or t.basis in _LENGTHS)]
    near = reach(trigger)
    scored = []
    for time in usable:
        cost = _cost(trigger, scene, time, near, only=len(usable) == 1)
        if cost is not None and cost <= FARTHEST:
            scored.append((cost, abs(time.span.start - scene.span(trigger.head).start), time))
    if not scored:
        return None
    best = min(scored, key=lambda item: item[:2])[2]
    clauses = {t.i for token in scene.tokens(best.span) for t in token.subtree}
    reached = [time for _, _, time in scored]
    said = [t for t in usable if t in reached or any(token.i in clauses for token in scene.tokens(t.span))]
    return _stated(_refined(best, said), trigger, scene)


def _refined(best: TimeMention, others: list[TimeMention]) -> TimeMention:
    """The same time said more closely later in the sentence: "in *1861*, when it received him on *11 April 1861*"."""
    if best.edtf is None or len(best.edtf.text) != _YEAR:
        return best
    within = [t for t in others if t.edtf is not None and t.edtf.text.startswith(best.edtf.text + "-") and t.span.start > best.span.start]
    return min(within, key=lambda t: t.span.start) if within else best


def listed_dates(date: StatedDate | None, scene: Scene) -> list[StatedDate]:
    """The further dates of a list that begins with ``date``: "the accords of 1984, *1994* and *2017*" were signed one in each year."""
    if date is None or date.span is None or date.basis in BORROWED:
        return []
    first = next((t for t in scene.tokens(date.span) if t.head.i not in {u.i for u in scene.tokens(date.span)}), None)
    if first is None:
        return []
    listed = {t.i for t in _conjuncts(first)} - {first.i}
    out = []
    for time in scene.times:
        if time.edtf is None or time.edtf == date.edtf or time.type not in _TYPES:
            continue
        tokens = scene.tokens(time.span)
        if any(t.i in listed for t in tokens) or (tokens and _once_more(tokens, first)):
            out.append(StatedDate(time.edtf, time.basis, time.span, time.alternatives))
    return out


def _once_more(tokens: list[Token], first: Token) -> bool:
    """Whether a time is that of the same deed done again: "met in Bern in July *and again* in Rome *on 20 September*"."""
    between = tokens[0].doc[first.i + 1 : tokens[0].i]
    joint = next((n for n, t in enumerate(between[:-1]) if t.pos_ == "CCONJ" and between[n + 1].lower_ in grammar_words()["again"]), None)
    return joint is not None and len(between) <= _ASIDE and not any(t.pos_ in VERBS or t.text in ";:()" for t in between)


def _conjuncts(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ in ("conj", "appos") and child.pos_ in ("NUM", "PROPN", "NOUN"):
            yield from _conjuncts(child)


def _stated(time: TimeMention, trigger: Trigger, scene: Scene) -> StatedDate | None:
    if time.edtf is None:
        return None
    edtf = time.edtf
    if edtf.text.endswith("/..") and (trigger.frame.dated or _begun(trigger, scene.tokens(time.span))):
        edtf = Edtf.parse(edtf.text.removesuffix("/.."))
    return StatedDate(edtf, time.basis, whole_span(time, scene.times), time.alternatives)


def _cost(trigger: Trigger, scene: Scene, time: TimeMention, near: dict[int, int], only: bool) -> int | None:
    """How far the time is from the event, 0 nearest; None when it belongs to something else."""
    tokens = scene.tokens(time.span)
    if not tokens:
        return None
    if _list_head(scene, tokens):
        return _LIST_HEAD
    head = next((t for t in tokens if t.head not in tokens), tokens[0])
    if time.basis == "event" and tokens[-1].lower_ in ("after", "before"):
        return _counted_from(tokens[-1], trigger)
    if time.basis == "narrative" and tokens[-1].lower_ in ("after", "before") and not only:
        return None
    if _named_by_clause(head) or (time.type not in _TYPES and time.basis != "tenure") or _parted(trigger, tokens):
        return None
    if _bounded(tokens) and not (trigger.frame.dated or _begun(trigger, tokens) or _not_until(trigger) or _due_before(trigger, tokens)):
        return None
    beside = _at_its_side(trigger, tokens, near)
    if beside is not None:
        return beside
    if only and _closes_caption(scene, tokens):
        return FARTHEST
    if (
        _of_another(head, tokens, _own(trigger))
        or _takes_effect(scene, time, tokens)
        or (tokens[0].i < trigger.head.i and only_planned(trigger))
    ):
        return None
    return _way(trigger, scene, tokens, near, only)


def _way(trigger: Trigger, scene: Scene, tokens: list[Token], near: dict[int, int], only: bool) -> int | None:
    tokens = _said_before(scene, tokens) or tokens
    head = next((t for t in tokens if t.head not in tokens), tokens[0])
    phrase = {t.i for t in trigger.phrase}
    for at, steps in _upward(head, tokens):
        if at.i in phrase and not (steps and _followed(at, tokens, trigger)):
            return steps
        if at.i in near and not (steps and _followed(at, tokens, trigger)):
            return steps + near[at.i] + _fronted(at, tokens, trigger)
    if any(t.i in near for t in tokens):
        return min(near[t.i] for t in tokens if t.i in near)
    if _closes(trigger, tokens):
        return _CLOSING
    if _opens(trigger, tokens):
        return FARTHEST - 1
    return FARTHEST if only and scene.sentence.kind in _LOOSE else None


def _at_its_side(trigger: Trigger, tokens: list[Token], near: dict[int, int]) -> int | None:
    """What it costs where words beside the time say whose it is, whatever the parser hung it on; None where none do."""
    if any(stands(trigger, tokens) for stands in (_in_brackets, _beside, _leads_second_verb, _of_the_first, _begun)):
        return 0
    at_once = _at_once(tokens)
    return near[at_once.i] + 1 if at_once is not None and at_once.i in near else None


def _of_the_first(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether a time is that of the first of those that are held again and again: "a summit every year, *the first in March 2031*"."""
    before = tokens[0].nbor(-1) if tokens[0].i else tokens[0]
    first = before.head
    elliptic = before.dep_ == "prep" and first.lower_ in grammar_words()["foremost"] and first.dep_ not in ("amod", "advmod")
    return (
        elliptic
        and trigger.frame.part == "noun"
        and trigger.head.i < first.i
        and not any(t.pos_ in VERBS for t in first.doc[trigger.head.i : first.i])
    )


def recurs(trigger: Trigger, scene: Scene) -> bool:
    """Whether the deed is said to be done every so often: "will meet *every year*"."""
    verb = clause_verb(trigger)
    if verb is None:
        return False
    sets = [t for time in scene.times if time.type is TimexType.SET for t in scene.tokens(time.span)]
    return any(t.head == verb and t.dep_ in ("npadvmod", "advmod") for t in sets)


def _not_until(trigger: Trigger) -> bool:
    """Whether what did not happen until then is told: it happened then."""
    return trigger.frame.part == "verb" and until(trigger.head)


def _due_before(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether the time is by when something is to be done: "will meet *before Christmas*"."""
    verb = clause_verb(trigger)
    if verb is None or "before" not in (tokens[0].lower_, tokens[0].nbor(-1).lower_ if tokens[0].i else ""):
        return False
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    return any(c.lower_ in status_words()["future"] or (c.lower_ == "to" and verb.dep_ in ("acl", "relcl", "xcomp")) for c in helpers)


def _at_once(tokens: list[Token]) -> Token | None:
    """The verb whose deed is told to be done within hours of what the time dates: "sent help *hours after the quake of* 5 May"."""
    at, steps = next((t for t in tokens if t.head not in tokens), tokens[0]), 0
    while steps < _STEPS and at.dep_ != "ROOT" and at.pos_ not in VERBS:
        if at.dep_ == "prep" and at.lower_ in ("after", "of") and _within_hours(at):
            return next((a for a in at.ancestors if a.pos_ in VERBS), None)
        at, steps = at.head, steps + 1
    return None


def _within_hours(preposition: Token) -> bool:
    """Whether hours or minutes stand before a preposition: "*hours* after", "within *minutes* of"."""
    near = [*preposition.lefts, *([preposition.nbor(-1)] if preposition.i else [])]
    return any(t.lemma_.lower() in grammar_words()["at_once"] for t in near)


def _counted_from(preposition: Token, trigger: Trigger) -> int | None:
    """A time such as "two days after" is that of what follows: the noun after it, or the clause that it opens."""
    if preposition.dep_ == "mark":
        return 0 if preposition.head == clause_verb(trigger) else None
    phrase = {t.i for t in trigger.phrase}
    return 0 if any(c.i in phrase for c in preposition.children if c.dep_ in ("pobj", "pcomp")) else None


def _takes_effect(scene: Scene, time: TimeMention, tokens: list[Token]) -> bool:
    """Whether an entry of a chronology, dated itself, only says from when its event has effect: "*2 August*: ... *from the 28th*"."""
    first = scene.tokens(scene.times[0].span)
    single = time.edtf is not None and "/" not in time.edtf.text
    return single and first != tokens and bool(first) and _list_head(scene, first) and any(t.head.lower_ == "from" for t in tokens)


def _parted(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether a semicolon stands between the event and the time, or one of them stands between dashes: whatever the parser made of it, they
    are two statements."""
    doc = trigger.head.doc
    first, last = sorted((trigger.head.i, tokens[0].i))
    dashes = [t.i for t in doc if t.text in _DASHES and 0 < t.i < len(doc) - 1 and doc[t.i - 1].whitespace_ and t.whitespace_]
    aside = len(dashes) % 2 == 0 and sum(first < i < last for i in dashes) % 2 == 1
    return aside or any(t.text == ";" for t in doc[first:last])


def _named_by_clause(head: Token) -> bool:
    """Whether a time only points to a clause that tells it: "*the same day* that it recognized the republic"."""
    return head.lemma_.lower() in grammar_words()["days"] and any(c.dep_ == "relcl" for c in head.children)


def _in_brackets(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether the time stands in brackets behind the event's noun: "the visit of the king to Rabat (*3-5 May 1998*)"."""
    first = tokens[0].i
    between = tokens[0].doc[trigger.head.i + 1 : first]
    if trigger.frame.part != "noun" or not 0 < len(between) <= _ASIDE or between[-1].text not in ("(", "["):
        return False
    own = between[:-1]
    return not any(t.pos_ in VERBS or t.text in "()[],;:" for t in own) and all(t.is_ancestor(trigger.head) is False for t in own)


def _beside(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether the time stands right behind the event's noun: "from the pact *in 2013* to the alliance in 2023"."""
    between = trigger.head.doc[trigger.head.i + 1 : tokens[0].i]
    return trigger.frame.part == "noun" and len(between) == 1 and between[0].lower_ in ("in", "of")


def _said_before(scene: Scene, tokens: list[Token]) -> list[Token] | None:
    """The distance that a date only spells out, which the parser may hang elsewhere: "imposed *four years earlier*, in 2019"."""
    for time in scene.times:
        before = scene.tokens(time.span)
        if before and before[-1].lower_ in ("earlier", "later", "before", "ago") and 0 < tokens[0].i - before[-1].i <= _SPELT:
            between = tokens[0].doc[before[-1].i + 1 : tokens[0].i]
            return before if all(t.is_punct or t.pos_ == "ADP" for t in between) else None
    return None


def _closes(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether the time closes a noun's participle clause, though the parser hung it higher: "a thaw *proclaimed* by both on *17 May*"."""
    head = trigger.head
    if trigger.frame.part != "verb" or head.dep_ != "acl" or head.tag_ != "VBN":
        return False
    between = head.doc[head.i + 1 : tokens[0].i]
    return 0 < len(between) <= _ASIDE and between[-1].lower_ in ("on", "in") and not any(t.pos_ in VERBS or t.is_punct for t in between)


def _first_listed(head: Token) -> Token:
    """The first of the years that a year is listed with: "the accords of *1984*, 1994 and 1995"."""
    while head.dep_ in ("conj", "appos") and head.pos_ == head.head.pos_ == "NUM":
        head = head.head
    return head


def _opens(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether the time opens a sentence whose main verb tells the event, though the parser lost its way: "During it (3-5 May), ..."."""
    doc, verb = trigger.head.doc, clause_verb(trigger)
    if trigger.head.i < tokens[-1].i or doc[0].lower_ not in _OPENING or any(t.pos_ in VERBS for t in doc[: tokens[0].i]):
        return False
    if verb is None:
        return not any(t.dep_ == "ROOT" and t.pos_ in VERBS for t in doc)
    return verb.dep_ == "ROOT" and not perfect(verb)


def _own(trigger: Trigger) -> set[int]:
    """The words of the event: those of its trigger, and what "followed" when it is told by following ("*the treaty* of 6 May followed")."""
    words = {t.i for t in trigger.phrase}
    if trigger.frame.part == "verb" and trigger.head.lemma_.lower() in grammar_words()["following"]:
        words |= {c.i for c in trigger.head.children if c.dep_ == "nsubj"}
    return words


def _leads_second_verb(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether the time stands between "and" and the event's verb: "recognized it in May and *on 4 June* opened a mission"."""
    verb, first = clause_verb(trigger), tokens[0].i
    if verb is None or verb.dep_ != "conj" or first < _LED or verb.i <= tokens[-1].i:
        return False
    joint, preposition = verb.doc[first - _LED], verb.doc[first - 1]
    between = verb.doc[tokens[-1].i + 1 : verb.i]
    return joint.pos_ == "CCONJ" and preposition.lower_ in ("on", "in") and all(t.is_punct or t.pos_ in ("AUX", "ADV") for t in between)


def _closes_caption(scene: Scene, tokens: list[Token]) -> bool:
    """Whether a time ends a caption: it dates the picture, even as part of a name ("... at the Trade Show *2024*")."""
    return scene.sentence.kind is BlockKind.CAPTION and all(t.is_punct for t in scene.doc[tokens[-1].i + 1 :])


def _of_another(head: Token, tokens: list[Token], phrase: set[int]) -> bool:
    """Whether the date is part of what another noun is called: "the revision of *the treaty of 1923*", "the *1998* declaration"."""
    if tokens[0].i and tokens[0].nbor(-1).lower_ == "on":
        return False  # "*On 25 July 2013* President ...": misparsed as part of the title
    above = _first_listed(head).head
    if head.dep_ in ("npadvmod", "nummod") and head.nbor(-1).lower_ == "of" if head.i > 0 else False:
        above = head.nbor(-1).head  # "the list *of 2017*, long and feeble", misparsed
    elif above.lower_ == "of" and above.dep_ == "prep":
        above = above.head
    elif head.dep_ not in ("compound", "nummod", "amod", "nmod", "poss"):
        return False
    return above not in tokens and above.pos_ in ("NOUN", "PROPN") and above.i not in phrase


def _followed(verb: Token, tokens: list[Token], trigger: Trigger) -> bool:
    """Whether the time is that of a verb's subject, and the event what came of it: "*the talks in May* led to a treaty"."""
    subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if verb.lemma_.lower() not in grammar_words()["following"] or subject is None or tokens[0] not in subject.subtree:
        return False
    if trigger.frame.part == "verb":
        return trigger.head == verb and subject.dep_ == "nsubjpass"
    return trigger.head not in subject.subtree


def _fronted(at: Token, tokens: list[Token], trigger: Trigger) -> int:
    """A time between its verb and a later one joined to it belongs to the first rather than to both."""
    return 1 if at.i < tokens[0].i < trigger.head.i else 0


def _upward(head: Token, tokens: list[Token]) -> Iterator[tuple[Token, int]]:
    """What a time hangs on, step by step up to and including the first verb; prepositions cost nothing, nouns between cost one."""
    at, cost, steps = head.head, 0, 0
    while steps < _STEPS:
        if at not in tokens:
            yield at, cost
        if (
            at.dep_ == "prep"
            and at not in tokens
            and (at.lower_ == "since" or (at.lower_ in ("until", "till") and not is_negated(at.head)))
            and not _in_force(at)
        ):
            return  # "unseen since the visit *of 2011*"
        if (at.pos_ in VERBS and not _dates(at)) or at.dep_ == "ROOT":
            return
        if at.pos_ in ("NOUN", "PROPN") and at not in tokens:
            cost += 1 if at.head.lower_ not in _BLOCKED else _BEHIND
        at, steps = at.head, steps + 1


def _in_force(since: Token) -> bool:
    """Whether a measure is said to stand since then: "in force *since* 1962" dates its beginning."""
    return since.i > 0 and since.nbor(-1).lower_ in grammar_words()["standing_measure"]


def _dates(verb: Token) -> bool:
    """Whether a participle only dates its noun: "a letter *dated* 7 May"."""
    return verb.lemma_.lower() == "date" and verb.dep_ == "acl"


def _bounded(tokens: list[Token]) -> bool:
    first = tokens[0]
    return (
        first.lower_ in _BLOCKED or (first.i > 0 and first.nbor(-1).lower_ in _BLOCKED) or first.head.lower_ in ("since", "until", "till")
    )


def _begun(trigger: Trigger, tokens: list[Token]) -> bool:
    """Whether what has lasted since a time began with the event: "had been *closed since 1998*", "since 1998, *when* it expelled them"."""
    verb = clause_verb(trigger)
    if verb is None or trigger.frame.part != "verb" or not _since(tokens):
        return False
    if any(c.lower_ == "when" for c in verb.children) and tokens[-1].i < verb.left_edge.i <= tokens[-1].i + _SPELT:
        return True
    lasting = verb.tag_ == "VBN" and perfect(verb) and any(c.dep_ == "auxpass" for c in verb.children)
    return lasting and any(c.dep_ == "prep" and c.lower_ == "since" and tokens[0] in c.subtree for c in verb.children)


def _since(tokens: list[Token]) -> bool:
    return tokens[0].i > 0 and "since" in (tokens[0].lower_, tokens[0].nbor(-1).lower_)


def _list_head(scene: Scene, tokens: list[Token]) -> bool:
    """Whether the time opens an entry of a chronology: "July 2000: ...", "2 May 1997 - ..."."""
    if tokens[0].i > 1:
        return False
    after = scene.doc[tokens[-1].i + 1 : tokens[-1].i + 2]
    entry = scene.sentence.kind is BlockKind.LIST_ITEM
    return bool(after) and after[0].text in (":", "-", "--", "—", "|", ".", "," if entry else ":")
