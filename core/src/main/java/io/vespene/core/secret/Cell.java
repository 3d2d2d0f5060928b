package io.vespene.core.secret;

import java.nio.charset.StandardCharsets;

/** The one place in the database where a secret is valid. */
public record Cell(String table, long row, String column) {
  byte[] associatedData() {
    return (table + "/" + row + "/" + column).getBytes(StandardCharsets.UTF_8);
  }
}
