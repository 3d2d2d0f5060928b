// Shows the rows of a log that are on screen, and only those, however many there are.
import { drawLine, drawSection } from "./log-row.js";

const ROW = 22; // px; as high as .v-line in the style sheet
const AROUND = 20; // rows kept above and below the screen

// Browsers can't lay out taller boxes. In longer logs a pixel of the scroll bar is more than one.
const MAX_HEIGHT = 12_000_000;

export class LogView {
  #scroll;
  #space;
  #holder;
  #rows;
  #lines;
  #options;
  #drawn = new Map(); // key of a row → {element, content}
  #position = 0; // px from the top of the whole log to the top of the screen
  #expected = 0; // where we left the scroll bar ourselves
  #pending = false;
  #marked = 0;

  // options: {startedAt(), times(), toggled(), moved()}
  constructor(element, rows, lines, options) {
    this.#scroll = element.querySelector("[data-log-scroll]");
    this.#space = element.querySelector("[data-log-space]");
    this.#holder = element.querySelector("[data-log-rows]");
    this.#rows = rows;
    this.#lines = lines;
    this.#options = options;
    this.#scroll.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#scroll.addEventListener("wheel", (event) => this.#wheeled(event), { passive: false });
    this.#holder.addEventListener("click", (event) => this.#clicked(event));
    new ResizeObserver(() => this.draw()).observe(this.#scroll);
  }

  // Draws at the next frame; may be called as often as wanted.
  draw() {
    if (this.#pending) return;
    this.#pending = true;
    requestAnimationFrame(() => {
      this.#pending = false;
      this.#draw();
    });
  }

  // Draws everything anew, because rows are to look different.
  redraw() {
    this.#drawn.clear();
    this.#holder.replaceChildren();
    this.draw();
  }

  toEnd() {
    this.#moveTo(Number.POSITIVE_INFINITY);
  }

  isAtEnd() {
    return this.#position >= this.#limit - 2 * ROW;
  }

  // Marks a line and brings it to the middle of the screen, unless it is on screen already.
  toLine(number) {
    const before = this.#marked;
    this.#marked = number;
    for (const line of [before, number]) this.#drawn.delete(`l${line}`);
    const top = this.#rows.rowOf(number) * ROW;
    this.#size();
    const screen = this.#scroll.clientHeight;
    if (top < this.#position || top > this.#position + screen - ROW) this.#moveTo(top - screen / 2);
    else this.draw();
  }

  get #height() {
    return this.#rows.count * ROW;
  }

  get #limit() {
    return Math.max(0, this.#height - this.#scroll.clientHeight);
  }

  get #scale() {
    const barLimit = Math.min(this.#height, MAX_HEIGHT) - this.#scroll.clientHeight;
    return this.#height <= MAX_HEIGHT ? 1 : this.#limit / barLimit;
  }

  #size() {
    this.#space.style.height = `${Math.min(this.#height, MAX_HEIGHT)}px`;
  }

  #moveTo(position) {
    this.#size();
    this.#position = Math.min(Math.max(0, position), this.#limit);
    this.#scroll.scrollTop = this.#position / this.#scale;
    this.#expected = this.#scroll.scrollTop;
    this.draw();
  }

  #scrolled() {
    if (Math.abs(this.#scroll.scrollTop - this.#expected) >= 1) {
      this.#expected = this.#scroll.scrollTop;
      this.#position = Math.min(this.#scroll.scrollTop * this.#scale, this.#limit);
      this.#options.moved();
    }
    this.draw();
  }

  // In very long logs the browser's own step would be many screens.
  #wheeled(event) {
    if (this.#scale === 1 || event.deltaY === 0 || event.ctrlKey) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? ROW : 1;
    this.#moveTo(this.#position + event.deltaY * unit);
    this.#options.moved();
  }

  #clicked(event) {
    const heading = event.target.closest("[data-section]");
    if (!heading) return;
    const row = Number(heading.dataset.row);
    const { section } = this.#rows.at(row);
    this.#rows.fold(section, !this.#rows.isFolded(section));
    this.#drawn.delete(`s${section.number}`);
    this.#options.toggled();
    this.draw();
    requestAnimationFrame(() =>
      this.#holder.querySelector(`[data-section="${section.number}"]`)?.focus(),
    );
  }

  #draw() {
    this.#size();
    this.#position = Math.min(this.#position, this.#limit);
    const first = Math.max(0, Math.floor(this.#position / ROW) - AROUND);
    const visible = Math.ceil(this.#scroll.clientHeight / ROW) + 2 * AROUND;
    const end = Math.min(this.#rows.count, first + visible);
    const shift = this.#scroll.scrollTop - (this.#position - first * ROW);
    this.#holder.style.transform = `translateY(${shift}px)`;
    const wanted = [];
    for (let row = first; row < end; row++) wanted.push(this.#element(row));
    this.#replace(wanted);
    this.#fetch(first, end);
  }

  #fetch(first, end) {
    const numbers = [];
    for (const row of [first, end - 1]) {
      const step = row === first ? 1 : -1;
      for (let each = row; each >= first && each < end; each += step) {
        const { line } = this.#rows.at(each);
        if (line) {
          numbers.push(line);
          break;
        }
      }
    }
    if (numbers.length === 2) this.#lines.want(numbers[0], numbers[1]);
  }

  #element(row) {
    const { line: number, section, lines } = this.#rows.at(row);
    const key = section ? `s${section.number}` : `l${number}`;
    const content = section ? JSON.stringify([section, lines, row]) : this.#lines.find(number);
    const before = this.#drawn.get(key);
    if (before && before.content === content) return before;
    const element = section
      ? drawSection(section, lines, row, this.#rows.isFolded(section))
      : drawLine(number, content, number === this.#marked, this.#options);
    const drawn = { element, content };
    this.#drawn.set(key, drawn);
    return drawn;
  }

  // Leaves what stays where it is, so that selected text stays selected.
  #replace(wanted) {
    const kept = new Set(wanted);
    for (const [key, drawn] of this.#drawn) {
      if (!kept.has(drawn)) this.#drawn.delete(key);
    }
    const elements = new Set(wanted.map((drawn) => drawn.element));
    for (const child of [...this.#holder.children]) {
      if (!elements.has(child)) child.remove();
    }
    let next = this.#holder.firstChild;
    for (const { element } of wanted) {
      if (element === next) next = next.nextSibling;
      else this.#holder.insertBefore(element, next);
    }
  }
}
