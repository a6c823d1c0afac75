"""Whether an event happened, is planned, goes on, was denied or is only thought of - by the text's own standpoint."""

from __future__ import annotations

from spacy.tokens import Token

from detente.extract.events.frames import Trigger
from detente.extract.events.grammar import governor, is_negated, until, words
from detente.extract.events.talked import talked_of
from detente.extract.events.upward import among, auxiliaries, chain, has_auxiliary, is_infinitive, is_told, modified
from detente.model.edtf import Edtf
from detente.model.statement import StatedDate, Status
from detente.rules.codebook import codebook
from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

_NEAR = 4
"""Words between a verb of leaving undone and its deed."""
_MARKS = frozenset({"if", "unless", "whether", "lest", "provided"})
_ASKED = frozenset({"how", "whether", "when", "where", "why"})
_WHICH = frozenset({"WDT", "WP", "WP$", "WRB"})
_FAMILY_OF_MEETING = "exchanges"


def find_status(trigger: Trigger, date: StatedDate | None, published: Edtf | None) -> Status:
    """The status of a trigger's event. A frame that fixes it wins; then denial, supposition, plan, going on."""
    if trigger.frame.status is not None:
        return trigger.frame.status
    if trigger.frame.negated:
        return Status.HAPPENED  # "will not accept": the refusal is what happened
    if trigger.frame.dated and not is_negated(trigger.head) and not _after(date, published):
        return Status.HAPPENED  # "has not lifted *the ban of 2013*": what is called by its date has come about
    verb = _verb(trigger)
    if trigger.frame.part == "noun" and trigger.head.dep_ == "dobj" and among(trigger.head.head, "ending"):
        return Status.HAPPENED  # who tries to end a war has one
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
    undone = among(verb, "cancelling") and not any(c.dep_ == "dobj" for c in verb.children)  # "the pact prevented war": its deed
    undone = undone or (modified(trigger.head, "planned_adjectives") and among(verb, "stopping"))
    if trigger.head.dep_ in ("nsubj", "nsubjpass") and not (undone or verb.lemma_.lower() in status_words()["occurring"]):
        return None
    return verb


def _after(date: StatedDate | None, published: Edtf | None) -> bool:
    if date is None or published is None or date.edtf.earliest is None or published.latest is None:
        return False
    return date.edtf.earliest > published.latest


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
    left_out = Status.DENIED if verb is not None and (_left_out(verb) or _forestalled(verb)) else None
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


def _forestalled(verb: Token) -> bool:
    """Whether something came *before* a deed *could* be done."""
    before = any(c.lower_ == "before" and c.dep_ in ("mark", "advmod") for c in verb.children)
    return before and any(c.lower_ in ("could", "can") for c in auxiliaries(verb))


def _denied_above(start: Token) -> Status | None:
    """The denial that stands in what governs an event: "*failed* to sign", "*no plan* to attack", "did not *say* that"."""
    words = status_words()
    for below, above in chain(start):
        if below.dep_ in ("acl", "relcl") and below.tag_ == "VB" and (is_negated(above) or _came_to_nothing(above)):
            return Status.DENIED
        if below != start and below.dep_ == "dobj" and _given_up(below, above):
            return Status.DENIED
        if below.dep_ == "prep" and below.lower_ == "from" and among(above, "refusing") and any(c.dep_ == "pcomp" for c in below.children):
            return None if is_negated(above) else Status.DENIED
        if above.lemma_.lower() in words["undone"] and below.dep_ in ("acl", "xcomp", "pcomp", "prep"):
            return Status.DENIED
        if among(above, "refusing") and below.dep_ in ("xcomp", "ccomp", "pcomp"):
            return None if is_negated(above) else Status.DENIED
        if is_negated(above) and below.dep_ in ("xcomp", "ccomp") and above.lemma_.lower() in words["planning"] | words["reporting"]:
            return Status.DENIED
    return None


def _came_to_nothing(meant: Token) -> bool:
    """Whether what was tried or meant is told to have failed: "their *efforts* to sign it *failed*"."""
    return meant.dep_ == "nsubj" and among(meant, "wishes") and among(meant.head, "failing")


def _given_up(meant: Token, verb: Token) -> bool:
    """Whether what was meant to be done was given up: "abandoned *plans* to attack"."""
    return meant.lemma_.lower() in status_words()["meant"] and among(verb, "cancelling") and not is_negated(verb)


