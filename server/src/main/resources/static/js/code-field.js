// Gives fields for code the numbers of their lines, and marks the one that is wrong: at once when it
// is JSON, else the one that the server has named.
import { checkJson } from "./json-check.js";

const PAUSE = 250;

for (const area of document.querySelectorAll("textarea.v-code-field")) decorate(area);

function decorate(area) {
  const frame = document.createElement("div");
  frame.className = "v-code";
  const gutter = document.createElement("div");
  gutter.className = "v-code-lines";
  gutter.setAttribute("aria-hidden", "true");
  area.replaceWith(frame);
  frame.append(gutter, area);

  const note = area.dataset.json ? noteBelow(frame, area) : null;
  const named = Number(/\bline (\d+)/.exec(document.getElementById(`${area.id}-error`)?.textContent)?.[1] ?? 0);
  let wrong = named;
  let timer = 0;

  const draw = () => {
    const count = area.value.split("\n").length;
    while (gutter.childElementCount > count) gutter.lastElementChild.remove();
    while (gutter.childElementCount < count) gutter.append(document.createElement("div"));
    [...gutter.children].forEach((line, index) => line.classList.toggle("v-code-wrong", index + 1 === wrong));
    gutter.scrollTop = area.scrollTop;
  };
  const check = () => {
    const failure = checkJson(area.value, area.dataset.json);
    wrong = failure?.line ?? 0;
    note.textContent = failure ? `Line ${failure.line}: ${failure.reason}.` : "";
    draw();
  };
  area.addEventListener("input", () => {
    wrong = 0;
    draw();
    clearTimeout(timer);
    if (note) timer = setTimeout(check, PAUSE);
  });
  area.addEventListener("scroll", () => (gutter.scrollTop = area.scrollTop), { passive: true });
  if (note && area.value.trim() !== "") check();
  else draw();
}

function noteBelow(frame, area) {
  const note = document.createElement("p");
  note.className = "v-code-note";
  note.id = `${area.id}-note`;
  note.setAttribute("role", "status");
  frame.after(note);
  area.setAttribute("aria-describedby", `${note.id} ${area.getAttribute("aria-describedby") ?? ""}`);
  return note;
}
