package io.vespene.worker;

/** A setting of the worker has a value it can't have. */
public final class InvalidSetting extends IllegalArgumentException {
  private final String key;

  /**
   * @param key what the setting is called
   * @param value what was given
   * @param allowed what may be given instead: "1 to 1000"
   */
  public InvalidSetting(String key, Object value, String allowed) {
    super(key + " is " + value + ", but must be " + allowed);
    this.key = key;
  }

  public String key() {
    return key;
  }

  static void require(boolean valid, String key, Object value, String allowed) {
    if (!valid) {
      throw new InvalidSetting(key, value, allowed);
    }
  }
}
