package io.vespene.cli.doctor;

import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.SafetySettings;
import io.vespene.core.problem.SetUpProblem;
import io.vespene.core.secret.Keyset;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks at the keys that encrypt secrets. */
final class ExamineKeys {
  private ExamineKeys() {}

  static Finding examine(EffectiveSettings settings) {
    Path file = SafetySettings.of(settings).keysetFile();
    boolean server = settings.has("database.url");
    if (!server && !Files.exists(file)) {
      return new Finding.Skipped("keys", "none here, which is right where only workers run");
    }
    if (!server) {
      return new Finding.Doubtful(
          "keys",
          file + " is on a machine that has no database set",
          "A worker needs no keys: remove the file unless a server runs here.");
    }
    try {
      Keyset.read(file);
      return new Finding.Good("keys", file + " can be used");
    } catch (SetUpProblem e) {
      return new Finding.Bad(
          "keys",
          String.valueOf(e.getMessage()),
          "Copy the file from another server, or make the first with 'vespene generate-secret'.");
    }
  }
}
