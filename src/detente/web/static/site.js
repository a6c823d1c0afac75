// Everything can be read without this file; it adds finding on a page of the chronology, and keys.
"use strict";

(() => {
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  const typing = (event) => event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, summary");

  function sieve(form) {
    const lines = [...document.querySelectorAll("#lines .line")];
    const years = [...document.querySelectorAll("#lines .year")];
    const shown = document.getElementById("shown");
    if (lines.length < 2) return;
    const told = lines.map((line) => ({
      line,
      text: fold(line.textContent),
      status: (line.querySelector(".mark use")?.getAttribute("href") || "").slice(3),
      several: parseInt(line.querySelector(".by")?.textContent || "1", 10) > 1,
    }));
    const sift = () => {
      const words = fold(form.words.value).split(/\s+/).filter(Boolean);
      let number = 0;
      for (const one of told) {
        const keep = (!form.status.value || one.status === form.status.value)
          && (!form.tone.value || one.line.classList.contains(`tone-${form.tone.value}`))
          && (!form.milestones.checked || one.line.classList.contains("milestone"))
          && (!form.several.checked || one.several)
          && words.every((word) => one.text.includes(word));
        one.line.hidden = !keep;
        number += keep ? 1 : 0;
      }
      for (const year of years) year.hidden = !year.querySelector(".line:not([hidden])");
      shown.textContent = number === told.length ? "" : `${number} found among `;
    };
    form.hidden = false;
    form.addEventListener("input", sift);
    form.addEventListener("submit", (event) => event.preventDefault());
    slash(form);
    sift();  // a browser may have kept what was typed before
  }

  function everywhere(form) {  // the titles come as a script: a page of a disk may read nothing else
    const MOST = 100;
    const place = document.getElementById("found");
    const said = place.querySelector("p");
    const list = place.querySelector("ol");
    let titles = null;
    let asked = false;
    const show = () => {
      const words = fold(form.words.value).split(/\s+/).filter(Boolean);
      place.hidden = !words.length;
      if (!words.length || !titles) return;
      const found = titles.filter(([, when, , text]) => words.every((word) => text.includes(word) || fold(when).includes(word)));
      said.textContent = `${found.length.toLocaleString("en")} found${found.length > MOST ? `, the first ${MOST} shown` : ""}`;
      list.replaceChildren(...found.slice(0, MOST).map(([id, when, title]) => {
        const line = document.createElement("li");
        const day = document.createElement("span");
        const link = document.createElement("a");
        day.className = "when";
        day.textContent = when;
        link.href = `event/${encodeURIComponent(id)}.html`;
        link.textContent = title;
        line.append(day, " ", link);
        return line;
      }));
    };
    const fetchTitles = () => {
      if (asked) return;
      asked = true;
      const script = document.createElement("script");
      script.src = form.dataset.titles;
      script.addEventListener("load", () => {
        titles = window.detenteTitles.map(([id, when, title]) => [id, when, title, fold(title)]);
        show();
      });
      document.head.append(script);
    };
    form.hidden = false;
    form.addEventListener("focusin", fetchTitles);
    form.addEventListener("input", () => { fetchTitles(); show(); });
    form.addEventListener("submit", (event) => event.preventDefault());
    slash(form);
  }

  function slash(form) {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "/" || typing(event)) return;
      event.preventDefault();
      form.words.focus();
    });
  }

  function neighbours() {
    document.addEventListener("keydown", (event) => {
      if (typing(event) || event.shiftKey || event.target.closest("[tabindex='0']")) return;
      const rel = { ArrowLeft: "prev", ArrowRight: "next" }[event.key];
      const link = rel && document.querySelector(`.pager a[rel=${rel}]`);
      if (link) link.click();
    });
  }

  const form = document.getElementById("sieve");
  if (form) sieve(form);
  const all = document.getElementById("everywhere");
  if (all) everywhere(all);
  neighbours();
})();
