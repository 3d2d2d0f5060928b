package io.vespene.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WorkDirectoryTest {
  @Test
  void itIsRemovedWithAllBelow() throws IOException {
    WorkDirectory directory = WorkDirectory.create();
    Path deep = directory.file().toPath().resolve("work/Tomcat");
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("file"), "x");

    directory.remove();
    directory.remove();

    assertThat(directory.file()).doesNotExist();
  }
}
