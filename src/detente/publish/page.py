"""The chronology as one page that needs nothing else: no network, no server, and no script to be read."""

from __future__ import annotations

from detente.publish.chronicle import Chronicle
from detente.publish.sheet import Sheet
from detente.publish.templating import asset, environment


def chronology_html(told: Chronicle) -> str:
    """The page. Every string in it is escaped, and what would act rather than show is made visible."""
    template = environment().get_template("chronology.html")
    return template.render(told=told, page=Sheet(told), style=asset("page.css"), script=asset("page.js"))
