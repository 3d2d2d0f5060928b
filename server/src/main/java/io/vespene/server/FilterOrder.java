package io.vespene.server;

/** The order in which filters see a request, outermost first. */
final class FilterOrder {
  static final int FAILURE = 0;
  static final int BODY_LIMIT = 1;
  static final int SESSION = 2;
  static final int SECURITY = 3;

  private FilterOrder() {}
}
