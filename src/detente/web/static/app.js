// Everything works without this file; it adds the slider, stepping through marks, and keys.
"use strict";

(() => {
  const MONTHS = 12;

  function slider(form) {
    const range = form.querySelector("input[type=range]");
    const day = form.querySelector("input[name=asof]");
    const first = Number(form.dataset.first), last = Number(form.dataset.last);
    if (!range || !day || !first || !last) return;
    const end = (month) => new Date(Date.UTC(Math.floor(month / MONTHS), month % MONTHS + 1, 0)).toISOString().slice(0, 10);
    range.min = String(first * MONTHS);
    range.max = String(last * MONTHS + MONTHS - 1);
    const held = day.dataset.day ? new Date(day.dataset.day) : null;
    range.value = held ? String(held.getUTCFullYear() * MONTHS + held.getUTCMonth()) : range.max;
    range.setAttribute("aria-valuetext", day.value || "now");
    range.hidden = false;
    for (const ends of form.querySelectorAll(".ends")) ends.hidden = false;
    range.addEventListener("input", () => { day.value = end(Number(range.value)); range.setAttribute("aria-valuetext", day.value); });
    range.addEventListener("change", () => { if (range.value === range.max) day.value = ""; form.requestSubmit(); });
  }

  function lean(form) {  // leave empty fields out of the address
    form.addEventListener("submit", () => {
      for (const field of form.querySelectorAll("input[name]")) if (!field.value) field.disabled = true;
      setTimeout(() => { for (const field of form.querySelectorAll("input[name]")) field.disabled = false; }, 0);
    });
  }

  function steps(text) {
    const marks = [...text.querySelectorAll(".anchor")];
    const bar = text.querySelector(".flags");
    if (!bar || !marks.length) return;
    bar.hidden = false;
    let at = marks.findIndex((mark) => `#${mark.id}` === location.hash);
    for (const button of bar.querySelectorAll("button"))
      button.addEventListener("click", () => {
        at = (at + Number(button.dataset.step) + marks.length) % marks.length;
        location.hash = marks[at].id;
      });
  }

  function highlight() {  // the characters that an address leads to
    for (const old of document.querySelectorAll(".span.hit")) old.classList.remove("hit");
    if (!location.hash.startsWith("#s-")) return;
    const wanted = CSS.escape(location.hash.slice(3));
    const found = document.querySelectorAll(`.span[data-s~="${wanted}"]`);
    for (const span of found) span.classList.add("hit");
    if (found.length) found[0].scrollIntoView({ block: "center" });
  }

  function keys(form) {  // review: the key printed on each button
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.key === "Escape") document.activeElement.blur();
      if (event.target.closest("input, textarea, select")) return;
      const button = form.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
      const focus = { w: "#why", e: "#field" }[event.key];
      if (button) { event.preventDefault(); form.requestSubmit(button); }
      else if (focus && form.querySelector(focus)) { event.preventDefault(); form.querySelector(focus).focus(); }
    });
  }

  document.documentElement.classList.add("scripted");
  const narrow = matchMedia("(max-width: 72rem)");
  function fold() {  // on a narrow screen the filters wait behind their heading
    for (const held of document.querySelectorAll("details.fold")) held.open = !narrow.matches;
  }

  fold();
  narrow.addEventListener("change", fold);
  document.addEventListener("htmx:afterSettle", fold);
  for (const form of document.querySelectorAll("#review")) keys(form);
  for (const form of document.querySelectorAll("form.asof")) { slider(form); lean(form); }
  for (const form of document.querySelectorAll("form.filter, form.seek")) lean(form);
  for (const text of document.querySelectorAll(".text")) steps(text);
  addEventListener("hashchange", highlight);
  highlight();
  document.addEventListener("htmx:configRequest", (event) => {
    for (const [name, value] of Object.entries(event.detail.parameters)) if (value === "") delete event.detail.parameters[name];
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "?" && !event.target.closest("input, textarea, select")) location.href = "/help";
    if (event.key !== "/" || event.target.closest("input, textarea, select")) return;
    const field = document.querySelector("#words") || document.querySelector("#seek");
    if (field) { event.preventDefault(); field.focus(); }
  });
})();
