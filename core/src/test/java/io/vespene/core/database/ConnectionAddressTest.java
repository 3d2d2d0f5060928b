package io.vespene.core.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.core.problem.SetUpProblem;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionAddressTest {
  @Test
  void aJdbcUrlIsTakenAsItIs() {
    ConnectionAddress address = parse("jdbc:postgresql://db:5433/vespene?user=v&password=p");

    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/vespene?user=v&password=p");
    assertThat(address.user()).isEmpty();
  }

  @Test
  void aUriIsTakenApart() {
    ConnectionAddress address = parse("postgresql://v%40x:p%2Fq+r@db:5433/vespene?sslmode=require");

    assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db:5433/vespene?sslmode=require");
    assertThat(address.user()).contains("v@x");
    assertThat(address.password()).contains("p/q+r");
  }

  @Test
  void severalHostsAreKept() {
    assertThat(parse("postgres://v@one:1,two:2/vespene").jdbcUrl())
        .isEqualTo("jdbc:postgresql://one:1,two:2/vespene");
  }

  @Test
  void settingsBeatTheUrl() {
    var settings =
        new DatabaseSettings(
            "postgresql://a:b@db/vespene",
            Optional.of("user"),
            Optional.of("secret"),
            1,
            Duration.ofSeconds(1));

    ConnectionAddress address = ConnectionAddress.of(settings);
    assertThat(address.user()).contains("user");
    assertThat(address.password()).contains("secret");
    assertThat(address.toString() + settings).doesNotContain("secret").doesNotContain("a:b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mysql://db/x",
        "http://db",
        "postgresql://u:secret^@db /x",
        "jdbc:h2:mem:secret"
      })
  void otherUrlsAreRefusedWithoutShowingThem(String url) {
    assertThatThrownBy(() -> parse(url))
        .isInstanceOf(SetUpProblem.class)
        .hasMessageContaining("database.url")
        .hasMessageNotContaining("secret");
  }

  private static ConnectionAddress parse(String url) {
    return ConnectionAddress.of(DatabaseSettings.of(url));
  }
}
