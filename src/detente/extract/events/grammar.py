"""Grammatical places around a word, with what English leaves unsaid filled in: shared subjects, relative pronouns, participles, control.

A *slot* is a place such as ``subject``, ``object``, ``owner`` or a preposition; it holds the head words that stand there. A passive's
subject is its object and its by-phrase its agent, so that one frame serves "X recognized Y" and "Y was recognized by X".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Token

from detente.rules.grammar import grammar_words
from detente.rules.status import status_words

Slots = dict[str, list[Token]]

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "csubj", "parataxis", "punct"})
_CONTROL = frozenset({"xcomp", "ccomp", "advcl", "pcomp"})
TOWARD = {"towards": "toward", "onto": "on", "upon": "on", "amongst": "among", "inside": "in", "alongside": "with"}
"""Prepositions that are read as another."""
_LENT = frozenset({"to", "as", "with", "between", "from", "against", "on", "for", "into", "under", "off"})
_TWO_SIDED = frozenset({"between"})
_DEPTH = 6
"""How many steps a missing subject is looked for upward."""


def words(token: Token) -> frozenset[str]:
    """The forms under which a word is looked up: its lemma and itself, in lower case; a capitalised plural also without its s."""
    if token.lower_ == "according":
        return frozenset()
    forms = {token.lemma_.lower().replace("‑", "-"), token.lower_.replace("‑", "-")}
    if "‑" in token.text and token.tag_ in ("VBD", "VBN", "VBG", "VBZ"):
        forms.update(_stems(token.lower_.replace("‑", "-")))
    if token.tag_ in ("VBD", "VBN") and token.lower_.endswith("ed"):
        forms.add(token.lower_[:-1])
    if token.tag_ == "NNS" and token.lower_.endswith("s"):
        forms.add(token.lower_[:-1])
    if token.tag_ == "NNPS" or (token.pos_ == "PROPN" and token.lower_.endswith("s") and len(token) > 4):
        forms.add(token.lower_[:-1])
    return frozenset(forms)


def _stems(form: str) -> list[str]:
    """Lemmas that an inflected verb with a prefix may have, which the lemmatizer does not know ("re-opened")."""
    for end in ("ed", "ing", "es", "s"):
        if form.endswith(end):
            return [form.removesuffix(end), form.removesuffix(end) + "e"]
    return []


def is_negated(token: Token) -> bool:
    """Whether a verb or noun is denied: by not, never, no, neither, nor."""
    negators = status_words()["negators"]
    denying = (c for c in token.children if c.dep_ == "neg" or (c.lower_ in negators and c.dep_ in ("advmod", "preconj", "cc", "det")))
    if any(not _adds_more(c) for c in denying):
        return True
    return any(t.lower_ == "nor" for t in token.lefts)


def _adds_more(negator: Token) -> bool:
    """Whether a negation only leads on to more: "*not only* invaded but annexed it"."""
    return negator.i + 1 < len(negator.doc) and negator.nbor().lower_ in status_words()["more"]


def until(verb: Token) -> bool:
    """Whether a denied verb has its "until": what did not happen until 2025 happened in 2025."""
    return is_negated(verb) and any(c.lower_ == "until" for c in verb.children)


def is_mutual(token: Token) -> bool:
    """Whether a word is part of "each other" or "one another": what is done is done both ways."""
    around = token.doc[max(0, token.i - 1) : token.i + 2]
    pairs = {f"{one.lower_} {two.lower_}" for one, two in pairwise(around)}
    return bool(pairs & grammar_words()["mutual"])


def is_passive(verb: Token) -> bool:
    """Whether what stands as the verb's subject is what the deed is done to."""
    deps = {child.dep_ for child in verb.children}
    if "auxpass" in deps or "nsubjpass" in deps:
        return True
    if verb.tag_ != "VBN" or "aux" in deps or "dobj" in deps:
        return False
    if "nsubj" in deps:  # "ties were cut and the flag *lowered*" shares its auxiliary
        return verb.dep_ == "conj" and any(c.dep_ == "auxpass" for c in verb.head.children)
    if verb.dep_ in ("acl", "advcl", "amod"):
        return True
    return verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and is_passive(verb.head)


