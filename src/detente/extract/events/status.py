"""Whether an event happened, is planned, goes on, was denied or is only thought of - by the text's own standpoint."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import governor, is_negated, until
from detente.model.edtf import Edtf
from detente.model.statement import StatedDate, Status
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

_NEAR = 4
"""Words between a verb of leaving undone and its deed."""
_STEPS = 5
"""Governing verbs looked at: "said it planned to agree to sign" is as deep as news goes."""


def find_status(trigger: Trigger, date: StatedDate | None, published: Edtf | None) -> Status:
    """The status of a trigger's event. A frame that fixes it wins; then denial, supposition, plan, going on."""
    if trigger.frame.status is not None:
        return trigger.frame.status
    if trigger.frame.negated:
        return Status.HAPPENED  # "will not accept": the refusal is what happened
    verb = _verb(trigger)
    for rule in (_denied, _supposed, _planned):
        found = rule(trigger, verb)
        if found is not None:
            return found
    if _after(date, published):
        return Status.PLANNED
    if date is not None and date.edtf.text.endswith("/.."):
        return Status.ONGOING
    return Status.ONGOING if verb is not None and _progressive(verb) else Status.HAPPENED


def _verb(trigger: Trigger) -> Token | None:
    """The verb whose time the event shares."""
    if trigger.frame.part == "verb":
        return trigger.head
    verb, direct = governor(trigger.head)
    if verb is None or verb.pos_ not in ("VERB", "AUX") or not direct:
        return None
    undone = _among(verb, "cancelling") and not any(c.dep_ == "dobj" for c in verb.children)  # "the pact prevented war": its deed
    undone = undone or (_modified(trigger.head, "planned_adjectives") and _among(verb, "stopping"))
    if trigger.head.dep_ in ("nsubj", "nsubjpass") and not (undone or verb.lemma_.lower() in status_words()["occurring"]):
        return None
    return verb


def _after(date: StatedDate | None, published: Edtf | None) -> bool:
    if date is None or published is None or date.edtf.earliest is None or published.latest is None:
        return False
    return date.edtf.earliest > published.latest


def _among(verb: Token, kind: str) -> bool:
    """Whether a verb, its particle included, is in a list ("call" is not "call off")."""
    wanted = status_words()[kind]
    lemma = verb.lemma_.lower()
    particles = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "prep")]
    return lemma in wanted or any(f"{lemma} {particle}" in wanted for particle in particles)


def _denied(trigger: Trigger, verb: Token | None) -> Status | None:
    head = trigger.head
    if verb is not None and until(verb):
        return None
    if trigger.frame.part == "noun" and verb is not None and _cancelled(head, verb):
        return Status.HYPOTHETICAL if is_negated(verb) else Status.DENIED  # "did not rule out talks" leaves them open
    if verb is not None and (is_negated(verb) or _of_none(verb)):
        return Status.DENIED
    if trigger.frame.part == "noun" and (is_negated(head) or (head.dep_ == "pobj" and head.head.lower_ == "without")):
        return Status.DENIED
    if trigger.frame.part == "verb" and any(
        is_negated(t)
        for s in ("object", "subject")
        for t in trigger.slots.get(s, ())
        if any(c.dep_ in ("det", "preconj") for c in t.children)
    ):
        return Status.DENIED
    left_out = Status.DENIED if verb is not None and _left_out(verb) else None
    return left_out or _spared(verb) or _denied_above(head if verb is None else verb)


def _left_out(verb: Token) -> bool:
    """Whether a verb's deed was nearly done, or is what something was done without: "*nearly* signed", "*without* signing"."""
    words = status_words()
    if any(c.dep_ == "advmod" and c.lower_ in words["almost"] for c in verb.children):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "be"):  # "has *yet* to sign"
        return any(t.lower_ in words["unreached"] for t in verb.doc[verb.head.i : verb.i])
    before = (verb.head, *verb.head.lefts)  # the parser hangs "instead" on its "of"
    return verb.dep_ == "pcomp" and any(t.lower_ in words["lacking"] for t in before)


