package io.vespene.core.user;

/** What an API token is good for, from least to most; never for more than its user may do. */
public enum TokenScope {
  /** Looks at everything. */
  READ,
  /** Also starts and stops builds. */
  LAUNCH,
  /** Does everything. */
  WRITE;

  /** Whether it is good for what needs the other. */
  public boolean covers(TokenScope needed) {
    return compareTo(needed) >= 0;
  }
}
