package io.vespene.e2e.installation;

import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Workers that join from outside, each a process with files of its own. */
final class Workers implements AutoCloseable {
  private final List<WorkerProcess> started = new ArrayList<>();
  private final Folder folder;
  private final UnaryOperator<Command> surroundings;

  Workers(Folder folder, UnaryOperator<Command> surroundings) {
    this.folder = folder;
    this.surroundings = surroundings;
  }

  /** Returns the client, as the owner of a token calls it. */
  Command client(URI server, String token, String... arguments) {
    return VespeneProgram.call(folder, arguments)
        .with("VESPENE_URL", server.toString())
        .with("VESPENE_TOKEN", token);
  }

  /** Starts a worker; the pool's token is made with that of a superuser. */
  WorkerProcess start(
      URI server, String superuserToken, String name, String pool, List<String> options) {
    Path token = folder.resolve("token-" + pool);
    if (!Files.exists(token)) {
      folder.file("token-" + pool, client(server, superuserToken, "pool", "token", pool).output());
      Command.of("chmod", "600", token.toString()).output();
    }
    var arguments = new ArrayList<>(List.of("worker", pool, "--name", name));
    arguments.addAll(List.of("--server", server.toString(), "--token-file", token.toString()));
    arguments.addAll(options);
    Path home = folder.folder("worker-" + name);
    Command command =
        VespeneProgram.call(folder, arguments.toArray(String[]::new))
            .with("VESPENE_ALLOW_UNISOLATED", "true")
            .with("VESPENE_FILESERVING_BIND_ADDRESS", "127.0.0.1")
            .with("VESPENE_FILESERVING_HOSTNAME", "127.0.0.1")
            .with("VESPENE_WORKER_STATE_DIRECTORY", home.resolve("state").toString())
            .with("VESPENE_WORKER_BUILD_ROOT", home.resolve("builds").toString());
    var worker = new WorkerProcess(name, surroundings.apply(command), home);
    started.add(worker);
    return worker;
  }

  @Override
  public void close() {
    started.forEach(WorkerProcess::close);
  }
}
