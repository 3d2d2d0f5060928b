// Makes the elements of a log's rows. What a script printed only ever becomes text nodes.
import { parse } from "./ansi.js";
import { clock, length } from "./times.js";

export function drawLine(number, line, marked, options) {
  const row = make("div", marked ? "v-line v-line-marked" : "v-line");
  row.dataset.line = number;
  const link = make("a", "v-line-number", String(number));
  link.href = `#L${number}`;
  link.setAttribute("aria-label", `Line ${number}`);
  row.append(link);
  if (!line) {
    row.classList.add("v-line-pending");
    return row;
  }
  const time = timeOf(line, options);
  if (time) row.append(make("span", "v-line-time", time));
  row.append(drawText(line.text));
  return row;
}

export function drawSection(section, lines, row, folded) {
  const heading = make("button", section.failure ? "v-part v-part-bad" : "v-part");
  heading.type = "button";
  heading.dataset.section = section.number;
  heading.dataset.row = row;
  heading.disabled = lines === 0;
  if (lines > 0) heading.setAttribute("aria-expanded", String(!folded));
  const arrow = make("span", "v-part-arrow", lines === 0 ? "" : folded ? "▸" : "▾");
  arrow.setAttribute("aria-hidden", "true");
  heading.append(arrow, make("span", "v-part-title", section.title));
  if (section.failure) heading.append(make("span", "v-part-failure", section.failure));
  if (folded && lines > 0) heading.append(make("span", "v-part-note", `${lines.toLocaleString("en")} lines`));
  heading.append(duration(section));
  return heading;
}

function duration(section) {
  const element = make("span", "v-part-length");
  if (section.ended_at) {
    element.textContent = length(Date.parse(section.ended_at) - Date.parse(section.started_at));
  } else {
    element.dataset.since = section.started_at;
    element.textContent = length(Date.now() - Date.parse(section.started_at));
  }
  return element;
}

function timeOf(line, options) {
  const kind = options.times();
  if (kind === "wall") return clock(Date.parse(line.at));
  if (kind === "elapsed" && options.startedAt()) {
    const seconds = Math.max(0, Date.parse(line.at) - options.startedAt()) / 1000;
    return `${seconds.toFixed(1)} s`;
  }
  return "";
}

function drawText(text) {
  const holder = make("span", "v-line-text");
  const { spans, rest } = parse(text);
  for (const span of spans) {
    if (!span.classes && !span.color && !span.background) {
      holder.append(span.text);
      continue;
    }
    const part = make("span", span.classes, span.text);
    if (span.color) part.style.color = span.color;
    if (span.background) part.style.backgroundColor = span.background;
    holder.append(part);
  }
  if (rest > 0) {
    holder.append(make("span", "v-line-rest", ` … ${rest.toLocaleString("en")} more characters in the raw log`));
  }
  return holder;
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}
