// Says, in a corner, that the server does not answer, and that it does again.
const SHOWN_AFTER = 1_500; // ms: a server that only restarts quickly is not worth a word
const GOOD_NEWS_FOR = 3_000;

let notice = null;
let timer = 0;
let lostAt = 0;

export function lost() {
  if (lostAt) return;
  lostAt = Date.now();
  clearTimeout(timer);
  timer = setTimeout(() => say("No connection to the server. Trying again…", "v-connection-lost"), SHOWN_AFTER);
}

export function found() {
  if (!lostAt) return;
  lostAt = 0;
  clearTimeout(timer);
  if (!notice?.textContent) return;
  say("Connected again.", "v-connection-found");
  timer = setTimeout(() => say("", ""), GOOD_NEWS_FOR);
}

function say(text, look) {
  if (!notice) {
    notice = document.createElement("div");
    notice.setAttribute("role", "status");
    document.body.append(notice);
  }
  notice.className = `v-connection ${look}`;
  notice.textContent = text;
}
