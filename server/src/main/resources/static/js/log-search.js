// Finds lines of a log. The server looks; it answers after a while even when it has not seen all,
// and is then asked to go on.
const MAX_MATCHES = 5000;

export class LogSearch {
  #build;
  #found;
  #asked = 0;
  #text = "";
  matches = [];
  done = true;

  // found is called whenever there are more matches.
  constructor(build, found) {
    this.#build = build;
    this.#found = found;
  }

  get text() {
    return this.#text;
  }

  async start(text) {
    const mine = ++this.#asked;
    this.#text = text;
    this.matches = [];
    this.done = text === "";
    this.#found();
    let from = 1;
    while (!this.done) {
      const answer = await ask(this.#build, { text, from });
      if (mine !== this.#asked) return;
      this.matches.push(...answer.lines);
      from = answer.next ?? 0;
      this.done = from === 0 || this.matches.length >= MAX_MATCHES;
      this.#found();
    }
  }
}

// The first line between these two that looks like an error; the last line when none does.
export async function firstError(build, first, last) {
  let from = first;
  while (from && from <= last) {
    const answer = await ask(build, { kind: "error", from });
    const line = answer.lines.find((number) => number <= last);
    if (line) return line;
    from = answer.next ?? 0;
  }
  return last;
}

async function ask(build, parameters) {
  const answer = await fetch(`/builds/${build}/log/matches?${new URLSearchParams(parameters)}`);
  if (!answer.ok) return { lines: [] };
  return answer.json();
}
