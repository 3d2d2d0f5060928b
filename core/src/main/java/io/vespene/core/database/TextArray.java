package io.vespene.core.database;

import java.sql.Array;
import java.sql.SQLException;
import java.util.List;

/** Arrays of texts as queries answer them. */
public final class TextArray {
  private TextArray() {}

  public static List<String> read(Array column) throws SQLException {
    return List.of((String[]) column.getArray());
  }
}
