// Without this file the story is a list. With it there is one step a screen, with keys, buttons and an address for each.
"use strict";

(() => {
  const root = document.documentElement;
  const steps = [...document.querySelectorAll(".step")];
  const bar = document.querySelector(".stepper");
  if (!bar || steps.length < 2) return;
  const range = bar.querySelector("input");
  const said = bar.querySelector("output");
  const listed = bar.querySelector("[data-list]");
  const buttons = [...bar.querySelectorAll("[data-step]")];
  let at = 0;

  const named = () => steps.findIndex((step) => `#${step.id}` === location.hash);
  const show = (number, focus) => {
    at = Math.max(0, Math.min(steps.length - 1, number));
    steps.forEach((step, place) => step.classList.toggle("now", place === at));
    range.value = String(at + 1);
    range.setAttribute("aria-valuetext", steps[at].querySelector(".step-year").textContent.trim());
    said.textContent = `${at + 1} of ${steps.length}`;
    buttons.forEach((button) => { button.disabled = !steps[at + Number(button.dataset.step)]; });
    if (!root.classList.contains("stepping")) return;
    scrollTo(0, 0);
    if (focus) steps[at].focus({ preventScroll: true });
  };
  const go = (number, focus = true) => {
    const wanted = steps[Math.max(0, Math.min(steps.length - 1, number))];
    if (`#${wanted.id}` !== location.hash) history.pushState(null, "", `#${wanted.id}`);
    show(steps.indexOf(wanted), focus);
  };
  const mode = (stepping) => {
    root.classList.toggle("stepping", stepping);
    listed.setAttribute("aria-pressed", String(!stepping));
    listed.textContent = stepping ? "As a list" : "One step a screen";
    show(at, false);
    if (!stepping) steps[at].scrollIntoView();
  };

  bar.hidden = false;
  buttons.forEach((button) => button.addEventListener("click", () => go(at + Number(button.dataset.step), false)));
  range.addEventListener("input", () => go(Number(range.value) - 1, false));
  listed.addEventListener("click", () => mode(!root.classList.contains("stepping")));
  const follow = () => { if (named() >= 0) show(named(), true); };
  addEventListener("hashchange", follow);
  addEventListener("popstate", () => show(Math.max(0, named()), true));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !root.classList.contains("stepping")) return;
    if (event.target.closest("input, select, textarea")) return;
    const long = document.documentElement.scrollHeight > innerHeight + 4;
    const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1, ...(long ? {} : { ArrowDown: 1, ArrowUp: -1 }) }[event.key];
    const end = { Home: 0, End: steps.length - 1 }[event.key];
    if (step === undefined && end === undefined) return;
    event.preventDefault();
    go(end ?? at + step);
  });
  at = Math.max(0, named());
  mode(true);
})();
