package io.vespene.e2e.browser;

/** How a page is looked at: the size of the window in pixels of the page, and the colours. */
public enum Look {
  LIGHT(1440, 900, false),
  DARK(1440, 900, true),
  PHONE(360, 740, false),
  DARK_PHONE(360, 740, true);

  private final int width;
  private final int height;
  private final boolean dark;

  Look(int width, int height, boolean dark) {
    this.width = width;
    this.height = height;
    this.dark = dark;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  boolean dark() {
    return dark;
  }
}
