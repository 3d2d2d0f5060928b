package io.vespene.jinja.evaluate;

/** How a statement ended. */
enum Flow {
  NEXT,
  BREAK,
  CONTINUE
}
