package io.vespene.cli.settings;

import java.net.InetAddress;
import java.util.Optional;

/**
 * How people get to the files of builds.
 *
 * @param enabled whether workers serve them and servers show them
 * @param hostName under which a worker's port is reached; empty for the worker's own host name
 * @param bindAddress where workers listen
 * @param port where workers listen; 0 takes any free one
 * @param throughServer whether servers hand files on, instead of sending browsers to the workers
 * @param webLink a template of the address where triggers publish the files instead
 */
public record FileServingSettings(
    boolean enabled,
    Optional<String> hostName,
    InetAddress bindAddress,
    int port,
    boolean throughServer,
    Optional<String> webLink) {
  static final Setting<Boolean> ENABLED =
      new Setting<>(
          "fileserving.enabled",
          ValueTypes.flag(),
          Optional.of("true"),
          "Workers serve the directories of their builds, and servers show them.");

  static final Setting<String> HOST_NAME =
      new Setting<>(
          "fileserving.hostname",
          ValueTypes.text(),
          Optional.empty(),
          "The name under which servers and browsers reach a worker's file port. Default: "
              + "`worker.host-name`, else the machine's own.");

  static final Setting<InetAddress> BIND_ADDRESS =
      new Setting<>(
          "fileserving.bind-address",
          ValueTypes.ipAddress(),
          Optional.of("0.0.0.0"),
          "The address a worker's file port listens on. It answers only what a server has signed.");

  static final Setting<Integer> PORT =
      new Setting<>(
          "fileserving.port",
          ValueTypes.wholeNumber(0, 65535),
          Optional.of("0"),
          "A worker's file port; 0 takes any free one, which several workers on a machine need.");

  static final Setting<Boolean> THROUGH_SERVER =
      new Setting<>(
          "fileserving.through-server",
          ValueTypes.flag(),
          Optional.of("false"),
          "Servers hand files on, for browsers that can't reach workers or came by https.");

  static final Setting<String> WEB_LINK =
      new Setting<>(
          "buildroot-web-link",
          ValueTypes.text(),
          Optional.empty(),
          "Where a trigger publishes builds' files: a template such as "
              + "https://files.example.com/{{ build.id }}/, linked in place of the workers.");

  /** Takes them from all settings. */
  public static FileServingSettings of(EffectiveSettings settings) {
    return new FileServingSettings(
        settings.require(ENABLED),
        settings.find(HOST_NAME),
        settings.require(BIND_ADDRESS),
        settings.require(PORT),
        settings.require(THROUGH_SERVER),
        settings.find(WEB_LINK));
  }
}
