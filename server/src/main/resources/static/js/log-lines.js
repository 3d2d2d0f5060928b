// The lines of a log that are known so far. Those that are looked at are fetched, in blocks; blocks
// that nobody has looked at for a while are forgotten.
const BLOCK = 500;
const MAX_BLOCKS = 60;
const MAX_REQUESTS = 2;

export class LogLines {
  #build;
  #changed;
  #blocks = new Map(); // number of the block → its lines by offset; least recently used first
  #wanted = [];
  #running = new Map();
  #growing = 0;

  // changed is called when lines have arrived.
  constructor(build, changed) {
    this.#build = build;
    this.#changed = changed;
  }

  find(number) {
    return this.#blocks.get(blockOf(number))?.[(number - 1) % BLOCK];
  }

  // Takes in lines that came without being asked for.
  add(lines) {
    for (const line of lines) this.#put(line);
    this.#forget();
  }

  // Lines were left out: what was unfinished before has grown since, unseen.
  skipped() {
    this.#blocks.delete(blockOf(this.#growing));
  }

  // Says which lines are on screen; missing ones are fetched, and earlier wishes are dropped.
  want(first, last) {
    this.#wanted = [];
    for (let block = blockOf(first); block <= blockOf(last); block++) {
      const from = Math.max(first, block * BLOCK + 1);
      const to = Math.min(last, (block + 1) * BLOCK);
      if (!this.#complete(block, from, to) && !this.#running.has(block)) this.#wanted.push(block);
      this.#touch(block);
    }
    this.#fetchNext();
  }

  #complete(block, from, to) {
    const lines = this.#blocks.get(block);
    for (let number = from; number <= to; number++) {
      if (!lines?.[(number - 1) % BLOCK]) return false;
    }
    return true;
  }

  #put(line) {
    const block = blockOf(line.number);
    if (!this.#blocks.has(block)) this.#blocks.set(block, new Array(BLOCK));
    this.#blocks.get(block)[(line.number - 1) % BLOCK] = line;
    if (!(line.finished ?? line.newline)) this.#growing = line.number;
  }

  #touch(block) {
    const lines = this.#blocks.get(block);
    if (!lines) return;
    this.#blocks.delete(block);
    this.#blocks.set(block, lines);
  }

  #forget() {
    for (const block of this.#blocks.keys()) {
      if (this.#blocks.size <= MAX_BLOCKS) return;
      this.#blocks.delete(block);
    }
  }

  #fetchNext() {
    while (this.#wanted.length > 0 && this.#running.size < MAX_REQUESTS) {
      const block = this.#wanted.shift();
      this.#running.set(block, this.#fetch(block));
    }
  }

  async #fetch(block) {
    try {
      const from = block * BLOCK + 1;
      const answer = await fetch(`/api/v1/builds/${this.#build}/log?from=${from}&limit=${BLOCK}`);
      if (!answer.ok) throw new Error(`the log could not be read: ${answer.status}`);
      const text = await answer.text();
      this.add(text.split("\n").filter(Boolean).map((line) => JSON.parse(line)));
    } catch (failure) {
      console.warn(failure);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    } finally {
      this.#running.delete(block);
      this.#changed();
    }
  }
}

function blockOf(number) {
  return Math.floor((number - 1) / BLOCK);
}
