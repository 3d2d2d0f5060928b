// Reads JSON strictly, and says where it is none. What browsers say of JSON.parse's failures differs
// and seldom names the line.
class Reader {
  #text;
  #at = 0;

  constructor(text) {
    this.#text = text;
  }

  // kind: "object", "array" or "any"
  document(kind) {
    this.#space();
    if (this.#at === this.#text.length) return;
    const sign = { object: "{", array: "[" }[kind];
    if (sign && this.#peek() !== sign) this.#fail(`must begin with ${sign}`);
    this.#value();
    this.#space();
    if (this.#at < this.#text.length) this.#fail("nothing may follow");
  }

  #value() {
    this.#space();
    const sign = this.#peek();
    if (sign === "{") this.#object();
    else if (sign === "[") this.#array();
    else if (sign === '"') this.#string();
    else this.#plain();
    this.#space();
  }

  #object() {
    this.#at++;
    this.#space();
    const names = new Set();
    if (this.#skip("}")) return;
    do {
      this.#space();
      if (this.#peek() !== '"') this.#fail(this.#peek() === "}" ? "a comma too many" : 'a name in "quotes" is missing');
      const start = this.#at;
      const name = this.#string();
      if (names.has(name)) this.#fail(`“${name}” stands here twice`, start);
      names.add(name);
      this.#space();
      if (!this.#skip(":")) this.#missing("a colon is missing");
      this.#value();
    } while (this.#skip(","));
    if (!this.#skip("}")) this.#missing("a comma or } is missing");
  }

  #array() {
    this.#at++;
    this.#space();
    if (this.#skip("]")) return;
    do {
      this.#space();
      if (this.#peek() === "]") this.#fail("a comma too many");
      this.#value();
    } while (this.#skip(","));
    if (!this.#skip("]")) this.#missing("a comma or ] is missing");
  }

  #string() {
    const start = this.#at++;
    for (; this.#peek() !== '"'; this.#at++) {
      const sign = this.#peek();
      if (sign === undefined || sign === "\n") this.#fail("the closing quote is missing", start);
      if (sign < " ") this.#fail("a control character must be written as \\u…");
      if (sign === "\\") {
        const escape = /^\\(["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(this.#text.slice(this.#at, this.#at + 6));
        if (!escape) this.#fail("there is no such escape");
        this.#at += escape[0].length - 1;
      }
    }
    this.#at++;
    return this.#text.slice(start + 1, this.#at - 1);
  }

  #plain() {
    const word = /^[^\s,\]}:[{"]*/.exec(this.#text.slice(this.#at, this.#at + 400))[0];
    if (word === "") this.#missing("a value is missing");
    if (!/^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)$/.test(word)) {
      this.#fail(`“${word.slice(0, 40)}” is no value: texts stand in "quotes"`);
    }
    this.#at += word.length;
  }

  #space() {
    while (" \t\n\r".includes(this.#peek() ?? "x")) this.#at++;
  }

  #peek() {
    return this.#text[this.#at];
  }

  #skip(sign) {
    if (this.#peek() !== sign) return false;
    this.#at++;
    return true;
  }

  #fail(reason, at = this.#at) {
    throw { line: this.#text.slice(0, at).split("\n").length, reason };
  }

  // What is missing is missed where the text before it ended.
  #missing(reason) {
    this.#fail(reason, this.#text.slice(0, this.#at).trimEnd().length);
  }
}

// null, or {line, reason}
export function checkJson(text, kind) {
  try {
    new Reader(text).document(kind);
    return null;
  } catch (failure) {
    if (failure instanceof Error) throw failure;
    return failure;
  }
}
