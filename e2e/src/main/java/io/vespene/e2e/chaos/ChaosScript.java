package io.vespene.e2e.chaos;

import java.nio.file.Path;

/**
 * What every build runs: takes a lock that its children share, notes that it has begun, prints
 * lines that anybody can foretell, and behaves badly in a way that depends on its number.
 */
final class ChaosScript {
  private static final int LEAST_LINES = 50;
  private static final int SPREAD = 900;

  private ChaosScript() {}

  /**
   * The script.
   *
   * @param records a folder that every run writes to: {@code N.run} and {@code overlaps}
   */
  static String text(Path records) {
    return """
    #!/bin/bash
    records="%s"
    id=$VESPENE_BUILD_ID
    exec 9> "$records/$id.lock"
    flock -n 9 || echo "$id" >> "$records/overlaps"
    echo "begun $$" >> "$records/$id.run"
    case $((id %% 5)) in
      1) trap '' TERM ;;
      2) setsid sleep 600 & ;;
      3) (nohup sleep 600 > /dev/null 2>&1 &) ;;
    esac
    for ((line = 0; line < %d + id * 37 %% %d; line++)); do
      echo "build $id line $line is known to everybody"
      ((line %% 50)) || sleep 0.1
    done
    echo done >> "$records/$id.run"
    exit $((id %% 7 ? 0 : 3))
    """
        .formatted(records, LEAST_LINES, SPREAD);
  }

  /** The line that the build of this number prints as its n-th, from 0. */
  static String line(long build, long number) {
    return "build " + build + " line " + number + " is known to everybody";
  }

  /** How many lines a build prints that is left alone. */
  static long lines(long build) {
    return LEAST_LINES + build * 37 % SPREAD;
  }

  /** With what it ends when it is left alone. */
  static int exitCode(long build) {
    return build % 7 == 0 ? 3 : 0;
  }
}
