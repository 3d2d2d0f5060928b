// The page of a build: its log, live.
import { LogLines } from "./log-lines.js";
import { LogRows } from "./log-rows.js";
import { LogSearch, firstError } from "./log-search.js";
import { LogView } from "./log-view.js";
import { openStream } from "./stream.js";

const log = document.querySelector("[data-log]");
const build = log.dataset.log;
const part = (name) => log.querySelector(`[data-log-${name}]`);

let sections = [];
let total = 0;
let startedAt = 0;
let ended = false;
let failed = false;

const rows = new LogRows();
const lines = new LogLines(build, () => view.draw());
const view = new LogView(log, rows, lines, {
  startedAt: () => startedAt,
  times: () => part("times").value,
  toggled: () => follow(false),
  moved: () => !ended && follow(view.isAtEnd()),
});
const search = new LogSearch(build, showFound);
let match = -1;

function follow(on) {
  part("follow").checked = on;
  if (on) view.toEnd();
}

function show() {
  rows.update(sections, total);
  log.classList.toggle("v-log-filled", rows.count > 0);
  part("size").textContent = total === 1 ? "1 line" : `${total.toLocaleString("en")} lines`;
  part("follow-choice").hidden = ended;
  part("error").hidden = !(failed && (rows.failed()?.last ?? total) > 0);
  part("note").hidden = rows.count > 0;
  part("note").textContent = ended
    ? "Nothing was printed."
    : "Lines appear here as soon as the build prints some.";
  if (part("follow").checked && !ended) view.toEnd();
  else view.draw();
}

function showHash() {
  const number = Number(/^#L(\d+)$/.exec(location.hash)?.[1] ?? 0);
  if (number < 1 || number > total) return;
  follow(false);
  view.toLine(number);
}

async function showFirstError() {
  const range = rows.failed() ?? { first: 1, last: total };
  location.hash = `#L${await firstError(build, range.first, range.last)}`;
  showHash();
  log.scrollIntoView({ block: "nearest" });
}

function showFound() {
  const count = search.matches.length.toLocaleString("en") + (search.done ? "" : "+");
  part("found").textContent = search.text === "" ? "" : match < 0 ? count : `${match + 1} of ${count}`;
}

function step(by) {
  if (search.matches.length === 0) return;
  match = (match + by + search.matches.length) % search.matches.length;
  follow(false);
  view.toLine(search.matches[match]);
  showFound();
}

async function find(by) {
  const text = part("search").querySelector("input").value;
  if (text !== search.text) {
    match = -1;
    const searching = search.start(text);
    while (!search.done && search.matches.length === 0) await Promise.race([searching, pause()]);
    step(1);
    await searching;
  } else {
    step(by);
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 50));

function connect() {
  let shown = false;
  const first = () => {
    if (shown) return;
    shown = true;
    follow(!ended && !location.hash);
    showHash();
  };
  const refresh = () => dispatchEvent(new Event("v:changed"));
  const stream = openStream(
    `/live/builds/${build}`,
    {
      sections: (event) => {
        sections = JSON.parse(event.data);
        show();
      },
      log: (event) => {
        const news = JSON.parse(event.data);
        if (news.skipped) lines.skipped();
        lines.add(news.lines);
        total = Math.max(news.total, news.lines.at(-1)?.number ?? 0);
        show();
      },
      build: (event) => {
        const state = JSON.parse(event.data);
        startedAt = state.started_at ? Date.parse(state.started_at) : 0;
        failed = state.status === "FAILURE";
        ended = Boolean(state.ended_at);
        show();
        first();
        refresh();
      },
      end: () => stream.close(),
    },
    refresh,
  );
}

part("follow").addEventListener("change", (event) => follow(event.target.checked));
part("times").addEventListener("change", () => view.redraw());
part("previous").addEventListener("click", () => find(-1));
part("search").addEventListener("submit", (event) => {
  event.preventDefault();
  find(1);
});
part("search").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.shiftKey) return;
  event.preventDefault();
  find(-1);
});
part("error").addEventListener("click", showFirstError);
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-first-error]")) showFirstError();
});
part("jump").addEventListener("submit", (event) => {
  event.preventDefault();
  const typed = Number(part("jump").querySelector("input").value.replace(/\D/g, ""));
  if (typed > 0) location.hash = `#L${Math.min(typed, total)}`;
});
addEventListener("hashchange", showHash);
connect();
