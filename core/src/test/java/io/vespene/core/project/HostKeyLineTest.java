package io.vespene.core.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostKeyLineTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "github.com ",
        "[git.example.com]:2222,192.0.2.1 ",
        "|1|JfKTdBh7rNbXkVAQCRp4OQoPfmI=|USECr3SWf1JUPsms5AqfD5QfxkM= ",
        "@cert-authority *.example.com ",
        "!bad.example.com,*.example.com "
      })
  void linesThatSshReadsAreTaken(String host) {
    assertThat(HostKeyLine.problem(host + KEY)).isEmpty();
    assertThat(HostKeyLine.problem(host + KEY + " a comment, of any ✓ text")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# github.com:22 SSH-2.0-babeld",
        "github.com",
        "github.com ssh-ed25519",
        "github.com ssh-ed25519 !!!!",
        "github.com ssh-ed25519 AAAA",
        "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        "github.com ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
        "@other github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
        "git hub.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl"
      })
  void othersAreRefused(String line) {
    assertThat(HostKeyLine.problem(line)).isPresent();
  }

  @Test
  void whatWouldBecomeTwoLinesIsRefused() {
    assertThat(HostKeyLine.problem("github.com " + KEY + "\nevil.example " + KEY)).isPresent();
    assertThat(HostKeyLine.problem("github.com " + KEY + " \r\nevil.example " + KEY)).isPresent();
    assertThat(HostKeyLine.problem("x".repeat(8_000) + " " + KEY)).isPresent();
  }
}
