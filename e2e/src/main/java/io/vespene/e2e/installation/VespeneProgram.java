package io.vespene.e2e.installation;

import io.vespene.e2e.Checkout;
import io.vespene.e2e.process.Command;
import io.vespene.e2e.process.Folder;
import java.util.ArrayList;
import java.util.List;

/** The packaged program, as somebody whose home is empty calls it. */
final class VespeneProgram {
  private VespeneProgram() {}

  /** Returns a call of it, from a folder that also holds the home. */
  static Command call(Folder folder, String... arguments) {
    var all = new ArrayList<>(List.of(Checkout.program().toString()));
    all.addAll(List.of(arguments));
    return Command.of(all)
        .in(folder.path())
        .with("HOME", folder.folder("home").toString())
        .with("JAVA_HOME", System.getProperty("java.home"));
  }
}
