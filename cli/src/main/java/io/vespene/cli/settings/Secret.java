package io.vespene.cli.settings;

/** A value that no message, page or log may show. */
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