def core(head: Token) -> Iterator[Token]:
    """The words of a noun phrase without its clauses and without what is joined to it by "and"."""
    yield head
    for child in head.children:
        if child.dep_ not in _CLAUSES and child.dep_ not in ("conj", "cc"):
            yield from core(child)


def phrase(head: Token) -> Iterator[Token]:
    """The words of a noun phrase with everything joined to it by "and", clauses aside."""
    yield head
    for child in head.children:
        if child.dep_ not in _CLAUSES:
            yield from phrase(child)


def joined(head: Token) -> list[Token]:
    """The head and what is coordinated with it; for "a number of agreements", the agreements too."""
    out = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX"):
            out.extend(joined(child))
        elif child.dep_ == "prep" and child.lower_ == "of" and _counts(head):
            out.extend(h for p in child.children if p.dep_ == "pobj" for h in joined(p))
    return out


def _counts(noun: Token) -> bool:
    """Whether a noun only counts or measures what stands after "of": "ten days *of talks*", "700 kg *of medicine*"."""
    return bool(words(noun) & grammar_words()["quantities"]) or any(c.dep_ == "nummod" for c in noun.children)


def slots_of(token: Token) -> Slots:
    """The slots around a verb or noun."""
    return verb_slots(token) if token.pos_ in ("VERB", "AUX") else noun_slots(token)


def verb_slots(verb: Token, depth: int = _DEPTH) -> Slots:
    """The slots of a verb, its missing subject and object found by rule."""
    slots: Slots = defaultdict(list)
    passive = is_passive(verb)
    for child in verb.children:
        _place(slots, child, passive)
    if slots["down"] and not slots["object"] and verb.lemma_.lower() in grammar_words()["felling"]:
        slots["object"] = slots.pop("down")  # "burned down the house", whose particle the parser takes for a preposition
    if not slots["object"] and not passive:
        slots["object"].extend(_behind_place(slots))
    _antecedents(slots, verb)
    if passive and slots["agent"]:
        slots["subject"] = list(slots["agent"])
    if depth > 0:
        _missing_subject(slots, verb, passive, depth)
        if not slots["object"] and not passive:
            _shared_object(slots, verb)
        _from_nouns(slots)
    return {slot: tokens for slot, tokens in slots.items() if tokens}


def _behind_place(slots: Slots) -> list[Token]:
    """The object that the parser takes for what the place before it is called: "received in Nairobi *the minister* of Korea"."""
    named = [c for place in (*slots["in"], *slots["at"]) if place.pos_ == "PROPN" for c in place.children if c.dep_ == "appos"]
    return [noun for noun in named if noun.left_edge.pos_ in ("DET", "PRON") and noun.left_edge.i and noun.left_edge.nbor(-1) == noun.head]


def _from_nouns(slots: Slots) -> None:
    """Lend the verb the prepositions that the parser hung on its object: "elevated relations *to a partnership*"; of its subject's those
    that name two sides: "a truce *between the neighbours* took hold"."""
    for head, lent in [*((t, _LENT) for t in slots["object"]), *((t, _TWO_SIDED) for t in slots["subject"])]:
        inner: Slots = defaultdict(list)
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in lent:
                _prepositional(inner, child)
        for slot, tokens in inner.items():
            if not slots[slot]:
                slots[slot].extend(tokens)


def _place(slots: Slots, child: Token, passive: bool) -> None:
    dep = child.dep_
    if dep in ("nsubj", "csubj"):
        slots["object" if passive else "subject"].append(child)
    elif dep == "nsubjpass" or dep == "dobj":
        slots["object"].append(child)
    elif dep == "dative" and child.pos_ != "ADP":
        slots["indirect"].append(child)
    elif dep in ("prep", "dative", "agent"):
        _prepositional(slots, child)
    elif dep in ("attr", "acomp", "oprd", "xcomp", "ccomp"):
        slots["complement"].append(child)
    elif dep == "advcl" and any(c.dep_ == "mark" and c.lower_ == "for" for c in child.children):  # "called *for Chad to leave*"
        slots["for"].extend(c for c in child.children if c.dep_ == "nsubj")
        slots["complement"].append(child)