def _denied_above(start: Token) -> Status | None:
    """The denial that stands in what governs an event: "*failed* to sign", "*no plan* to attack", "did not *say* that"."""
    words = status_words()
    for below, above in _chain(start):
        if below.dep_ == "acl" and below.tag_ == "VB" and is_negated(above):
            return Status.DENIED
        if below != start and below.dep_ == "dobj" and _given_up(below, above):
            return Status.DENIED
        if below.dep_ == "prep" and below.lower_ == "from" and _among(above, "refusing") and any(c.dep_ == "pcomp" for c in below.children):
            return None if is_negated(above) else Status.DENIED
        if above.lemma_.lower() in words["undone"] and below.dep_ in ("acl", "xcomp", "pcomp", "prep"):
            return Status.DENIED
        if _among(above, "refusing") and below.dep_ in ("xcomp", "ccomp", "pcomp"):
            return None if is_negated(above) else Status.DENIED
        if is_negated(above) and below.dep_ in ("xcomp", "ccomp") and above.lemma_.lower() in words["planning"] | words["reporting"]:
            return Status.DENIED
    return None


def _given_up(meant: Token, verb: Token) -> bool:
    """Whether what was meant to be done was given up: "abandoned *plans* to attack"."""
    return meant.lemma_.lower() in status_words()["meant"] and _among(verb, "cancelling") and not is_negated(verb)


def _spared(verb: Token | None) -> Status | None:
    """The status of what someone came near to or decided against: "stopped short of *attacking*", "did not rule out *attacking*"."""
    if verb is None or verb.tag_ != "VBG" or verb.dep_ not in ("pcomp", "advcl", "xcomp"):
        return None
    above = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if above is None or not above.i < verb.i <= above.i + _NEAR or not _among(above, "sparing"):
        return None
    return Status.HYPOTHETICAL if is_negated(above) else Status.DENIED


def _of_none(verb: Token) -> bool:
    """Whether a verb's subject is nobody or nothing: "*none* of the envoys was recalled", "*nothing* has been signed"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in status_words()["nobody"] for c in verb.children)


def _cancelled(noun: Token, verb: Token) -> bool:
    """Whether a verb of cancelling undid a noun's event; an attack or talks that failed took place, unless they failed to happen."""
    if _modified(noun, "planned_adjectives") and _among(verb, "stopping"):
        return True
    if not _among(verb, "cancelling"):
        return False
    if noun.dep_ != "nsubj":
        return True
    return any(c.dep_ == "xcomp" and c.lemma_.lower() in status_words()["coming_about"] for c in verb.children)


