package io.vespene.cli.doctor;

import io.vespene.cli.service.CoreFailures;
import io.vespene.cli.service.OpenCore;
import io.vespene.cli.settings.EffectiveSettings;
import io.vespene.core.Core;
import io.vespene.core.problem.VespeneException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the database: does it answer, is it new enough, are its tables current. */
final class ExamineDatabase {
  private static final int OLDEST = 15;
  private static final int NEWEST = 18;
  private static final Duration SKEW_LIMIT = Duration.ofSeconds(2);

  private final List<Finding> findings = new ArrayList<>();

  List<Finding> examine(EffectiveSettings settings) {
    if (!settings.has("database.url")) {
      findings.add(
          new Finding.Skipped(
              "database", "database.url is not set, which is right where only workers run"));
      return findings;
    }
    try (Core core = OpenCore.openWithoutKeys(settings)) {
      examineVersion(core);
      examineTables(core);
      examineClock(core);
    } catch (VespeneException e) {
      findings.add(
          new Finding.Bad(
              "database",
              CoreFailures.withCause(e),
              "Check database.url, user and password, and that PostgreSQL runs and lets this"
                  + " machine in (pg_hba.conf)."));
    }
    return findings;
  }

  private void examineVersion(Core core) {
    String version = core.database().serverVersion();
    int major = Integer.parseInt(version.split("\\D", 2)[0]);
    if (major < OLDEST) {
      findings.add(
          new Finding.Bad(
              "database", "PostgreSQL " + version, "Upgrade it to " + OLDEST + " or newer."));
    } else if (major > NEWEST) {
      findings.add(
          new Finding.Doubtful(
              "database",
              "PostgreSQL " + version,
              "Vespene was tested up to version " + NEWEST + ": watch its log."));
    } else {
      findings.add(new Finding.Good("database", "PostgreSQL " + version + " answers"));
    }
  }

  private void examineTables(Core core) {
    try {
      core.migrations().requireCurrent();
      findings.add(new Finding.Good("tables", "up to date"));
    } catch (VespeneException e) {
      findings.add(
          new Finding.Bad("tables", String.valueOf(e.getMessage()), "Run 'vespene migrate'."));
    }
  }

  private void examineClock(Core core) {
    Duration skew = new DatabaseClockStore(core.database()).skew();
    String text =
        "this machine's clock and the database's differ by " + skew.abs().toMillis() + " ms";
    findings.add(
        skew.abs().compareTo(SKEW_LIMIT) > 0
            ? new Finding.Doubtful(
                "clock", text, "Let NTP (chrony, systemd-timesyncd) set the clocks.")
            : new Finding.Good("clock", text));
  }
}
