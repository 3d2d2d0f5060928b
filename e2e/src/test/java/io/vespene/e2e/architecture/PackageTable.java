package io.vespene.e2e.architecture;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What each package may use, as the table "Package, Holds, May use" of a Markdown text says it.
 *
 * @param mayUse package name to the names of packages that it may use, in the order of the table
 */
record PackageTable(Map<String, Set<String>> mayUse) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.]*");

  static PackageTable read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PackageTable parse(String markdown) {
    var rows = new LinkedHashMap<String, Set<String>>();
    boolean inside = false;
    for (String line : markdown.lines().toList()) {
      if (line.replace(" ", "").equals("|Package|Holds|Mayuse|")) {
        inside = true;
      } else if (!line.startsWith("|")) {
        inside = false;
      } else if (inside && !line.startsWith("|-")) {
        String[] cells = line.substring(1).split("\\|", -1);
        for (String name : names(cells[0])) {
          if (rows.put(name, names(cells[2])) != null) {
            throw new IllegalArgumentException("The package " + name + " has two rows");
          }
        }
      }
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("There is no table of packages");
    }
    return new PackageTable(rows);
  }

  Set<String> packages() {
    return mayUse.keySet();
  }

  boolean allows(String user, String used) {
    return user.equals(used)
        || Optional.ofNullable(mayUse.get(user)).map(names -> names.contains(used)).orElse(true);
  }

  private static Set<String> names(String cell) {
    return NAME.matcher(cell).results().map(MatchResult::group).collect(toUnmodifiableSet());
  }
}
