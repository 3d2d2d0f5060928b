package io.vespene.cli.client;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command that asks a server. */
public final class ConnectionOptions {
  private static final String USUAL_URL = "http://127.0.0.1:8000";

  private final Map<String, String> environment;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The server. Default: VESPENE_URL, else the one that 'vespene up' started here.")
  private @Nullable String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "A file that holds an API token. Default: VESPENE_TOKEN (the token itself), else the "
              + "admin's of 'vespene up'.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      description =
          "The data directory of 'vespene up'. Default: VESPENE_DATA_DIR, else ~/.vespene.")
  private @Nullable Path dataDirectory;

  public ConnectionOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The server that these options and the environment mean.
   *
   * @throws CommandFailure if the address is malformed or no token is to be had
   */
  public Api connect() {
    return new Api(address());
  }

  private ApiAddress address() {
    LocalInstallation local = LocalInstallation.of(Optional.ofNullable(dataDirectory), environment);
    Optional<String> wanted =
        Optional.ofNullable(url).or(() -> Optional.ofNullable(environment.get("VESPENE_URL")));
    URI server = parse(wanted.or(local::findUrl).orElse(USUAL_URL));
    return new ApiAddress(server, token(local, server));
  }

  private String token(LocalInstallation local, URI server) {
    if (tokenFile != null) {
      Path file = tokenFile;
      return LocalInstallation.findLine(file)
          .orElseThrow(() ->
              new CommandFailure(
                  ExitCode.BAD_INPUT, "--token-file: the file " + file + " holds no token."));
    }
    return Optional.ofNullable(environment.get("VESPENE_TOKEN"))
        .filter(token -> !token.isBlank())
        .or(() -> isThisMachine(server) ? local.findToken() : Optional.empty())
        .orElseThrow(() -> new CommandFailure(ExitCode.NOT_ALLOWED, noToken(local, server)));
  }

  /** The local administrator's token is never sent to another machine. */
  private static boolean isThisMachine(URI server) {
    String host = server.getHost();
    return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
  }

  private static String noToken(LocalInstallation local, URI server) {
    return isThisMachine(server)
        ? "There is no API token: set VESPENE_TOKEN, use --token-file, or start 'vespene up', which"
            + " makes one in "
            + local.tokenFile()
            + "."
        : "There is no API token for " + server + ": set VESPENE_TOKEN or use --token-file.";
  }

  private static URI parse(String text) {
    String wrong =
        "The server's address '"
            + text
            + "' (--url or VESPENE_URL) must look like https://vespene.example.com.";
    URI uri;
    try {
      uri = new URI(text.replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, wrong, e);
    }
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getUserInfo() != null) {
      throw new CommandFailure(ExitCode.BAD_INPUT, wrong);
    }
    return uri;
  }
}
