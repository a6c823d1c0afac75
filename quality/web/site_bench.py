"""How large a site of files is, and how long it takes beside exporting the same record's chronology as one page.

usage: python -m quality.web.site_bench [FILE]

Without FILE a record is generated. Processor seconds of the two, one after the other on one core, so that the ratio holds on any machine.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from detente.ask.record import open_record
from detente.publish.chronicle import gather
from detente.publish.page import chronology_html
from detente.web.site.build import Wishes, build_site
from quality.record.generate import generate

STATEMENTS = 8_000
"""Give some three thousand facts; a site grows with them as with nothing else."""
FIRST_PAGE_KB = 1000.0
"""What the first page may have, with its styles and scripts."""
ASSETS = ("static/base.css", "static/app.css", "static/site.css", "static/site.js", "static/icon.svg")


def taken(work: Callable[[], object]) -> float:
    """Processor seconds of ``work``."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def main() -> None:
    """Print what a site has and takes."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(folder, "events.detente")
        if not record.exists():
            generate(record, STATEMENTS)
        target = Path(folder, "site")
        with open_record(record) as opened:
            one_page = taken(lambda: chronology_html(gather(opened)))
            whole = taken(lambda: build_site(opened, target, Wishes()))
            facts = opened.counts()["fact"]
        files = [path for path in target.rglob("*") if path.is_file()]
        first = sum((target / name).stat().st_size for name in ("index.html", *ASSETS)) / 1000
        print(f"Site of a record of {facts:,} facts")
        print(f"files                        {len(files):>9,}  ({len(files) / facts:.1f} a fact)")
        print(f"all of them                  {sum(path.stat().st_size for path in files) / 1e6:>9.1f} MB")
        print(f"first page, styles, scripts  {first:>9.1f} KB {'' if first <= FIRST_PAGE_KB else f' over {FIRST_PAGE_KB:g} KB'}")
        print(f"largest page                 {max(path.stat().st_size for path in files if path.suffix == '.html') / 1000:>9.1f} KB")
        print(f"time                         {whole / one_page:>9.1f} times that of the chronology as one page")


if __name__ == "__main__":
    main()
