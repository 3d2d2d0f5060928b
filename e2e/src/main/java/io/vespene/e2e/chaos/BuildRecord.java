package io.vespene.e2e.chaos;

import java.util.Optional;

/** A build as the database has it in the end. */
record BuildRecord(long id, String status, Optional<Integer> exitCode, String reason) {
  static final String QUERY =
      "SELECT id, status, coalesce(exit_code::text, ''), coalesce(reason, '') FROM builds ORDER BY id";

  static BuildRecord parse(String row) {
    String[] parts = row.split("\\|", 4);
    return new BuildRecord(
        Long.parseLong(parts[0]),
        parts[1],
        parts[2].isEmpty() ? Optional.empty() : Optional.of(Integer.valueOf(parts[2])),
        parts[3]);
  }

  /** Whether its script ended by itself. */
  boolean ranToItsEnd() {
    return exitCode.isPresent() && (status.equals("SUCCESS") || status.equals("FAILURE"));
  }
}
