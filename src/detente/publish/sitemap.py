"""The addresses of a published record for search engines (sitemaps.org). They must be whole, so they need to know where it is published."""

from __future__ import annotations

from collections.abc import Sequence

from detente.publish.atom import text

MOST = 50_000
"""Addresses that one file may hold (sitemaps.org)."""

_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemaps(base: str, paths: Sequence[str], day: str = "") -> dict[str, str]:
    """Files by name, ``sitemap.xml`` first: the pages of ``paths`` under ``base``, or an index of files where they are too many for one."""
    whole = [f"<url>{_place(base, path, day)}</url>" for path in paths]
    if len(whole) <= MOST:
        return {"sitemap.xml": _file("urlset", whole)}
    parts = {
        f"sitemap-{number}.xml": _file("urlset", whole[start : start + MOST]) for number, start in enumerate(range(0, len(whole), MOST), 1)
    }
    index = [f"<sitemap>{_place(base, name, day)}</sitemap>" for name in parts]
    return {"sitemap.xml": _file("sitemapindex", index), **parts}


def robots(base: str) -> str:
    """``robots.txt``: everything may be read; where the list of pages is, as far as that is known."""
    place = f"Sitemap: {base}sitemap.xml\n" if base else ""
    return f"User-agent: *\nAllow: /\n{place}"


def _place(base: str, path: str, day: str) -> str:
    return f"<loc>{text(base + path)}</loc>" + (f"<lastmod>{text(day)}</lastmod>" if day else "")


def _file(root: str, lines: Sequence[str]) -> str:
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', f"<{root} {_NAMESPACE}>", *lines, f"</{root}>", ""])
