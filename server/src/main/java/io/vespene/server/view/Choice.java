package io.vespene.server.view;

/**
 * One of the things that a field may be.
 *
 * @param value what is sent
 * @param label what is read
 */
public record Choice(String value, String label) {
  /** A choice that is sent as it is read. */
  public static Choice of(String value) {
    return new Choice(value, value);
  }
}