def _prepositional(slots: Slots, prep: Token) -> None:
    name = "agent" if prep.dep_ == "agent" else TOWARD.get(prep.lower_, prep.lower_)
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp"):
            slots[name].append(child)
            # "the call on 11/2 *of the premier*" hangs on the date in the parse only, "spoke by telephone *with him*" on the telephone
            if child.like_num or child.pos_ == "NUM" or child.lemma_.lower() in grammar_words()["means"]:
                for inner in child.children:
                    if inner.dep_ == "prep":
                        _prepositional(slots, inner)
        elif child.dep_ == "prep":
            _prepositional(slots, child)


def _antecedents(slots: Slots, verb: Token) -> None:
    """Put the noun that a relative clause hangs on where its relative pronoun stands, or where one was left out."""
    noun = verb.head
    if (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and noun.dep_ == "appos"
        and noun.tag_ == "NNS"
        and noun.left_edge.lower_ in ("the", "both")
        and not slots["agent"]
    ):
        slots["subject"].append(noun)  # "the pact the neighbours signed", which the parser takes for an apposition
        slots["object"].append(noun.head)
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        slots["object"].append(verb.head)
    elif verb.dep_ == "acl" and verb.tag_ == "VBG" and not slots["subject"]:
        speaker = noun_slots(noun, 1) if words(noun) & grammar_words()["texts"] else {}
        slots["subject"].extend(speaker.get("owner", []) or speaker.get("by", []) or speaker.get("support", []) or [noun])
    if verb.dep_ != "relcl":
        return
    pronoun = False
    for slot, tokens in slots.items():
        for n, token in enumerate(tokens):
            if token.lower_ in grammar_words()["relative"]:
                slots[slot][n] = verb.head
                pronoun = True
    if verb.tag_ == "VB" and not slots["subject"] and any(c.lower_ == "to" for c in verb.children):
        first = _first_one(verb.head)
        slots["subject"].extend([verb.head] if first is None else _named_by(first, 1))  # "Kerry, the first secretary *to visit*"
        return
    _there(slots, verb)
    marked = any(t.tag_ in ("WDT", "WP", "WRB", "WP$") for t in verb.subtree if t.i < verb.i)
    if not pronoun and not marked and slots["subject"] and not slots["object"]:
        slots["object"].append(verb.head)


def _there(slots: Slots, verb: Token) -> None:
    """Put the place that a relative clause hangs on where its "where" stands: "Congo, *where* Rwanda attacked villages"."""
    acted = any(c.dep_ == "nsubj" for c in verb.children)
    if acted and any(c.lower_ in grammar_words()["where"] and c.dep_ == "advmod" for c in verb.children):
        slots["in"].insert(0, verb.head)


def _missing_subject(slots: Slots, verb: Token, passive: bool, depth: int) -> None:
    place = "object" if passive else "subject"
    if slots[place]:
        return
    hung = _hung_on_circumstance(verb)
    if hung is not None:
        slots[place].append(hung)
    elif verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        above = verb_slots(verb.head, depth - 1)
        mine = "object" if is_passive(verb.head) else "subject"
        slots[place].extend(above.get(mine, ()))
    elif verb.dep_ in _CONTROL:
        slots[place].extend(_controller(verb, depth))
    elif _infinitive_of_noun(verb) and (first := _first_one(verb.head)) is not None:
        slots[place].extend(_named_by(first, depth))
    elif verb.dep_ == "acl" and verb.tag_ == "VB":
        above = noun_slots(verb.head, depth - 1)
        named = [t for t in above.get("modifier", ()) if t.text[0].isupper()]  # "*British* pledges to leave"
        slots[place].extend(above.get("owner", []) or named or above.get("support", []))


