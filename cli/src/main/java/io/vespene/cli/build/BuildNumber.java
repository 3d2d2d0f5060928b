package io.vespene.cli.build;

import io.vespene.cli.client.ApiPath;
import picocli.CommandLine.Parameters;

/** Names the build that a command is about. */
final class BuildNumber {
  @Parameters(index = "0", paramLabel = "BUILD", description = "The build's number.")
  private long number;

  long number() {
    return number;
  }

  ApiPath path() {
    return ApiPath.of("builds", Long.toString(number));
  }

  ApiPath path(String part) {
    return ApiPath.of("builds", Long.toString(number), part);
  }

  ApiPath path(String part, String detail) {
    return ApiPath.of("builds", Long.toString(number), part, detail);
  }
}
