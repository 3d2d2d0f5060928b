package io.vespene.cli.doctor;

import io.vespene.cli.service.LogSetup;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.cli.settings.LogSettings;
import io.vespene.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one thing after the other and prints what it finds. */
record Examination(
    Terminal terminal, EffectiveSettings settings, String version, Optional<String> sudoUser) {
  /** Runs all of it; false if something does not work. */
  boolean run() {
    // What libraries log about a failure is said here in better words.
    LogSetup.apply(new LogSettings(false, "error"));
    List<Finding> findings = new ArrayList<>();
    findings.add(versions());
    findings.addAll(new ExamineDatabase().examine(settings));
    findings.add(ExamineKeys.examine(settings));
    findings.addAll(ExaminePrograms.examine(sudoUser));
    findings.add(ExaminePlugins.examine(settings));
    findings.addAll(ExamineDisk.examine(settings));
    findings.forEach(this::print);
    boolean healthy = findings.stream().noneMatch(Finding.Bad.class::isInstance);
    terminal.print(healthy ? "Nothing is broken." : "Something does not work.");
    return healthy;
  }

  private Finding versions() {
    return new Finding.Good(
        "versions",
        "Vespene "
            + version
            + ", Java "
            + Runtime.version().feature()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.version"));
  }

  private void print(Finding finding) {
    switch (finding) {
      case Finding.Good good -> line("ok", good);
      case Finding.Skipped skipped -> line("–", skipped);
      case Finding.Doubtful doubtful -> {
        line("doubtful", doubtful);
        terminal.print("            → " + doubtful.advice());
      }
      case Finding.Bad bad -> {
        line("BROKEN", bad);
        terminal.print("            → " + bad.advice());
      }
    }
  }

  private void line(String verdict, Finding finding) {
    terminal.print(
        verdict + " ".repeat(10 - verdict.length()) + finding.subject() + ": " + finding.text());
  }
}
