// A stream of events that comes back after every interruption and goes on where it was.
import { found, lost } from "./connection.js";

const PAUSE = 2_000; // ms; browsers themselves come back sooner, but give up on some failures

// handlers: event name → function(event). interrupted() is called when the browser has given up: it
// may be that the viewer's session is over.
export function openStream(address, handlers, interrupted = () => {}) {
  let source = null;
  let timer = 0;
  let last = "";
  const open = () => {
    source = new EventSource(last ? `${address}?from=${last}` : address);
    source.addEventListener("open", found);
    source.addEventListener("error", () => {
      lost();
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(timer);
      timer = setTimeout(open, PAUSE);
      interrupted();
    });
    for (const [name, handle] of Object.entries(handlers)) {
      source.addEventListener(name, (event) => {
        last = event.lastEventId || last;
        handle(event);
      });
    }
  };
  open();
  return {
    close() {
      clearTimeout(timer);
      source.close();
    },
  };
}