def _chain(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each step from a token up to what governs it as complement or circumstance: (below, above)."""
    below, steps = token, 0
    while (
        steps < _STEPS
        and not _parted(below)
        and not _of_another_clause(below)
        and below.dep_ in ("xcomp", "ccomp", "acl", "pcomp", "pobj", "prep", "dobj", "conj", "oprd", "advcl")
    ):
        yield below, below.head
        below, steps = below.head, steps + 1


def _of_another_clause(verb: Token) -> bool:
    """Whether a finite verb was joined to an infinitive: "refused to leave and *began* to loot" refuses the one and tells the other."""
    return verb.dep_ == "conj" and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.head.tag_ == "VB"


def _parted(clause: Token) -> bool:
    """Whether a semicolon parts a clause from the verb that the parser hung it on: it stands for itself."""
    return clause.dep_ == "ccomp" and clause.i < clause.head.i and any(t.text == ";" for t in clause.doc[clause.i : clause.head.i])


def _supposed(trigger: Trigger, verb: Token | None) -> Status | None:
    words = status_words()
    if trigger.frame.part == "noun" and (_modified(trigger.head, "hypothetical_adjectives") or _pending(trigger.head)):
        return Status.HYPOTHETICAL
    start = trigger.head if verb is None else verb
    if verb is not None and (_conditional(verb) or _auxiliary(verb, "possible", but="would")):
        return Status.HYPOTHETICAL
    for below, above in _chain(start):
        if above.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
            continue
        lemma = above.lemma_.lower()
        if lemma in words["wishes"] and below.dep_ in ("acl", "pcomp", "prep", "xcomp"):
            return Status.HYPOTHETICAL
        if below.dep_ == "advcl" and below.tag_ == "VB" and any(c.lower_ == "to" for c in below.children) and not _is_a_first(above):
            return Status.HYPOTHETICAL  # a purpose is not the deed
        if _is_only_talked_of(trigger, below, above, start):
            return Status.HYPOTHETICAL
        if below.dep_ in ("xcomp", "ccomp", "csubj") and _is_thought(above):
            return Status.HYPOTHETICAL
        if below.dep_ in ("advcl", "conj", "xcomp") and _conditional(above):
            return Status.HYPOTHETICAL
    return None


def _is_thought(above: Token) -> bool:
    """Whether what governs a clause says that it may be: "*unlikely* to sign", "it *is unlikely* that it will sign"."""
    wanted = status_words()["hypothetical_adjectives"]
    of_being = above.lemma_.lower() in ("be", "seem", "appear", "look")
    return above.lemma_.lower() in wanted or (of_being and any(c.dep_ == "acomp" and c.lemma_.lower() in wanted for c in above.children))


def _pending(noun: Token) -> bool:
    """Whether a noun's event is said to wait for something: "a visit *will have to wait*"."""
    if noun.dep_ != "nsubj":
        return False
    return any(v.lemma_.lower() in status_words()["pending"] for v in (noun.head, *(c for c in noun.head.children if c.dep_ == "xcomp")))


def _is_only_talked_of(trigger: Trigger, below: Token, above: Token, start: Token) -> bool:
    """Whether a verb of asking has the event for its thing or complement, or one of saying for its infinitive ("argued *to go*")."""
    words, lemma = status_words(), above.lemma_.lower()
    if lemma in words["asking"] and below.dep_ == "dobj":
        return trigger.frame.part == "noun" and _is_demanded(below, start)
    if lemma in words["asking"] and below.dep_ in ("xcomp", "ccomp", "acl", "pcomp"):
        return True
    return lemma in words["reporting"] and below.dep_ == "xcomp" and below.tag_ == "VB"


def _is_demanded(thing: Token, noun: Token) -> bool:
    """Whether an event is the thing asked for, or in a list with it: "demanded the release of the crew and a *formal apology*"."""
    return noun == thing or any(a == thing for a in noun.ancestors if noun.dep_ == "conj")


def _is_a_first(verb: Token) -> bool:
    """Whether someone is said to be the first to do what follows: that tells a deed and no purpose ("became *the first* leader to go")."""
    firsts = grammar_words()["firsts"]
    return any(c.dep_ == "attr" and any(g.lower_ in firsts for g in c.subtree) for c in verb.children)


def _conditional(verb: Token) -> bool:
    """Whether the verb stands in an if-clause, or in one that begins with an inverted "should" or "were"."""
    words = status_words()["conditional"]
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether", "lest", "provided") for c in verb.children):
        return True
    first = next(iter(verb.subtree), verb)
    return (
        first.i == verb.sent.start
        and first.lower_ in words
        and first.dep_ in ("aux", "advcl", "ROOT", "auxpass", "ccomp")
        and first.lower_ != "if"
    )


def _auxiliary(verb: Token, kind: str, but: str = "") -> bool:
    wanted = status_words()[kind]
    return any(c.dep_ == "aux" and c.lower_ in wanted and c.lower_ != but for c in _auxiliaries(verb))


def _auxiliaries(verb: Token) -> list[Token]:
    """The verb's auxiliaries; a verb joined by "and" without its own shares those of the first."""
    own = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not own and verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ in ("VB", "VBN"):
        return _auxiliaries(verb.head)
    return own


def _planned(trigger: Trigger, verb: Token | None) -> Status | None:
    words = status_words()
    if trigger.frame.part == "noun" and _modified(trigger.head, "planned_adjectives"):
        return Status.PLANNED
    start = trigger.head if verb is None else verb
    if verb is not None:
        arranged = trigger.head.dep_ == "nsubjpass" and trigger.frame.part == "noun" and verb.lower_ in words["planned_adjectives"]
        if arranged or _auxiliary(verb, "future"):
            return Status.PLANNED
        if any(c.lower_ == "would" for c in _auxiliaries(verb)):
            return Status.PLANNED if _reported(verb) else Status.HYPOTHETICAL
    for below, above in _chain(start):
        infinitive = any(c.lower_ == "to" and c.dep_ == "aux" for c in below.children)
        lemma = above.lemma_.lower()
        if (
            infinitive
            and below.dep_ in ("xcomp", "acl")
            and (lemma in words["planning"] or lemma in words["due_adjectives"] or (lemma == "be" and not _is_a_first(above)))
        ):
            return Status.PLANNED
        if below.dep_ in ("xcomp", "conj", "dobj") and above.pos_ == "VERB" and _auxiliary(above, "future"):
            return Status.PLANNED
    return None


def _reported(verb: Token) -> bool:
    return (
        any(above.lemma_.lower() in status_words()["reporting"] | status_words()["planning"] for _, above in _chain(verb))
        or verb.dep_ == "ROOT"
    )


def _modified(noun: Token, kind: str) -> bool:
    wanted = status_words()[kind]
    return any(c.dep_ in ("amod", "compound") and (c.lemma_.lower() in wanted or c.lower_ in wanted) for c in noun.children)


def _progressive(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in ("is", "are", "am") for c in verb.children)
