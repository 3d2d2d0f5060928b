package io.vespene.worker.plugin;

/** Says in one line what somebody's class did. */
final class Blame {
  private static final int LONGEST = 500;

  private Blame() {}

  /** The failure and what is behind it: "NoClassDefFoundError: org/example/Missing". */
  static String of(Throwable failure) {
    var text = new StringBuilder();
    Throwable current = failure;
    for (int depth = 0; current != null && depth < 5; depth++) {
      text.append(depth == 0 ? "" : ", because of ")
          .append(current.getClass().getSimpleName())
          .append(current.getMessage() == null ? "" : ": " + current.getMessage());
      current = current.getCause();
    }
    String line = text.toString().replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
  }
}