def _spared(verb: Token | None) -> Status | None:
    """The status of what someone came near to or decided against: "stopped short of *attacking*", "did not rule out *attacking*"."""
    if verb is None or verb.tag_ != "VBG" or verb.dep_ not in ("pcomp", "advcl", "xcomp"):
        return None
    above = next((a for a in verb.ancestors if a.pos_ in ("VERB", "AUX")), None)
    if above is None or not above.i < verb.i <= above.i + _NEAR or not among(above, "sparing"):
        return None
    return Status.HYPOTHETICAL if is_negated(above) else Status.DENIED


def _of_none(verb: Token) -> bool:
    """Whether a verb's subject is nobody or nothing: "*none* of the envoys was recalled", "*nothing* has been signed"."""
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.lower_ in status_words()["nobody"] for c in verb.children)


def _cancelled(noun: Token, verb: Token) -> bool:
    """Whether a verb of cancelling undid a noun's event; an attack or talks that failed took place, unless they failed to happen."""
    if modified(noun, "planned_adjectives") and among(verb, "stopping"):
        return True
    if not among(verb, "cancelling"):
        return False
    if noun.dep_ != "nsubj":
        return True
    return any(c.dep_ == "xcomp" and c.lemma_.lower() in status_words()["coming_about"] for c in verb.children)


def _supposed(trigger: Trigger, verb: Token | None) -> Status | None:
    head, start = trigger.head, trigger.head if verb is None else verb
    if trigger.frame.part == "noun":
        if modified(head, "hypothetical_adjectives") or _pending(head):
            return Status.HYPOTHETICAL
        if not trigger.frame.dated and talked_of(head) is Status.HYPOTHETICAL:
            return Status.HYPOTHETICAL
    if verb is not None and (_conditional(verb) or has_auxiliary(verb, "possible", but="would") or _unreal(verb) or _is_asked(verb)):
        return Status.HYPOTHETICAL
    for below, above in chain(start):
        if below.dep_ == "ccomp" and among(above, "reporting") and is_told(below, past=among(above, "asking")):
            return None  # "to announce that it *had* broken relations": what is said was done
        if _is_open(trigger, below, above, start):
            return Status.HYPOTHETICAL
    return None


def _is_open(trigger: Trigger, below: Token, above: Token, start: Token) -> bool:
    """Whether a step up from an event says that it is wished, meant, supposed or asked for."""
    if below.dep_ == "pcomp" and above.lower_ in ("toward", "towards"):
        return True
    if below.dep_ == "acomp":
        return has_auxiliary(above, "possible")  # "*would* be happy to visit"
    if above.pos_ not in ("VERB", "AUX", "ADJ", "NOUN", "PROPN"):
        return False
    if is_infinitive(below) and (any(c.lower_ in _ASKED for c in below.children) or _is_purpose(trigger, below, above)):
        return True
    if above.pos_ != "VERB" and among(above, "wishes") and below.dep_ in ("acl", "relcl", "pcomp", "prep", "xcomp"):
        return True
    return _is_only_talked_of(trigger, below, above, start) or _is_supposed(below, above)


def _is_supposed(below: Token, above: Token) -> bool:
    """Whether what governs a clause says that it may be, or stands itself in an if-clause."""
    if below.dep_ in ("xcomp", "ccomp", "csubj") and _is_thought(above):
        return True
    if below.dep_ == "xcomp" and is_infinitive(below) and above.pos_ in ("VERB", "AUX") and has_auxiliary(above, "possible"):
        return True  # "would have to leave"
    return below.dep_ in ("advcl", "conj", "xcomp") and _conditional(above)


def _is_purpose(trigger: Trigger, below: Token, above: Token) -> bool:
    """Whether an infinitive tells what something is for and not what was done. Who goes somewhere to meet somebody meets them, and the
    first one to do a thing does it."""
    if below.dep_ == "advcl":
        return not (_is_a_first(above) or _meets(trigger, above))
    if below.dep_ not in ("acl", "relcl") or among(above, "planning") or among(above, "acting") or _is_of_first(above):
        return False
    by_it = above.dep_ == "dobj" and among(above.head, "using")  # "used the canal *to send* troops"
    return not (by_it or (above.dep_ == "dobj" and _meets(trigger, above.head)))


def _meets(trigger: Trigger, verb: Token) -> bool:
    """Whether a meeting is what someone goes or gathers for: it is told as held."""
    kind = codebook().kinds.get(trigger.frame.kind)
    return kind is not None and kind.family == _FAMILY_OF_MEETING and bool(words(verb) & grammar_words()["going"])


