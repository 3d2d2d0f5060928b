// What stands in which row: a heading per section and, unless it is folded, its lines below it.
export class LogRows {
  #parts = []; // {section or null, first, lines, row}: row is where the part begins
  #folded = new Set();
  #sections = [];
  #total = 0;
  count = 0;

  update(sections, total) {
    this.#sections = sections;
    this.#total = total;
    this.#arrange();
  }

  get total() {
    return this.#total;
  }

  isFolded(section) {
    return this.#folded.has(section.number);
  }

  fold(section, folded) {
    if (folded) this.#folded.add(section.number);
    else this.#folded.delete(section.number);
    this.#arrange();
  }

  // {section} for a heading, {line} for the number of a line.
  at(row) {
    const part = this.#parts.findLast((each) => each.row <= row);
    if (part.section === null) return { line: part.first + row - part.row };
    if (row === part.row) return { section: part.section, lines: part.lines };
    return { line: part.first + row - part.row - 1 };
  }

  // The row of a line; its section is unfolded for it.
  rowOf(line) {
    const part = this.#partOf(line);
    if (!part) return 0;
    if (part.section === null) return part.row + line - part.first;
    if (this.isFolded(part.section)) this.fold(part.section, false);
    return this.#partOf(line).row + 1 + line - part.first;
  }

  // The first section that failed, with the numbers of its lines.
  failed() {
    const part = this.#parts.find((each) => each.section?.failure);
    return part && { first: part.first, last: part.first + part.lines - 1 };
  }

  #partOf(line) {
    return this.#parts.findLast((each) => each.first <= line && line < each.first + each.lines);
  }

  #arrange() {
    this.#parts = [];
    let row = 0;
    const add = (section, first, next) => {
      const lines = Math.max(0, next - first);
      this.#parts.push({ section, first, lines, row });
      row += (section ? 1 : 0) + (section && this.isFolded(section) ? 0 : lines);
    };
    const end = this.#total + 1;
    const firstOf = (index) => Math.min(this.#sections[index]?.first_line ?? end, end);
    if (firstOf(0) > 1) add(null, 1, firstOf(0));
    this.#sections.forEach((section, index) => add(section, firstOf(index), firstOf(index + 1)));
    this.count = row;
  }
}
