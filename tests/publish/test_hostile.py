"""Forty hostile strings in a record, through every file that is written of it and every line that a terminal shows."""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree, html

from detente.ask import open_record
from detente.cli.main import detente
from detente.publish.chronicle import Chronicle, gather
from detente.publish.events_csv import events_csv
from detente.publish.markdown import chronology_markdown, escaped
from detente.publish.page import chronology_html
from detente.publish.plain import one_line
from detente.publish.timelinejs import chronology_timelinejs
from detente.publish.word import chronology_docx
from tests.web.attacks import ATTACKS
from tests.web.record import made

ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\U000e0000-\U000e007f]")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HARMLESS = tuple(f"word{number}" for number in range(6))
COMMANDS = (
    ("chronology",),
    ("chronology", "--to", "json"),
    ("chronology", "--to", "md"),
    ("status",),
    ("conflicts",),
    ("coverage",),
    ("rulings", "list"),
    ("find", "President"),
    ("find", "<script>"),
    ("verify",),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("hostile") / "hostile.detente", ATTACKS)


@pytest.fixture(scope="module")
def told(path: Path) -> Chronicle:
    with open_record(path) as record:
        return gather(record)


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> Chronicle:
    with open_record(made(tmp_path_factory.mktemp("harmless") / "harmless.detente", HARMLESS)) as record:
        return gather(record)


@pytest.fixture(scope="module")
def parts(told: Chronicle) -> dict[str, etree._Element]:
    """The parts of the Word file."""
    with zipfile.ZipFile(io.BytesIO(chronology_docx(told))) as file:
        return {name: etree.fromstring(file.read(name)) for name in file.namelist() if name.endswith((".xml", ".rels"))}


def elements(root: Any) -> set[tuple[str, str]]:
    return {(str(element.tag), name) for element in root.iter() for name in ("", *element.attrib)}


def text_of(part: etree._Element) -> str:
    return one_line("".join(map(str, part.itertext(f"{WORD}t"))))


def test_the_page_of_one_file_is_words(told: Chronicle, harmless: Chronicle) -> None:
    source = chronology_html(told)
    page: Any = html.document_fromstring(source)
    assert elements(page) - elements(html.document_fromstring(chronology_html(harmless))) == set()
    assert all(str(link).startswith("#") for link in page.xpath("//@href"))
    assert not page.xpath("//@src")
    assert not ACTS.search(source)
    words = one_line(page.text_content())
    assert [attack for attack in ATTACKS if one_line(attack) not in words] == []


def test_the_word_file_is_xml_with_no_field_and_no_link(parts: dict[str, etree._Element], harmless: Chronicle) -> None:
    with zipfile.ZipFile(io.BytesIO(chronology_docx(harmless))) as file:
        known = {name: elements(etree.fromstring(file.read(name))) for name in file.namelist() if name in parts}
    assert set(parts) == set(known)
    for name, part in parts.items():
        assert elements(part) - known[name] == set(), name
        assert not [e for e in part.iter() if str(e.tag).rpartition("}")[2] in ("hyperlink", "fldSimple", "object", "pict", "altChunk")]
        fields = [(e.text or "").strip() for e in part.iter(f"{WORD}instrText")]
        assert fields in ([], ["PAGE"])
        assert not [e for e in part.iter() if e.get("TargetMode") == "External"]


def test_the_word_file_holds_every_string(parts: dict[str, etree._Element]) -> None:
    words = " ".join(map(text_of, parts.values()))
    assert [attack for attack in ATTACKS if one_line(attack) not in words] == []
    assert not ACTS.search(words)


def test_no_cell_of_the_table_is_a_formula(told: Chronicle) -> None:
    source = events_csv(told.lines)
    rows = list(csv.reader(io.StringIO(source, newline="")))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) == len(told.lines) + 1
    assert [
        cell for row in rows for cell in row if cell[:1] in "=+-@|%\t\r\n" and cell and not re.fullmatch(r"-?[\d.]+(?:e[+-]?\d+)?", cell)
    ] == []
    assert not ACTS.search(source.replace("\r\n", ""))
    held = {cell for row in rows for cell in row}
    assert all({one_line(attack), f"'{one_line(attack)}"} & held for attack in ATTACKS)


def test_a_slide_of_the_timeline_is_words_for_what_shows_it_as_html(told: Chronicle, harmless: Chronicle) -> None:
    known = {tag for slide in json.loads(chronology_timelinejs(harmless))["events"] for tag in tags(slide)}
    slides = json.loads(chronology_timelinejs(told))["events"]
    assert {tag for slide in slides for tag in tags(slide)} <= known == {"p", "blockquote"}
    assert not ACTS.search(chronology_timelinejs(told))
    words = one_line(
        " ".join(html.fragment_fromstring(one, create_parent="div").text_content() for slide in slides for one in strings(slide))
    )
    assert [attack for attack in ATTACKS if one_line(attack) not in words] == []


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for held in value.values() for text in strings(held)]
    return [value] if isinstance(value, str) else []


