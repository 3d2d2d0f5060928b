package io.vespene.bench;

import java.util.List;

/** Measures one thing on an installation of its own, that does nothing else meanwhile. */
interface Measurement {
  List<Figure> measure();
}
