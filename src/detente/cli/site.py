"""``detente site``: the record as files for everybody."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.options import choose_record, record_option


@click.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--only-reviewed", is_flag=True, help="Publish only what people have ruled on. Without it the rest is marked as unreviewed.")
@click.option("--quote-limit", default=300, show_default=True, type=click.IntRange(20), metavar="N", help="Characters of a quote, at most.")
@click.option("--licence", default="", metavar="TEXT", help="Under which licence the site is published, as it is to read on every page.")
@click.option("--publisher", default="", metavar="NAME", help="Who publishes it: stands in citations.")
@click.option("--base-url", default="", metavar="URL", help="Where it will stand. Needed for a site map and whole addresses.")
@click.option("--force", is_flag=True, help="Write into DIR though it holds what detente did not make; that is kept.")
@record_option
def command(
    folder: Path, only_reviewed: bool, quote_limit: int, licence: str, publisher: str, base_url: str, force: bool, record: str | None
) -> None:
    """Write the record as a site of static files into DIR.

    The pages open from a disk and from any web server, with and without scripts: chronology, figures, people, map, discrepancies,
    sources, a story in at most forty steps, and for each event a permanent page with its JSON and a citation. What was rejected is
    never in it, a document's text neither: only its quotes, cut to length. A second run puts the new site in the old one's place at once.
    """
    from detente.ask.record import open_record
    from detente.cli.console import note
    from detente.publish.words import counted
    from detente.web.site.build import Wishes, build_site

    wishes = Wishes(only_reviewed=only_reviewed, quote_limit=quote_limit, licence=licence, publisher=publisher, base=base_url, force=force)
    with open_record(choose_record(record)) as opened:
        built = build_site(opened, folder, wishes)
    marked = f", {built.unreviewed:,} of them marked as unreviewed" if built.unreviewed else ""
    note(f"{counted(built.events, 'fact')}{marked}, from {counted(built.documents, 'document')}, in {counted(built.files, 'file')}")
    note(f"open {folder / 'index.html'}")
