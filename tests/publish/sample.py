"""A small record made by hand, for the tests of what is shown: two countries, a dozen facts, five documents."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

from detente.ask.views import (
    ChronologyLine,
    Conflict,
    DocumentSummary,
    Evidence,
    FileProblem,
    LadderRung,
    SeriesPoint,
    SeriesView,
    Sources,
    SourceUse,
)
from detente.model.document import PublishedBasis
from detente.model.edtf import Edtf
from detente.model.fact import Discrepancy, DiscrepancyType, Fact, Grade, Reason, Support
from detente.model.mention import Bound, Party
from detente.model.span import Span
from detente.model.statement import Attribution, FactKind, Participant, StatedDate, Statement, Status
from detente.publish.chronicle import Chronicle

PLOVER = {
    "normalization_announced": "AGREE",
    "relations_normalized": "AGREE",
    "mission_opened": "COOPERATE",
    "trade_status_granted": "COOPERATE",
    "state_visit": "CONSULT",
    "official_visit": "CONSULT",
    "phone_call": "CONSULT",
    "partnership_established": "AGREE",
    "partnership_elevated": "AGREE",
    "aid_delivered": "AID",
    "sanction_imposed": "SANCTION",
    "criticism": "ACCUSE",
    "port_call": "COOPERATE",
    "remediation": "AID",
    "sanction_lifted": "RETREAT",
    "tariff_imposed": "SANCTION",
}


def document(name: str, title: str, outlet: str | None, published: str | None) -> DocumentSummary:
    """A document known by its title alone."""
    digest = sha256(name.encode()).hexdigest()
    date = None if published is None else Edtf.parse(published)
    basis = None if date is None else PublishedBasis.STATED
    return DocumentSummary(digest, digest[:16], f"letters/{name}", title, outlet, date, basis, "en", "2026-01-05T09:00:00Z")


ANNIVERSARY = document("anniversary.html", "Thirty years on: two ministries look back", "Foreign Ministry", "2025-07-11")
REPORT = document("report.pdf", "Trade and investment since normalization: a report to the committee", None, "2024-12")
WIRE = document("wire.txt", "Leaders raise ties to highest level", "Wire service", "2023-09-11")
LETTER = document("letter.eml", "Re: figures for the speech", None, "2025-03-02")
UNDATED = document("notes.md", "Notes for the desk", None, None)


def statement(source: DocumentSummary, kind: str, quote: str, /, **fields: Any) -> Statement:
    """A statement by ``source`` whose quote begins at character 120."""
    fact = fields.pop("fact", FactKind.EVENT)
    identity = sha256(f"{source.sha256}{kind}{quote}".encode()).hexdigest()[:16]
    sides: dict[str, Any] = {}
    for role in ("source", "target", "persons"):
        sides[role] = tuple(Participant(Party(code, code if len(code) == 3 else None), Span(120, 123)) for code in fields.pop(role, ()))
    date = fields.pop("date", None)
    given = fields.pop("given", quote.split()[-1])
    where = 120 + quote.index(given)
    stated = None if date is None else StatedDate(Edtf.parse(date), fields.pop("basis", "stated"), Span(where, where + len(given)))
    fields.pop("basis", None)
    return Statement(
        id=identity,
        document=source.sha256,
        fact=fact,
        kind=kind,
        span=Span(120, 120 + len(quote)),
        quote=quote,
        rule="made_by_hand",
        confidence=0.9,
        plover=PLOVER.get(kind),
        date=stated,
        **sides,
        **fields,
    )


def evidence(source: DocumentSummary, made: Statement, before: str = "", after: str = "", **place: Any) -> Evidence:
    """``made`` with words around it."""
    return Evidence(made, source, before, made.quote, after, **place)


def fact(title: str, *evidences: Evidence, **fields: Any) -> Fact:
    """The fact that ``evidences`` support, as their first statement tells it unless ``fields`` say otherwise."""
    first = evidences[0].statement
    reasons = (Reason("dates", 1.0, "both dates can be the same day"), Reason("parties", 1.0, "the same two countries"))
    supports = tuple(Support(e.statement.id, reasons if number else ()) for number, e in enumerate(evidences))
    values: dict[str, Any] = {
        "id": sha256(title.encode()).hexdigest()[:16],
        "fact": first.fact,
        "kind": first.kind,
        "source": ("USA", "VNM"),
        "target": ("USA", "VNM"),
        "persons": (),
        "places": (),
        "date": first.date.edtf if first.date else None,
        "date_basis": first.date.basis if first.date else None,
        "status": first.status,
        "title": title,
        "level": first.level,
        "series": first.series,
        "value": first.value,
        "unit": first.unit,
        "bound": first.bound,
        "reporter": first.reporter,
        "due": first.due,
        "supports": supports,
        "sources": len({e.document.sha256 for e in evidences}),
        "importance": 0.5,
    }
    return Fact(**(values | fields))


def line(title: str, *evidences: Evidence, **fields: Any) -> ChronologyLine:
    """One line of the chronology."""
    return ChronologyLine(fact(title, *evidences, **fields), evidences)


def event(source: DocumentSummary, kind: str, date: str | None, quote: str, around: tuple[str, str] = ("", ""), **fields: Any) -> Evidence:
    """A statement of an event, with the words around it."""
    place = {name: fields.pop(name) for name in ("page", "paragraph") if name in fields}
    return evidence(source, statement(source, kind, quote, date=date, **fields), *around, **place)


def lines() -> tuple[ChronologyLine, ...]:
    """The chronology, undated last."""
    clinton = event(
        ANNIVERSARY,
        "normalization_announced",
        "1995-07-11",
        "On 11 July 1995 President Bill Clinton announced that the United States would normalize relations with Vietnam",
        ("The embargo had gone the year before. ", "; the answer from Hanoi came the next morning."),
        paragraph=3,
    )
    clinton_again = event(
        REPORT,
        "normalization_announced",
        "1995-07",
        "Washington announced normalization in July 1995",
        ("The figures begin late, since there was little to count before ", ", and grow from there."),
        page=4,
        paragraph=2,
    )
    kiet = event(
        ANNIVERSARY,
        "normalization_announced",
        "1995-07-12",
        "Prime Minister Vo Van Kiet answered for Viet\u0323\u0302t Nam on the 12th",
        ("It was morning in Hanoi when ", "."),
        basis="carried",
        paragraph=3,
    )
    csp = event(
        WIRE,
        "partnership_elevated",
        "2023-09-10",
        "raised their relations to a Comprehensive Strategic Partnership on Sunday",
        ("HANOI, 11 September: Vietnam and the United States ", ", two steps at once. 🤝"),
        basis="relative",
        level="Comprehensive Strategic Partnership",
        fact=FactKind.PARTNERSHIP,
        paragraph=1,
    )
    csp_year = event(
        REPORT,
        "partnership_elevated",
        "2023",
        "the Comprehensive Strategic Partnership of 2023",
        ("What changed with ", " was less the volume than the trust."),
        level="Comprehensive Strategic Partnership",
        fact=FactKind.PARTNERSHIP,
        page=9,
        paragraph=1,
    )
    return (
        line(
            "United States lifts its trade embargo on Vietnam",
            event(REPORT, "sanction_lifted", "1994-02", "the lifting of the embargo in February 1994", page=3),
        ),
        line(
            "Bill Clinton (United States): normalization of relations with Vietnam announced",
            clinton,
            clinton_again,
            persons=("Bill Clinton",),
        ),
        line("Vo Van Kiet (Vietnam): normalization of relations with the United States announced", kiet, persons=("Vo Van Kiet",)),
        line(
            "United States: permanent normal trade relations granted to Vietnam",
            event(REPORT, "trade_status_granted", "2006-12", "permanent normal trade relations followed in December 2006", page=5),
        ),
        line(
            "United States criticizes Vietnam over the arrest of bloggers",
            event(UNDATED, "criticism", "2012", "Washington criticized the 2012 arrests of bloggers"),
        ),
        line(
            "Vietnam and the United States: Comprehensive Partnership established",
            event(
                REPORT,
                "partnership_established",
                "2013-07-25",
                "the Comprehensive Partnership that the presidents announced on 25 July 2013",
                level="Comprehensive Partnership",
                fact=FactKind.PARTNERSHIP,
                page=7,
            ),
        ),
        line(
            "USS Carl Vinson (United States): port call at Da Nang",
            event(
                ANNIVERSARY,
                "port_call",
                "2018-03-05/2018-03-09",
                "the aircraft carrier lay off Da Nang from 5 to 9 March 2018",
                paragraph=9,
            ),
        ),
        line(
            "Planned state visit to Washington put off",
            event(LETTER, "state_visit", "2019", "the visit planned for 2019 did not take place", status=Status.DENIED, paragraph=2),
        ),
        line(
            "Joe Biden (United States): state visit to Vietnam",
            event(
                WIRE, "state_visit", "2023-09-10/2023-09-11", "Mr Biden's state visit on Sunday and Monday", basis="relative", paragraph=2
            ),
            persons=("Joe Biden",),
        ),
        line("Vietnam and the United States: Comprehensive Strategic Partnership established", csp, csp_year),
        line(
            "United States announces tariff on goods from Vietnam",
            event(LETTER, "tariff_imposed", "2025-04-02", "a tariff of 46 per cent was announced on 2 April", paragraph=4),
        ),
        line(
            "Vietnam and the United States: second phase of the Bien Hoa clean-up",
            event(
                ANNIVERSARY, "remediation", "2025/..", "work on the second phase at Bien Hoa goes on", status=Status.ONGOING, paragraph=12
            ),
        ),
        line(
            "Return visit of the Vietnamese president to Washington",
            event(
                LETTER,
                "official_visit",
                "2026",
                "a return visit is planned for next year",
                status=Status.PLANNED,
                basis="relative",
                paragraph=5,
            ),
        ),
        line(
            "Parliamentary friendship groups meet in Hue",
            event(
                UNDATED,
                "meeting",
                None,
                "the friendship groups met in Hue",
                attribution=Attribution("the desk", Span(121, 125)),
            ),
        ),
    )


def ladder() -> tuple[LadderRung, ...]:
    """None, normalized, two partnerships."""
    said = lines()
    steps = (("normalized", said[1], 3), ("Comprehensive Partnership", said[5], 4), ("Comprehensive Strategic Partnership", said[9], 5))
    dates = [step[1].fact.date for step in steps]
    rungs = [LadderRung("none", None, dates[0])]
    for number, (level, told, rank) in enumerate(steps):
        until = dates[number + 1] if number + 1 < len(dates) else None
        rungs.append(LadderRung(level, told.fact.date, until, told.fact, told.evidence, rank))
    return tuple(rungs)


def point(source: DocumentSummary, date: str | None, value: float, quote: str, **fields: Any) -> SeriesPoint:
    """One stated value of the trade series."""
    made = statement(source, "trade", quote, fact=FactKind.INDICATOR, date=date, value=value, unit=fields.pop("unit", "USD"), **fields)
    shown = evidence(source, made, "By then, ", ", the table says.")
    return SeriesPoint(fact(f"Trade: {quote}", shown), (shown,))


def series() -> tuple[SeriesView, ...]:
    """Trade by two reporters and by nobody named, and a lone figure."""
    trade = (
        point(
            REPORT,
            "1995",
            0.45e9,
            "less than half a billion dollars",
            bound=Bound.LESS,
            series="two-way trade",
            reporter="US Census Bureau",
        ),
        point(REPORT, "2005", 7.8e9, "7.8 billion dollars in 2005", bound=Bound.EXACT, series="two-way trade", reporter="US Census Bureau"),
        point(
            REPORT, "2015", 45e9, "about 45 billion dollars in 2015", bound=Bound.ABOUT, series="two-way trade", reporter="US Census Bureau"
        ),
        point(
            ANNIVERSARY,
            "2020",
            90e9,
            "more than 90 billion dollars in 2020",
            bound=Bound.MORE,
            series="two-way trade",
            reporter="Vietnam Customs",
        ),
        point(
            ANNIVERSARY,
            "2024",
            134e9,
            "more than 134 billion dollars in 2024",
            bound=Bound.MORE,
            series="two-way trade",
            reporter="Vietnam Customs",
        ),
        point(LETTER, "2024", 150e9, "nearly 150 billion dollars", bound=Bound.NEARLY, series="two-way trade", reporter=None),
    )
    lone = (point(ANNIVERSARY, "2020", 30_000, "about 30,000 students", bound=Bound.ABOUT, unit="students", series="students"),)
    return (
        SeriesView("trade", "two-way trade", "USD", ("USA", "VNM"), trade, ("US Census Bureau", "Vietnam Customs", None)),
        SeriesView("students", "Vietnamese students in the United States", "students", ("USA", "VNM"), lone, (None,)),
    )


def conflicts() -> tuple[Conflict, ...]:
    """A contradiction and a difference that is explained."""
    visit = event(WIRE, "state_visit", "2023-09-10", "arrived in Hanoi on 10 September 2023", ("Mr Biden ", " to a guard of honour."))
    other = event(UNDATED, "state_visit", "2023-09-12", "landed in Hanoi on 12 September 2023", ("The president ", "."))
    trade = series()[0].points

    def between(kind: DiscrepancyType, grade: Grade, left: Evidence, right: Evidence, said: str) -> Conflict:
        made = Discrepancy(f"d{kind}{grade}", kind, grade, left.statement.id, right.statement.id, ("f1",), said)
        return Conflict(made, left, right, 0.7)

    return (
        between(DiscrepancyType.DATE, Grade.CONTRADICTION, visit, other, "the arrival is put on two different days"),
        between(
            DiscrepancyType.VALUE,
            Grade.REPORTER,
            trade[4].evidence[0],
            trade[5].evidence[0],
            "the same year, one figure from Vietnam Customs, one without a named source",
        ),
    )


def commitments() -> tuple[ChronologyLine, ...]:
    """One with a due date, one without."""
    by_2030 = event(
        ANNIVERSARY,
        "commitment",
        "2025",
        "both sides undertook to finish the Bien Hoa clean-up by 2030",
        fact=FactKind.COMMITMENT,
        status=Status.PLANNED,
        due=Edtf.parse("../2030"),
    )
    none = event(WIRE, "commitment", "2023-09-10", "they promised to open more consulates", fact=FactKind.COMMITMENT, status=Status.PLANNED)
    return (line("Both sides: finish the clean-up of Bien Hoa", by_2030), line("Both sides: more consulates", none))


def sources() -> Sources:
    """Five documents, a copy among them, and one file refused."""
    uses = tuple(
        SourceUse(d, n, n - 1, group)
        for d, n, group in ((ANNIVERSARY, 7, None), (LETTER, 4, None), (REPORT, 9, None), (UNDATED, 3, 1), (WIRE, 5, 1))
    )
    refused = FileProblem("letters/broken.docx", "refused", "truncated", "the file ends too early; fetch it again")
    return Sources(uses, 7, 5, 1, (refused,), (), ((UNDATED.sha256, WIRE.sha256),))


def chronicle(**changes: Any) -> Chronicle:
    """All of it as one page's worth."""
    made = Chronicle(
        parties=("USA", "VNM"),
        names=("United States", "Vietnam"),
        built="2026-01-05T09:00:00Z",
        version="0.1.0",
        lines=lines(),
        ladder=ladder(),
        series=series(),
        conflicts=conflicts(),
        commitments=commitments(),
        sources=sources(),
    )
    return replace(made, **changes)
