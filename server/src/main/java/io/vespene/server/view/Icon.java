package io.vespene.server.view;

/** Line drawings on a field of 24 by 24. */
public enum Icon {
  ALERT("M12 4 2.5 20h19zM12 10v4M12 17h.01"),
  CHECK("m5 12.500 4.500 4.500L19 7.500"),
  CROSS("M6 6l12 12M18 6 6 18"),
  CLOCK("M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M12 8v4.500l3 2"),
  DOWNLOAD("M12 4v11M7.500 10.500 12 15l4.500-4.500M5 20h14"),
  DRAIN("M12 4v10M8 10l4 4 4-4M5 19h14"),
  FILE("M6 3.500h8l4.500 4.500v12.500H6zM13.500 3.500V8.500h5"),
  FOLDER("M3.500 6h6l2 2.500h9V19h-17z"),
  GLOBE(
      "M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17M3.500 12h17M12 3.500c-5 5-5 12 0 17c5-5 5-12 0-17"),
  GONE("M7 12h10M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17"),
  KEY(
      "M14.500 3.500a6 6 0 1 0 3.800 10.600A6 6 0 0 0 14.500 3.500M10 13l-7 7M5 18l2.500 2.500M16 8h.01"),
  PENCIL("M4 20h4L19 9l-4-4L4 16zM13 7l4 4"),
  PLAY("M8 5.500v13l10.500-6.500z"),
  PLUS("M12 5v14M5 12h14"),
  QUESTION("M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 17.500h.01"),
  RUNNING("M12 3.500a8.500 8.500 0 1 1-8.500 8.500"),
  SEARCH("M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13M15.500 15.500 20 20"),
  STOP("M7 7h10v10H7z"),
  TRASH("M4 7h16M10 11v6M14 11v6M6 7l1 13h10l1-13M9 7V4h6v3");

  private final String path;

  Icon(String path) {
    this.path = path;
  }

  /** The drawing, as the {@code d} of an SVG path. */
  public String path() {
    return path;
  }
}
