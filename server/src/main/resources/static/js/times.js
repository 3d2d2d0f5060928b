// Times as people read them; io.vespene.server.view.TimeText says the same words.
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function ago(then, now) {
  const age = now - then;
  if (age < 10 * SECOND) return "just now";
  if (age < MINUTE) return `${Math.floor(age / SECOND)} s ago`;
  if (age < HOUR) return `${Math.floor(age / MINUTE)} min ago`;
  if (age < DAY) return `${Math.floor(age / HOUR)} h ago`;
  const days = Math.floor(age / DAY);
  if (days < 30) return days === 1 ? "1 day ago" : `${days} days ago`;
  return new Date(then).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
}

export function length(millis) {
  const two = (number) => String(number).padStart(2, "0");
  const whole = (unit) => Math.floor(millis / unit);
  if (millis < 0) return "0 s";
  if (millis < SECOND) return `${Math.floor(millis)} ms`;
  if (millis < 10 * SECOND) return `${(Math.floor(millis / 100) / 10).toFixed(1)} s`;
  if (millis < MINUTE) return `${whole(SECOND)} s`;
  if (millis < HOUR) return `${whole(MINUTE)} min ${two(whole(SECOND) % 60)} s`;
  if (millis < DAY) return `${whole(HOUR)} h ${two(whole(MINUTE) % 60)} min`;
  return `${whole(DAY)} d ${two(whole(HOUR) % 24)} h`;
}

// The time of day where the viewer is, to the millisecond.
export function clock(then) {
  const at = new Date(then);
  return `${at.toLocaleTimeString("en-GB")}.${String(at.getMilliseconds()).padStart(3, "0")}`;
}

function set(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function tick() {
  const now = Date.now();
  for (const element of document.querySelectorAll("time[data-ago]")) {
    set(element, ago(Date.parse(element.dateTime), now));
    element.title = new Date(element.dateTime).toLocaleString();
  }
  for (const element of document.querySelectorAll("[data-since]")) {
    const age = now - Date.parse(element.dataset.since);
    set(element, length(age < 10 * SECOND ? Math.floor(age / SECOND) * SECOND : age));
  }
}

// Keeps the times on a page true for as long as it is open.
export function keepTimes() {
  tick();
  setInterval(tick, SECOND);
}
