"""An article against a record: every claim found, set against what the record holds, and put in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.ask.check.events import Judgement, judge_event
from detente.ask.check.figures import judge_figure
from detente.ask.check.general import general_claims
from detente.ask.check.held import Held
from detente.ask.check.views import ArticleCheck, Finding, Passage, Stance, Verdict
from detente.ask.evidence import block_at
from detente.ask.registers import verdicts_on
from detente.ask.views import DocumentSummary, RegisterVerdict
from detente.ask.views import Stance as RegisterStance
from detente.model.document import PROSE, Document
from detente.model.reading import Extraction
from detente.model.statement import FactKind, Statement
from detente.reconcile.cases import Case, DocumentInfo, case
from detente.reconcile.facts import make_fact
from detente.reconcile.selection import concerns
from detente.rules.offices import office_key, tenures
from detente.store.base import Record

ANNIVERSARY, CHANGE = "anniversary", "_change"

_ORDER = (Stance.CONTRADICTS, Stance.AGREES, Stance.DIFFERS, Stance.NEAR)


def check(record: Record, article: Extraction, known_on: str | None = None) -> ArticleCheck:
    """What ``record`` says to each claim of ``article``. The article is not added; if it is in the record, it is no witness for itself.

    ``known_on`` asks the record as it was at the end of that day. The same article and record give the same answer, always.
    """
    held = Held(record, article.document, known_on)
    about = [s for s in article.statements if concerns(s, held.parties)]
    cases = [_case(article.document, statement, held) for statement in about]
    general = general_claims(article, cases, held)
    findings = [_finding(one, held, article.document) for one in cases if not _counted(one, general)]
    ordered = sorted([*findings, *general], key=lambda finding: (finding.span, finding.kind, finding.title))
    first, last = held.years
    return ArticleCheck(
        article=DocumentSummary.of(article.document),
        text=article.document.text,
        passages=tuple(_passages(article)),
        parties=record.parties,
        findings=tuple(replace(finding, number=number) for number, finding in enumerate(ordered, 1)),
        documents=held.documents,
        first_year=first,
        last_year=last,
        left_out=tuple(held.library.document(d) for d in sorted({held.article, *held.copies}) if held.library.is_held(d)),
        elsewhere=tuple(s.quote for s in article.statements if s not in about and s.fact is not FactKind.TENURE),
    )


def _case(document: Document, statement: Statement, held: Held) -> Case:
    return case(statement, DocumentInfo(document.sha256, document.published, "", document.sha256), held.parties)


def _finding(claim: Case, held: Held, document: Document) -> Finding:
    statement = claim.statement
    listed = verdicts_on(held.record, statement, held.library, held.lists)
    judged = judge_figure(claim, held) if claim.series else _with_registers(judge_event(claim, held), listed, claim)
    block = block_at(document.blocks, statement.span.start)
    return Finding(
        number=0,
        kind=statement.kind,
        span=statement.span,
        quote=statement.quote,
        title=make_fact([claim], [()], statement.id).title,
        verdict=judged.verdict,
        reason=judged.reason,
        notes=tuple(judged.notes),
        witnesses=tuple(sorted(judged.witnesses, key=lambda witness: _ORDER.index(witness.stance))),
        sources=judged.sources,
        registers=listed,
        statement=statement,
        page=block.page if block else None,
        paragraph=block.paragraph if block else None,
    )


def _with_registers(judged: Judgement, listed: Sequence[RegisterVerdict], claim: Case) -> Judgement:
    """The verdict where a register says another thing than the claim. It is one side and not the judge: texts that agree are not unsaid,
    and neither is what the table of office holders bears out."""
    against = next((verdict for verdict in listed if verdict.stance is RegisterStance.CONTRADICTS), None)
    if against is None or judged.verdict is Verdict.CONTRADICTED:
        return judged
    said = f"The register {against.register} says otherwise: {against.reason}"
    holder = _in_office(claim)
    if judged.verdict is not Verdict.NO_RECORD or holder is not None:
        known = [f"The table of office holders has {holder} in that office on the day."] if holder else []
        reason = judged.reason if judged.verdict is not Verdict.NO_RECORD else f"{said}."
        notes = [*judged.notes, *([f"{said}."] if reason == judged.reason else []), *known]
        return replace(judged, verdict=Verdict.PARTLY, reason=reason, notes=notes)
    return replace(judged, verdict=Verdict.CONTRADICTED, reason=f"{said}.")


def _in_office(claim: Case) -> str | None:
    """Someone of the acting side whom the table of office holders has in the office that the article gives, on the first day meant."""
    date = claim.statement.date.edtf.earliest if claim.statement.date else None
    for person in claim.statement.persons if date is not None else ():
        party = person.party
        key = office_key(party.office) if party.office else None
        held = tenures(party.name, party.country) if key is not None and party.country in claim.source else ()
        if date is not None and any(t.office == key and t.holds(date.isoformat()) for t in held):
            return party.name
    return None


def _counted(claim: Case, general: Sequence[Finding]) -> bool:
    """Whether a statement is checked already as a claim over the record: an anniversary by its years, a change by its two ends."""
    own = claim.statement
    kind = "span" if own.kind == ANNIVERSARY else "change" if own.kind.endswith(CHANGE) else None
    return any(found.kind == kind and found.span.overlaps(own.span) for found in general)


def _passages(article: Extraction) -> Iterator[Passage]:
    """The blocks of prose, in order; what lies outside them (navigation, credits) makes no claims."""
    for block in article.layout.blocks:
        if block.kind in PROSE and block.span.of(article.document.text).strip():
            yield Passage(block.span, block.kind, block.page)
