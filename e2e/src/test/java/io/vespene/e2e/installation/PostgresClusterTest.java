package io.vespene.e2e.installation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The database that end-to-end tests crash comes back with what was committed. */
class PostgresClusterTest {
  @Test
  void whatWasCommittedSurvivesACrash() {
    try (var cluster = PostgresCluster.start()) {
      cluster.query("CREATE TABLE survivors (name text)");
      cluster.query("INSERT INTO survivors VALUES ('alice')");

      cluster.crashAndRestart();

      assertThat(cluster.query("SELECT name FROM survivors")).isEqualTo("alice\n");
    }
  }
}