def _hung_on_circumstance(verb: Token) -> Token | None:
    """The subject that the parser took for an apposition within a fronted circumstance: "Under the king, *the premier* went"."""
    before = verb.nbor(-1) if verb.i else verb
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or before.dep_ != "appos" or before.pos_ not in ("NOUN", "PROPN"):
        return None
    fronted = next((a for a in before.ancestors if a.head == verb and a.dep_ == "prep"), None)
    return before if fronted is not None and fronted.i < before.head.i else None


def _infinitive_of_noun(verb: Token) -> bool:
    """Whether a verb is an infinitive that a noun carries; the parser takes some for relative clauses ("the first king *to set* foot")."""
    to = any(c.lower_ == "to" for c in verb.children)
    received = verb.tag_ == "VBN" and to and any(c.dep_ == "auxpass" for c in verb.children)  # "the first guest *to be received*"
    return (verb.tag_ == "VB" and (verb.dep_ == "acl" or (verb.dep_ == "relcl" and to))) or (received and verb.dep_ in ("acl", "relcl"))


def _first_one(noun: Token) -> Token | None:
    """The noun called first, only or latest that an infinitive belongs to: "the *first leader* of a member state to visit"."""
    at, steps = noun, 0
    if noun.lower_ == "one":  # "*one* of the first states to recognize it", where the parser hangs the verb on "one"
        at = next((o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), noun)
    while steps < _DEPTH:
        if any(c.lower_ in grammar_words()["firsts"] for c in at.children):
            return at
        if at.dep_ not in ("pobj", "prep"):
            return None
        at, steps = at.head, steps + 1
    return None


def _named_by(noun: Token, depth: int) -> list[Token]:
    """Who a description is of: Obama in "Obama became the first president to visit", Kerry in "Kerry, the first secretary to visit"."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        noun = noun.head.head  # "Turkey was *one of* the first states to recognize it"
    if noun.dep_ == "attr" and noun.head.pos_ in ("VERB", "AUX"):
        return verb_slots(noun.head, depth - 1).get("subject", [noun])
    return [noun.head] if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else [noun]


def _controller(verb: Token, depth: int) -> list[Token]:
    """Who does what an infinitive or participle says: the object of asking and urging, otherwise the governing clause's subject."""
    head = verb.head
    if verb.dep_ == "pcomp":
        while head.dep_ in ("prep", "pcomp") and head.head != head:
            head = head.head
    if head.pos_ == "ADJ" and head.head.pos_ in ("VERB", "AUX"):
        head = head.head
    if head.pos_ not in ("VERB", "AUX"):
        return noun_slots(head, depth - 1).get("owner", []) if head.pos_ in ("NOUN", "PROPN") else []
    above = verb_slots(head, depth - 1)
    if is_passive(head):
        return above.get("object", [])
    if verb.dep_ == "pcomp" and head.lemma_.lower() in grammar_words()["charging"] and above.get("object"):
        return above["object"]  # "accused *Chad* of arming rebels"
    caused = verb.dep_ == "advcl" and head.lemma_.lower() in grammar_words()["causing"] and any(c.lower_ == "to" for c in verb.children)
    if (verb.dep_ in ("xcomp", "ccomp") or caused) and verb.tag_ == "VB" and above.get("object"):
        return above["object"]
    return above.get("subject", [])


def _shared_object(slots: Slots, verb: Token) -> None:
    """The object of "signed and ratified the treaty" belongs to both verbs."""
    for child in verb.children:
        if child.dep_ == "conj" and child.pos_ == "VERB" and "ccomp" not in {c.dep_ for c in verb.children}:
            if any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children) or any(c.dep_ == "prep" for c in verb.children):
                return
            slots["object"].extend(c for c in child.children if c.dep_ == "dobj")


def noun_slots(noun: Token, depth: int = _DEPTH) -> Slots:
    """The slots of a noun, with those of the verb it hangs on where that lends them ("France held talks with Spain")."""
    slots: Slots = defaultdict(list)
    for child in noun.children:
        _noun_place(slots, child)
    if depth > 0:
        _from_governor(slots, noun, depth)
        if noun.dep_ in ("conj", "appos") and noun.head.pos_ in ("NOUN", "PROPN"):
            above = noun_slots(noun.head, depth - 1)
            for slot in ("owner", "support", "by", "to", "with"):
                if not slots[slot]:
                    slots[slot].extend(above.get(slot, ()))
    return {slot: tokens for slot, tokens in slots.items() if tokens}


