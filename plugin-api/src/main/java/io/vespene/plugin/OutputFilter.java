package io.vespene.plugin;

/** Changes lines of output before they are stored. */
public interface OutputFilter {
  /** The word that settings name it by; never changes. */
  String type();

  /** Begins with the output of one build. The answer is used by one thread at a time. */
  LineFilter begin(BuildFacts build);
}
