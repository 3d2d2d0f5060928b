package io.vespene.bench;

import io.vespene.e2e.installation.Installation;
import java.util.List;

/** Measures one thing on an installation that does nothing else meanwhile. */
interface Measurement {
  List<Figure> measure(Installation installation);
}