def _noun_place(slots: Slots, child: Token) -> None:
    if child.dep_ == "poss":
        slots["owner"].append(antecedent_of_whose(child) if child.tag_ == "WP$" else child)
    elif child.dep_ in ("compound", "amod", "nmod"):
        slots["against" if is_opposed(child) else "modifier"].append(child)
    elif child.dep_ == "prep":
        _prepositional(slots, child)
    elif child.dep_ == "appos":
        slots["apposition"].append(child)
    elif child.dep_ in ("acl", "relcl") and child.tag_ == "VBN":
        beside = child.lemma_.lower() in grammar_words()["standing_by"]
        for grandchild in child.children:
            if grandchild.dep_ == "agent":
                slots["aside" if beside else "by"].extend(c for c in grandchild.children if c.dep_ == "pobj")
            elif grandchild.dep_ == "prep":
                _prepositional(slots, grandchild)


def is_opposed(name: Token) -> bool:
    """Whether a name stands behind "anti-": whoever bears it is done to, and does not do it."""
    return name.i > 1 and name.nbor(-1).text == "-" and name.nbor(-2).lower_ in grammar_words()["opposing"]


def antecedent_of_whose(whose: Token) -> Token:
    """The noun that "whose" stands for: the one that its relative clause hangs on. The parse is mended by hand, and may go in a circle."""
    clause = next((at for at in (whose, *whose.ancestors) if at.dep_ == "relcl"), None)
    return clause.head if clause is not None else whose


def _from_governor(slots: Slots, noun: Token, depth: int) -> None:
    """Add the subject and the prepositions of the verb that the noun is object, subject or circumstance of."""
    verb, direct = governor(noun)
    if verb is None or verb is noun:
        return
    place = "support" if direct else "circumstance"
    passive = is_passive(verb)
    if verb.pos_ not in ("VERB", "AUX"):
        slots[place].append(verb)
        return
    above = verb_slots(verb, depth - 1)
    own = noun.dep_ in ("nsubj", "nsubjpass")
    subject = above.get("agent", []) if passive and own else above.get("object" if passive else "subject", [])
    if not direct and noun.dep_ == "pobj" and noun.head.lower_ == "in" and verb.lemma_.lower() in grammar_words()["taking_part"]:
        place = "support"  # "*led* its allies *in* an invasion"
    if verb.lemma_.lower() in grammar_words()["judging"]:
        place = "aside"  # "*Chad* condemned the attack"
    slots[place].extend(t for t in subject if t is not noun and noun not in t.subtree)
    if direct:
        for slot in ("to", "with", "in", "at", "between", "on", "from", "for", "indirect", "by", "against", "among"):
            slots[slot].extend(t for t in above.get(slot, ()) if t is not noun)
    else:
        told = above.get("object", []) if verb.lemma_.lower() in grammar_words()["addressing"] and not passive else []
        slots["beside"].extend(t for t in (*above.get("with", ()), *above.get("indirect", ()), *told) if noun not in t.subtree)


def governor(noun: Token) -> tuple[Token | None, bool]:
    """The verb or noun that a noun's phrase hangs on, and whether it hangs there without a preposition."""
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ == "NOUN" and _counts(noun.head.head):
        noun = noun.head.head
    if noun.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "oprd", "dative"):
        return noun.head, True
    at, steps = noun, 0
    while at.dep_ in ("pobj", "prep", "pcomp", "conj", "appos") and steps < _DEPTH:
        if at.dep_ in ("conj", "appos") and at.head.pos_ in ("NOUN", "PROPN"):
            return None, False
        at, steps = at.head, steps + 1
        if at.pos_ in ("VERB", "AUX", "NOUN", "PROPN"):
            return at, False
    return None, False
