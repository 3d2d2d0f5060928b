package io.vespene.worker.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** Keeps a worker's credential between its lives, readable by its own user only. */
public final class CredentialFile {
  private final Path file;

  public CredentialFile(Path file) {
    this.file = file;
  }

  /**
   * The credential, if one was saved.
   *
   * @throws IOException if the file is there but can't be read or understood
   */
  public Optional<Credential> find() throws IOException {
    try {
      return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), Credential.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      throw new IOException(file + " holds no worker's credential; remove it to enrol again", e);
    }
  }

  /** Saves the credential in place of an earlier one, whole or not at all. */
  public void save(Credential credential) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(fresh, Json.MAPPER.writeValueAsBytes(credential));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
