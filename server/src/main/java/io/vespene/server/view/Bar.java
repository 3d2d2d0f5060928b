package io.vespene.server.view;

/**
 * One build in the small chart of a project's latest builds.
 *
 * @param height of the bar, 2 to {@link Trend#HEIGHT}
 * @param badge how the build ended
 * @param label what a pointer over it shows
 */
public record Bar(int x, int height, Badge badge, String label) {
  /** Where the bar begins, counted from the top. */
  public int y() {
    return Trend.HEIGHT - height;
  }
}
