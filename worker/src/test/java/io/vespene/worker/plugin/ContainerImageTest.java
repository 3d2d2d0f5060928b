package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.plugin.ContainerImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerImageTest {
  private static final String DIGEST =
      "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "debian, docker.io/library/debian:latest",
    "debian:12, docker.io/library/debian:12",
    "somebody/debian, docker.io/somebody/debian:latest",
    "docker.io/library/debian, docker.io/library/debian:latest",
    "localhost/tools, localhost/tools:latest",
    "localhost:5000/tools, localhost:5000/tools:latest",
    "registry.example.org/a/b/c:v1.2_3-rc, registry.example.org/a/b/c:v1.2_3-rc",
    "registry.example.org:5000/team/tools:1, registry.example.org:5000/team/tools:1",
    "a__b/c-d.e, docker.io/a__b/c-d.e:latest",
    "a---b, docker.io/library/a---b:latest",
  })
  void aNameMeansWhatTheEnginesTakeItFor(String name, String full) {
    assertThat(ContainerImage.parse(name).orElseThrow().fullName()).isEqualTo(full);
  }

  @Test
  void aDigestBeatsTheTagBesideIt() {
    ContainerImage image = ContainerImage.parse("debian:12@" + DIGEST).orElseThrow();
    assertThat(image.fullName()).isEqualTo("docker.io/library/debian@" + DIGEST);
    assertThat(image.matches("debian@" + DIGEST)).isTrue();
    assertThat(image.matches("debian:12")).isFalse();
    assertThat(image.matches("debian")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-v",
        "--privileged",
        "--volume=/:/host",
        "-",
        "debian --privileged",
        "debian\n--privileged",
        "debian\0",
        "debian:12\n",
        " debian",
        "debian ",
        "Debian",
        "debian:",
        "debian:-x",
        "debian:a b",
        "debian@sha256:0123",
        "debian@md5:0123456789abcdef",
        "debian:12:13",
        "/debian",
        "debian/",
        "a//b",
        "../debian",
        "a/../b",
        "./debian",
        ".debian",
        "a/-b",
        "a_/b",
        "https://registry.example.org/debian",
        "registry.example.org:port/debian",
        "registry.example.org:123456/debian",
        "$(id)",
        "`id`",
        "debian;id",
        "debian|id",
        "d\u00e9bian",
        "de\u200bbian",
        "deb\u0131an",
        "user:password@registry.example.org/debian",
      })
  void whatIsNoNameIsRefused(String name) {
    assertThat(ContainerImage.parse(name)).isEmpty();
  }

  @Test
  void longNamesEndSomewhere() {
    assertThat(ContainerImage.parse("a".repeat(ContainerImage.MAX_LENGTH))).isPresent();
    assertThat(ContainerImage.parse("a".repeat(ContainerImage.MAX_LENGTH + 1))).isEmpty();
    assertThat(ContainerImage.parse("a-".repeat(ContainerImage.MAX_LENGTH / 2))).isEmpty();
    assertThat(ContainerImage.parse("a:" + "1".repeat(129))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "debian:12, debian, true",
    "debian:12, debian:12, true",
    "debian:12, debian:1*, true",
    "debian:12, debian:13, false",
    "debian:12, debian:1, false",
    "debian, debian:latest, true",
    "debian, debian:12, false",
    "debian:12, docker.io/library/debian, true",
    "docker.io/library/debian:12, debian, true",
    "somebody/debian, debian, false",
    "evil.example/debian, debian, false",
    "evil.example/library/debian, debian, false",
    "debian-evil, debian, false",
    "debian-evil, debian*, true",
    "xdebian, debian, false",
    "registry.example.org/team/tools:1, registry.example.org/team/*, true",
    "registry.example.org/team/sub/tools:1, registry.example.org/team/*, false",
    "registry.example.org/team/sub/tools:1, registry.example.org/team/**, true",
    "registry.example.org/team/sub/tools:1, registry.example.org/**:1, true",
    "registry.example.org/team/sub/tools:2, registry.example.org/**:1, false",
    "registry.example.org.evil.example/team/x, registry.example.org/**, false",
    "registry-example.org/x, registry.example.org/x, false",
    "evil.example/registry.example.org/x, registry.example.org/**, false",
    "evil.example/registry.example.org/x, **, true",
    "registry.example.org:5000/x, registry.example.org/x, false",
    "registry.example.org:5000/x, registry.example.org:5000/x, true",
    "registry.example.org:5000/x:7, registry.example.org:5000/*:7, true",
    "team/tools, team/*, true",
    "team/tools, *, false",
    "debian, *, true",
  })
  void aPatternAllowsWhatItSaysAndNoMore(String name, String pattern, boolean allowed) {
    assertThat(ContainerImage.isPattern(pattern)).isTrue();
    assertThat(ContainerImage.parse(name).orElseThrow().matches(pattern)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-x", " debian", "debian\nother", "de(bian", "[a-z]", "a|b", "\\Q", "é"})
  void patternsHoldOnlyNamesAndStars(String pattern) {
    assertThat(ContainerImage.isPattern(pattern)).isFalse();
  }

  @Test
  void aPatternOfManyStarsIsMatchedInTime() {
    ContainerImage image = ContainerImage.parse("a".repeat(400) + "/b").orElseThrow();
    assertThat(image.matches("*a".repeat(4) + "/c")).isFalse();
  }
}
