package io.vespene.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir private Path directory;

  @Test
  void everyDefaultIsWhatTheGuideSays() {
    EffectiveSettings settings = environment(Map.of("VESPENE_DATABASE_URL", "postgresql://h/d"));

    assertThat(DatabaseSettings.of(settings))
        .isEqualTo(
            new DatabaseSettings(
                "jdbc:postgresql://h/d",
                Optional.empty(),
                Optional.empty(),
                16,
                Duration.ofSeconds(10)));
    assertThat(ListenSettings.of(settings))
        .isEqualTo(
            new ListenSettings(
                InetAddress.ofLiteral("127.0.0.1"),
                8000,
                Duration.ofHours(12),
                Duration.ofSeconds(20),
                URI.create("http://127.0.0.1:8000")));
    assertThat(EngineTimes.of(settings))
        .isEqualTo(
            new EngineTimes(
                Duration.ofSeconds(15),
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Duration.ofMinutes(10)));
    assertThat(WorkplaceSettings.of(settings))
        .isEqualTo(
            new WorkplaceSettings(
                List.of(URI.create("http://127.0.0.1:8000")),
                Path.of("/var/lib/vespene/worker"),
                Path.of("/var/lib/vespene/builds"),
                Optional.empty(),
                256L << 20));
    assertThat(WorkerWaits.of(settings))
        .isEqualTo(
            new WorkerWaits(
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                2L << 30,
                10L << 30));
    assertThat(FileServingSettings.of(settings))
        .isEqualTo(
            new FileServingSettings(
                true,
                Optional.empty(),
                InetAddress.ofLiteral("0.0.0.0"),
                0,
                false,
                Optional.empty()));
    assertThat(SafetySettings.of(settings))
        .isEqualTo(new SafetySettings(Path.of("/etc/vespene/keyset.json"), false, false));
    assertThat(LogSettings.of(settings)).isEqualTo(new LogSettings(false, "info"));
  }

  @Test
  void everySettingIsMappedFromTheEnvironment() {
    Map<String, String> values = new HashMap<>();
    values.put("VESPENE_DATABASE_URL", "jdbc:postgresql://db:5433/builds?sslmode=require");
    values.put("VESPENE_DATABASE_USER", "builder");
    values.put("VESPENE_DATABASE_PASSWORD", "hidden");
    values.put("VESPENE_DATABASE_POOL_SIZE", "3");
    values.put("VESPENE_DATABASE_CONNECT_TIMEOUT", "1s");
    values.put("VESPENE_PUBLIC_URL", "https://ci.example.com/");
    values.put("VESPENE_SERVER_BIND_ADDRESS", "::");
    values.put("VESPENE_SERVER_PORT", "81");
    values.put("VESPENE_SERVER_SESSION_TIMEOUT", "2h");
    values.put("VESPENE_SERVER_STOP_LIMIT", "3s");
    values.put("VESPENE_ENGINE_HAND_OVER", "1s");
    values.put("VESPENE_ENGINE_POLL_HOLD", "2s");
    values.put("VESPENE_ENGINE_UNREACHABLE_AFTER", "3s");
    values.put("VESPENE_ENGINE_REAP_EVERY", "400ms");
    values.put("VESPENE_ENGINE_AUTO_ABORT_EVERY", "5s");
    values.put("VESPENE_ENGINE_RETENTION_EVERY", "5500ms");
    values.put("VESPENE_ENGINE_CHECKOUT_TIMEOUT", "6m");
    values.put("VESPENE_WORKER_SERVERS", "http://a:1, https://b/");
    values.put("VESPENE_WORKER_STATE_DIRECTORY", "/state");
    values.put("VESPENE_WORKER_BUILD_ROOT", "/builds/../root");
    values.put("VESPENE_WORKER_HOST_NAME", "builder7");
    values.put("VESPENE_WORKER_DISK_FLOOR", "0");
    values.put("VESPENE_FILESERVING_ENABLED", "false");
    values.put("VESPENE_FILESERVING_HOSTNAME", "files7");
    values.put("VESPENE_FILESERVING_BIND_ADDRESS", "::1");
    values.put("VESPENE_FILESERVING_PORT", "8001");
    values.put("VESPENE_FILESERVING_THROUGH_SERVER", "true");
    values.put("VESPENE_BUILDROOT_WEB_LINK", "https://f/{{ build.id }}");
    values.put("VESPENE_WORKER_SPOOL_LIMIT", "3MiB");
    values.put("VESPENE_WORKER_MIRROR_LIMIT", "0");
    values.put("VESPENE_WORKER_KILL_GRACE", "0ms");
    values.put("VESPENE_WORKER_SWEEP_PAUSE", "7s");
    values.put("VESPENE_WORKER_RETENTION_PAUSE", "7500ms");
    values.put("VESPENE_WORKER_REFUSED_PAUSE", "8s");
    values.put("VESPENE_WORKER_ABORT_LIMIT", "9s");
    values.put("VESPENE_PLUGINS_DIRECTORY", "/jars");
    values.put("VESPENE_KEYSET_FILE", "/keys");
    values.put("VESPENE_ALLOW_UNISOLATED", "true");
    values.put("VESPENE_ALLOW_FILE_URLS", "true");
    values.put("VESPENE_LOG_FORMAT", "json");
    values.put("VESPENE_LOG_LEVEL", "debug");
    EffectiveSettings settings = environment(values);

    assertThat(AllSettings.list().stream().map(Setting::variable).collect(Collectors.toSet()))
        .as("every setting but the one that excludes another stands above")
        .containsExactlyInAnyOrderElementsOf(
            and(values.keySet(), "VESPENE_DATABASE_PASSWORD_FILE"));
    assertThat(DatabaseSettings.of(settings))
        .isEqualTo(
            new DatabaseSettings(
                "jdbc:postgresql://db:5433/builds?sslmode=require",
                Optional.of("builder"),
                Optional.of(new Secret("hidden")),
                3,
                Duration.ofSeconds(1)));
    assertThat(ListenSettings.of(settings))
        .isEqualTo(
            new ListenSettings(
                InetAddress.ofLiteral("::"),
                81,
                Duration.ofHours(2),
                Duration.ofSeconds(3),
                URI.create("https://ci.example.com")));
    assertThat(EngineTimes.of(settings))
        .isEqualTo(
            new EngineTimes(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofMillis(400),
                Duration.ofSeconds(5),
                Duration.ofMillis(5500),
                Duration.ofMinutes(6)));
    assertThat(WorkplaceSettings.of(settings))
        .isEqualTo(
            new WorkplaceSettings(
                List.of(URI.create("http://a:1"), URI.create("https://b")),
                Path.of("/state"),
                Path.of("/root"),
                Optional.of("builder7"),
                0));
    assertThat(WorkerWaits.of(settings))
        .isEqualTo(
            new WorkerWaits(
                Duration.ZERO,
                Duration.ofSeconds(7),
                Duration.ofMillis(7500),
                Duration.ofSeconds(8),
                Duration.ofSeconds(9),
                3L << 20,
                0));
    assertThat(FileServingSettings.of(settings))
        .isEqualTo(
            new FileServingSettings(
                false,
                Optional.of("files7"),
                InetAddress.ofLiteral("::1"),
                8001,
                true,
                Optional.of("https://f/{{ build.id }}")));
    assertThat(SafetySettings.of(settings))
        .isEqualTo(new SafetySettings(Path.of("/keys"), true, true));
    assertThat(LogSettings.of(settings)).isEqualTo(new LogSettings(true, "debug"));
  }

  @Test
  void anOptionBeatsAVariableBeatsTheFileBeatsTheDefault() throws Exception {
    Path file = file("server:\n  port: 1\n  stop-limit: 1s\nlog:\n  level: warn\n");

    EffectiveSettings settings =
        ReadSettings.read(
            Optional.of(file),
            Map.of("VESPENE_SERVER_PORT", "2", "VESPENE_SERVER_STOP_LIMIT", "2s"),
            Map.of("server.port", new GivenValue("3", new Origin.OnCommandLine("--port"))));

    assertThat(settings.shown(ListenSettings.PORT)).isEqualTo("3");
    assertThat(settings.origin(ListenSettings.PORT)).isEqualTo("option --port");
    assertThat(settings.origin(ListenSettings.STOP_LIMIT))
        .isEqualTo("environment variable VESPENE_SERVER_STOP_LIMIT");
    assertThat(settings.origin(LogSettings.LEVEL)).isEqualTo(file + ", line 5");
    assertThat(settings.origin(LogSettings.FORMAT)).isEqualTo("default");
    assertThat(settings.origin(DatabaseSettings.URL)).isEqualTo("not set");
  }

  @Test
  void everyProblemIsNamedWithKeyValuePlaceAndWhatIsAllowed() throws Exception {
    Path file =
        file(
            """
            server:
              prot: 1
              port: 99999
            worker.servers: [http://a, ftp://b]
            log.format: xml
            engine.reap-every: 5
            """);

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> ReadSettings.read(Optional.of(file), Map.of(), Map.of()))
        .satisfies(failure ->
            assertThat(failure.problems())
                .containsExactlyInAnyOrder(
                    "server.prot: is not a setting (%s, line 2); did you mean server.port?"
                        .formatted(file),
                    "server.port: must be a whole number from 0 to 65535, not '99999' (%s, line 3)"
                        .formatted(file),
                    "worker.servers: must be one or more addresses such as"
                        + " https://vespene.example.com, not 'http://a,ftp://b' (%s, line 4)"
                            .formatted(file),
                    "log.format: must be text or json, not 'xml' (%s, line 5)".formatted(file),
                    "engine.reap-every: must be a time such as 500ms, 30s, 5m or 12h, from"
                        + " 100ms to 1h, not '5' (%s, line 6)".formatted(file)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: [1 | not proper YAML",
        "server.port: 1\\nserver.port: 2 | server.port: is set twice",
        "server.port: | server.port: has no value",
        "- 1 | expected keys with their values",
        "worker.servers: [[a]] | a list may only hold plain values",
        "a: &x {b: *x} | expected keys with their values",
      })
  void aMalformedFileIsRefused(String content, String problem) throws Exception {
    Path file = file(content.replace("\\n", "\n"));

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> ReadSettings.read(Optional.of(file), Map.of(), Map.of()))
        .withMessageContaining(problem)
        .withMessageContaining(file.toString());
  }

  @Test
  void aMisspeltVariableIsRefusedAndAStrangersIsNot() {
    assertThat(environment(Map.of("VESPENE_BUILD_ID", "7"))).isNotNull();
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> environment(Map.of("VESPENE_ALOW_UNISOLATED", "true")))
        .withMessage(
            "VESPENE_ALOW_UNISOLATED: is not a setting; did you mean VESPENE_ALLOW_UNISOLATED?");
  }

  @Test
  void secretsAreNeverShown() {
    EffectiveSettings settings =
        environment(
            Map.of(
                "VESPENE_DATABASE_URL", "postgresql://me:hid%20den@h:1/d",
                "VESPENE_DATABASE_PASSWORD", "hidden"));

    assertThat(settings.shown(DatabaseSettings.URL)).isEqualTo("postgresql://me:***@h:1/d");
    assertThat(settings.shown(DatabaseSettings.PASSWORD)).isEqualTo("***");
    assertThat(DatabaseSettings.of(settings).toString()).doesNotContain("hid");
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> environment(Map.of("VESPENE_DATABASE_URL", "mysql://me:hidden@h/d")))
        .satisfies(failure -> assertThat(failure).hasMessageNotContaining("hidden"));
  }

  @Test
  void theAddressMayNameUserAndPassword() {
    DatabaseSettings database =
        DatabaseSettings.of(
            environment(
                Map.of("VESPENE_DATABASE_URL", "postgres://me:a%2Fb+c@h/d?sslmode=require")));

    assertThat(database.jdbcUrl()).isEqualTo("jdbc:postgresql://h/d?sslmode=require");
    assertThat(database.user()).contains("me");
    assertThat(database.password()).contains(new Secret("a/b+c"));
  }

  @Test
  void aFileWithASecretMustBeItsOwnersAlone() throws Exception {
    Path file = file("database.password: hidden\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> ReadSettings.read(Optional.of(file), Map.of(), Map.of()))
        .withMessageContaining("chmod 600 " + file);

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(
            ReadSettings.read(Optional.of(file), Map.of(), Map.of())
                .shown(DatabaseSettings.PASSWORD))
        .isEqualTo("***");
  }

  @Test
  void thePasswordMayStandInAFileOfItsOwn() throws Exception {
    Path password = file("hidden\n");
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
    Map<String, String> variables =
        Map.of(
            "VESPENE_DATABASE_URL",
            "postgresql://h/d",
            "VESPENE_DATABASE_PASSWORD_FILE",
            password.toString());

    assertThat(DatabaseSettings.of(environment(variables)).password())
        .contains(new Secret("hidden"));

    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> DatabaseSettings.of(environment(variables)));
  }

  @Test
  void whatMustBeSetIsAskedForByName() {
    assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> DatabaseSettings.of(environment(Map.of())))
        .withMessageContaining("database.url: must be set")
        .withMessageContaining("VESPENE_DATABASE_URL");
  }

  private static EffectiveSettings environment(Map<String, String> variables) {
    return ReadSettings.readWithout(Optional.empty(), variables, Map.of());
  }

  private static List<String> and(Set<String> variables, String more) {
    return Stream.concat(variables.stream(), Stream.of(more)).toList();
  }

  private Path file(String content) throws Exception {
    return Files.writeString(directory.resolve("settings.yaml"), content);
  }
}
