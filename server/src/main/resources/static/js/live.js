// What makes pages live: they are fetched again when the server says that builds changed, and now
// and then besides, and turned into their new state without losing focus.
import { found, lost } from "./connection.js";
import { morph } from "./morph.js";
import { openStream } from "./stream.js";
import { keepTimes } from "./times.js";

const SHORTEST_PAUSE = 500;
const LONGEST_PAUSE = 10_000;

const region = document.getElementById("live");

if (region) {
  registerMorph();
  follow();
}
keepTimes();
sendFiltersAtOnce();
copyOnRequest();
document.querySelector("[data-focus]")?.focus();

function registerMorph() {
  window.htmx.defineExtension("v-morph", {
    isInlineSwap: (style) => style === "v-morph",
    handleSwap: (style, target, fragment) => {
      if (style !== "v-morph") return false;
      morph(target, fragment.firstElementChild ?? fragment);
      return [target];
    },
  });
}

// One stream at most, and none while nobody looks: browsers allow few connections per server.
function follow() {
  const ownStream = document.querySelector("[data-log]");
  let source = null;
  let last = 0;
  let timer = 0;
  const refresh = () => {
    timer = 0;
    last = Date.now();
    window.htmx.trigger(region, "v:refresh");
  };
  const soon = () => {
    if (!timer) timer = setTimeout(refresh, Math.max(0, last + SHORTEST_PAUSE - Date.now()));
  };
  const turn = () => {
    source?.close();
    source = null;
    if (document.hidden || ownStream) return;
    source = openStream("/live/changes", { builds: soon }, soon);
  };
  addEventListener("v:changed", soon);
  document.addEventListener("visibilitychange", turn);
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:afterOnLoad", found);
  setInterval(() => !document.hidden && Date.now() - last > LONGEST_PAUSE && soon(), 1000);
  turn();
}

function sendFiltersAtOnce() {
  for (const form of document.querySelectorAll("form[data-auto-submit]")) {
    form.addEventListener("change", (event) => event.target.matches("select") && form.requestSubmit());
  }
}

function copyOnRequest() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = "Copied";
    });
  }
}