def tags(slide: dict[str, Any]) -> set[str]:
    return {str(e.tag) for text in strings(slide) for e in html.fragment_fromstring(text, create_parent="x").iter() if e.tag != "x"}


def test_markdown_acts_on_nothing(told: Chronicle, harmless: Chronicle) -> None:
    source = chronology_markdown(told)
    assert not re.search(r"(?<!\\)<|://|www\.|(?<!\\)!?\[(?!\^\d+\])|(?<!\\)`|@", source)
    assert not ACTS.search(source)
    assert all(re.match(r"#{1,3} |- |\| ?|\[\^\d+\]: |$|\w|\*\*", line) for line in source.splitlines())
    assert all(escaped(attack) in source for attack in ATTACKS)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_terminal_is_sent_words_alone(path: Path, command: tuple[str, ...]) -> None:
    done = CliRunner().invoke(detente, [*command, "--record", str(path)], env={"COLUMNS": "200"})
    assert not isinstance(done.exception, Exception), done.exception
    assert not ACTS.search(done.output)
    assert done.output.strip()


def test_what_is_shown_of_one_thing_is_words_alone(path: Path) -> None:
    with open_record(path) as record:
        names = [fact.id for fact in record.facts()][::12] + [document.id for document in record.documents()][::12]
    for name in names:
        done = CliRunner().invoke(detente, ["show", name, "--record", str(path)])
        assert not ACTS.search(done.output), name


def test_errors_are_words_alone(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from detente.cli.main import run

    for attack in ATTACKS:
        for command in (
            ["show", attack],
            ["rule", "accept", attack],
            ["chronology", "--as-of", attack],
            ["rule", "edit", attack, f"kind={attack}"],
        ):
            run([*command, "--record", str(path)])
    told = capsys.readouterr()
    assert not ACTS.search(told.out + told.err)


@pytest.mark.parametrize("form", ["md", "html", "csv", "json", "timelinejs"])
def test_every_form_is_written_and_the_same_twice(path: Path, tmp_path: Path, form: str) -> None:
    written = []
    for number in range(2):
        target = tmp_path / f"{number}.{form}"
        done = CliRunner().invoke(detente, ["export", "--to", form, "-o", str(target), "--record", str(path)])
        assert done.exit_code == 0, done.output
        written.append(target.read_bytes())
    assert written[0] == written[1]


def test_an_article_that_is_checked_is_words(path: Path, tmp_path: Path) -> None:
    words = [attack for attack in ATTACKS if not ACTS.search(attack)]
    article = tmp_path / "<img src=x onerror=alert(1)>.txt"
    told = (f"On 4 August {1960 + n} President Uhuru Kenyatta of Kenya visited {a} in the United States." for n, a in enumerate(words))
    article.write_text("\n\n".join(told), encoding="utf-8")
    for form in ("text", "html", "md"):
        command = ["check", str(article), "--record", str(path), *(["--to", form] if form != "text" else [])]
        done = CliRunner().invoke(detente, command)
        assert done.exit_code in (0, 1), done.output
        assert not ACTS.search(done.output), form
        if form == "html":
            page: Any = html.document_fromstring(done.output)
            assert not page.xpath(
                "//img | //iframe | //object | //embed | //base | //form | //marquee | //@*[starts-with(name(), 'on')] | //@src"
            )
            assert all(str(link).startswith("#") for link in page.xpath("//@href"))


def test_the_site_of_files_is_words(path: Path, tmp_path: Path) -> None:
    build = pytest.importorskip("detente.web.site.build", reason="this version writes no site")
    pages, known = {}, set()
    for name, words in (("harmless", HARMLESS), ("hostile", ATTACKS)):
        record = shutil.copy(path, tmp_path / f"{name}.detente") if name == "hostile" else made(tmp_path / f"{name}.detente", words)
        with open_record(Path(record)) as opened:
            build.build_site(opened, tmp_path / name, build.Wishes())
        pages = {file.relative_to(tmp_path / name): file for file in sorted((tmp_path / name).rglob("*.html"))}
        shapes = {place: elements(html.document_fromstring(file.read_bytes())) for place, file in pages.items()}
        if name == "harmless":
            known = set().union(*shapes.values())
    assert {place: wrong for place, shape in shapes.items() if (wrong := shape - known)} == {}
    for place, file in pages.items():
        page: Any = html.document_fromstring(file.read_bytes())
        outside = [
            str(link)
            for link in page.xpath("//@href | //@src | //@action")
            if re.match(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", str(link), re.IGNORECASE)
        ]
        assert outside == [], place
        assert not ACTS.search(file.read_text(encoding="utf-8")), place
        assert [
            text
            for text in page.xpath("//script[not(@type='application/json') and not(@type='application/ld+json')]/text()")
            if str(text).strip()
        ] == []
    for file in (tmp_path / "hostile").rglob("*.json"):
        assert not ACTS.search(file.read_text(encoding="utf-8")), file.name
        json.loads(file.read_text(encoding="utf-8"))
    for file in (tmp_path / "hostile").rglob("*.xml"):
        etree.fromstring(file.read_bytes())
        assert not ACTS.search(file.read_text(encoding="utf-8")), file.name
