package io.vespene.e2e.browser;

/** How a page is looked at: the size of the window in pixels of the page, and the colours. */
public enum Look {
  LIGHT(1280, 900, false),
  DARK(1280, 900, true),
  PHONE(390, 844, false);

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