def _is_of_first(noun: Token) -> bool:
    """Whether a noun is counted as one that does what follows: "the *first* president to visit"."""
    firsts = grammar_words()["firsts"]
    return noun.lower_ in firsts or any(c.lower_ in firsts for c in noun.children)


def _unreal(verb: Token) -> bool:
    """Whether a deed *would have* been done."""
    helpers = [c.lower_ for c in auxiliaries(verb)]
    return "would" in helpers and "have" in helpers


def _is_asked(verb: Token) -> bool:
    """Whether a sentence asks if a deed was or will be done: "Did Peru recognize Chile?"."""
    doc = verb.doc
    if not doc.text.rstrip().endswith("?"):
        return False
    return verb.dep_ == "ROOT" and not any(t.tag_ in _WHICH for t in doc[: verb.i])


def _is_thought(above: Token) -> bool:
    """Whether what governs a clause says that it may be: "*unlikely* to sign", "it *is unlikely* that it will sign"."""
    wanted = status_words()["hypothetical_adjectives"]
    of_being = above.lemma_.lower() in ("be", "seem", "appear", "look")
    return above.lemma_.lower() in wanted or (of_being and any(c.dep_ == "acomp" and c.lemma_.lower() in wanted for c in above.children))


def _pending(noun: Token) -> bool:
    """Whether a noun's event is said to wait for something: "a visit *will have to wait*"."""
    if noun.dep_ != "nsubj":
        return False
    verbs = (noun.head, *(c for c in noun.head.children if c.dep_ == "xcomp"))
    return any(among(v, "pending") and not any(c.dep_ in ("dobj", "xcomp") for c in v.children) for v in verbs)


def _is_only_talked_of(trigger: Trigger, below: Token, above: Token, start: Token) -> bool:
    """Whether a verb of asking has the event for its thing or complement, or one of saying for its infinitive ("argued *to go*")."""
    if among(above, "asking") and below.dep_ == "dobj":
        return trigger.frame.part == "noun" and _is_demanded(below, start)
    if among(above, "asking") and below.dep_ in ("xcomp", "ccomp", "acl", "pcomp"):
        return True
    if below.dep_ != "xcomp" or below.tag_ != "VB":
        return False
    return among(above, "reporting") or (among(above, "sending") and any(c.dep_ == "dobj" for c in above.children))


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


def _planned(trigger: Trigger, verb: Token | None) -> Status | None:
    head = trigger.head
    if trigger.frame.part == "noun" and (modified(head, "planned_adjectives") or (not trigger.frame.dated and talked_of(head) is not None)):
        return Status.PLANNED
    start = head if verb is None else verb
    if verb is not None:
        arranged = head.dep_ == "nsubjpass" and trigger.frame.part == "noun" and verb.lower_ in status_words()["planned_adjectives"]
        if arranged or has_auxiliary(verb, "future"):
            return Status.PLANNED
        if any(c.lower_ == "would" for c in auxiliaries(verb)):
            return _of_would(verb)
    for below, above in chain(start):
        if is_infinitive(below) and _is_arranged(below, above):
            return Status.PLANNED
        goes = below.dep_ == "advcl" and _meets(trigger, above)
        if (goes or below.dep_ in ("xcomp", "conj", "dobj", "acomp")) and above.pos_ in ("VERB", "AUX") and has_auxiliary(above, "future"):
            return Status.PLANNED
    return None


def _is_arranged(below: Token, above: Token) -> bool:
    """Whether an infinitive is what was planned, promised or ordered: "agreed to sign", "is due to visit", "was to leave"."""
    if below.dep_ not in ("xcomp", "ccomp", "acl", "relcl"):
        return False
    if among(above, "planning") or among(above, "due_adjectives"):
        return True
    return below.dep_ in ("xcomp", "acl") and above.lemma_.lower() == "be" and not _is_a_first(above)


def _of_would(verb: Token) -> Status:
    """What "would" tells: the future of a story, what was announced, or only what somebody thought."""
    above = [up for below, up in chain(verb) if below.dep_ in ("ccomp", "acl", "xcomp", "conj", "dobj")]
    if any(among(up, "thinking") for up in above):
        return Status.HYPOTHETICAL
    if any(among(up, "reporting") or among(up, "planning") for up in above):
        return Status.PLANNED
    if any(c.dep_ == "advmod" and c.lower_ in status_words()["afterwards"] for c in verb.children):
        return Status.HAPPENED
    return Status.PLANNED if verb.dep_ == "ROOT" else Status.HYPOTHETICAL


def _progressive(verb: Token) -> bool:
    return verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lower_ in ("is", "are", "am") for c in verb.children)
