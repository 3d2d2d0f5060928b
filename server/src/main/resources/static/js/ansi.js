// Turns a line as a program printed it into spans of text with colours. Colours do not reach over
// the end of a line: any line can be shown without knowing those before it.

// Longer lines are shown cut; the raw text has the rest.
export const MAX_SHOWN = 4000;

const TOKEN = new RegExp(
  [
    "(?:\\x1b\\[|\\x9b)([0-?]*)[ -/]*([@-~])", // control sequence: parameters, final letter
    "(?:\\x1b\\[|\\x9b)[0-?]*[ -/]*$", // one that the end of the line cuts off
    "(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d-\\x9f])[^]*?(?:\\x07|\\x1b\\\\|\\x9c|$)", // links, titles, …
    "\\x1b[ -/]*[0-~]?", // all other escapes
    "(\\r)",
    "([^\\x00-\\x08\\x0a-\\x1f\\x7f-\\x9f]+)", // text
    "[^]", // single control characters
  ].join("|"),
  "g",
);

const PLAIN = Object.freeze({
  foreground: null,
  background: null,
  bold: false,
  dim: false,
  italic: false,
  underline: false,
  inverse: false,
  strike: false,
});

// Returns {spans: [{text, classes, color, background}], rest}: rest is how many characters were cut
// off. Text that a carriage return went back over is left out, so progress shows its last state.
export function parse(line) {
  let style = PLAIN;
  let spans = [];
  let shown = 0;
  let rest = 0;
  let returned = false;
  const clear = () => {
    spans = [];
    shown = 0;
    rest = 0;
  };
  for (const [, parameters, final, carriageReturn, text] of line.matchAll(TOKEN)) {
    if (final === "m") {
      style = restyle(style, parameters);
    } else if (final === "K") {
      if (parameters === "2" || (returned && parameters !== "1")) clear();
    } else if (carriageReturn || (final === "G" && Number(parameters || 1) <= 1)) {
      returned = true;
    } else if (text) {
      if (returned) clear();
      returned = false;
      const room = Math.max(0, MAX_SHOWN - shown);
      if (room > 0) spans.push({ text: text.slice(0, room), ...look(style) });
      shown += Math.min(room, text.length);
      rest += Math.max(0, text.length - room);
    }
  }
  return { spans, rest };
}

// The text of a line without colours, for searching and for screen readers.
export function plain(line) {
  return parse(line).spans.map((span) => span.text).join("");
}

function restyle(before, parameters) {
  const style = { ...before };
  const codes = parameters.split(";");
  for (let i = 0; i < codes.length; i++) {
    const parts = codes[i].split(":").map(Number);
    const code = parts[0];
    if (code === 38 || code === 48) {
      const given = parts.length > 1 ? parts.slice(1) : codes.slice(i + 1, i + 5).map(Number);
      const { color, used } = extended(given, parts.length > 1);
      if (parts.length === 1) i += used;
      if (color !== null) style[code === 38 ? "foreground" : "background"] = color;
    } else {
      apply(style, code);
    }
  }
  return style;
}

function apply(style, code) {
  if (code === 0) Object.assign(style, PLAIN);
  else if (code === 1) style.bold = true;
  else if (code === 2) style.dim = true;
  else if (code === 3) style.italic = true;
  else if (code === 4 || code === 21) style.underline = true;
  else if (code === 7) style.inverse = true;
  else if (code === 9) style.strike = true;
  else if (code === 22) style.bold = style.dim = false;
  else if (code === 23) style.italic = false;
  else if (code === 24) style.underline = false;
  else if (code === 27) style.inverse = false;
  else if (code === 29) style.strike = false;
  else if (code >= 30 && code <= 37) style.foreground = code - 30;
  else if (code === 39) style.foreground = null;
  else if (code >= 40 && code <= 47) style.background = code - 40;
  else if (code === 49) style.background = null;
  else if (code >= 90 && code <= 97) style.foreground = code - 82;
  else if (code >= 100 && code <= 107) style.background = code - 92;
}

// 5;n is one of 256 colours, 2;r;g;b any. With colons a colour space may stand before r.
function extended(given, colons) {
  if (given[0] === 5) return { color: indexed(given[1]), used: 2 };
  if (given[0] !== 2) return { color: null, used: 1 };
  const rgb = colons && given.length > 4 ? given.slice(2, 5) : given.slice(1, 4);
  const whole = rgb.length === 3 && rgb.every((part) => part >= 0 && part <= 255);
  return { color: whole ? `rgb(${rgb.map(Math.floor).join(" ")})` : null, used: 4 };
}

// Colours 0 to 15 are the theme's and stay numbers; the others are fixed.
function indexed(number) {
  if (!Number.isInteger(number) || number < 0 || number > 255) return null;
  if (number < 16) return number;
  if (number >= 232) {
    const grey = 8 + (number - 232) * 10;
    return `rgb(${grey} ${grey} ${grey})`;
  }
  const level = (part) => (part === 0 ? 0 : 55 + part * 40);
  const cube = number - 16;
  return `rgb(${level(Math.floor(cube / 36))} ${level(Math.floor(cube / 6) % 6)} ${level(cube % 6)})`;
}

function look(style) {
  const foreground = style.inverse ? (style.background ?? "inverse") : style.foreground;
  const background = style.inverse ? (style.foreground ?? "inverse") : style.background;
  const classes = [];
  for (const trait of ["bold", "dim", "italic", "underline", "strike"]) {
    if (style[trait]) classes.push(`v-ansi-${trait}`);
  }
  const named = (color) => typeof color === "number" || color === "inverse";
  if (named(foreground)) classes.push(`v-ansi-fg-${foreground}`);
  if (named(background)) classes.push(`v-ansi-bg-${background}`);
  return {
    classes: classes.join(" "),
    color: named(foreground) ? null : foreground,
    background: named(background) ? null : background,
  };
}
