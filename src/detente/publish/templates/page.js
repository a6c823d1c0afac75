"use strict";
(() => {
  const form = document.getElementById("sieve");
  const lines = [...document.querySelectorAll("#chronology .event, #undated .event")];
  const years = [...document.querySelectorAll(".year")];
  const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/gi, "d").toLowerCase();
  const texts = new Map();
  const textOf = (line) => {
    if (!texts.has(line)) texts.set(line, fold(line.textContent));
    return texts.get(line);
  };
  const sift = () => {
    const words = fold(form.words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const line of lines) {
      const keep = (!form.family.value || line.dataset.family === form.family.value)
        && (!form.status.value || line.dataset.status === form.status.value)
        && (!form.milestones.checked || line.classList.contains("milestone"))
        && (!form.twice.checked || Number(line.dataset.sources) > 1)
        && (!words.length || words.every((word) => textOf(line).includes(word)));
      line.parentElement.hidden = !keep;
      shown += keep ? 1 : 0;
    }
    for (const year of years) year.hidden = !year.querySelector("li:not([hidden])");
    form.querySelector("output").textContent = shown === lines.length ? "" : `${shown} of ${lines.length} lines`;
  };
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let node = target; node; node = node.parentElement) if (node.tagName === "DETAILS") node.open = true;
    target.scrollIntoView({ block: "nearest" });
  };
  if (lines.length > 12) form.hidden = false;
  form.addEventListener("input", sift);
  form.all.addEventListener("click", () => {
    const open = form.all.getAttribute("aria-pressed") !== "true";
    form.all.setAttribute("aria-pressed", String(open));
    for (const line of lines) if (!line.parentElement.hidden) line.open = open;
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  reveal();
})();
