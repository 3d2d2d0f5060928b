package org.example.vespene;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Checkout;
import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Command;
import io.vespene.plugin.CommandResult;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.Scm;
import io.vespene.plugin.SourceRevision;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Copies a folder of the worker's machine.
 *
 * @param below no folder elsewhere is copied, whatever a project asks for
 */
record FolderScm(Path below) implements Scm {
  @Override
  public String type() {
    return "folder";
  }

  @Override
  public SourceRevision checkOut(Checkout checkout, BuildCommands commands) throws PluginFailure {
    Path folder = find(checkout.url());
    CommandResult copy =
        commands.run(
            new Command(
                List.of("cp", "-R", "--", folder + "/.", checkout.directory().toString()),
                commands.hostEnvironment(),
                checkout.directory(),
                checkout.timeLimit()));
    if (!copy.succeeded()) {
      throw new CheckoutFailed("cp ended with exit code " + copy.exitCode());
    }
    return SourceRevision.NONE;
  }

  private Path find(String name) throws CheckoutFailed {
    try {
      // Only when links are resolved is it known where a path leads.
      Path base = below.toRealPath();
      Path folder = base.resolve(name).toRealPath();
      if (folder.startsWith(base)) {
        return folder;
      }
    } catch (IOException | InvalidPathException e) {
      throw new CheckoutFailed("there is no folder " + name + " in " + below, e);
    }
    throw new CheckoutFailed("the folder " + name + " is not in " + below);
  }
}
