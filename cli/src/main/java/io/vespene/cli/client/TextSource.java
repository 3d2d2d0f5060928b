package io.vespene.cli.client;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Long texts of options, which come from a file or from standard input. */
public record TextSource(InputStream standardInput) {
  /** More than any script needs; the server has its own, smaller limit. */
  private static final int LIMIT_BYTES = 16 * 1024 * 1024;

  /**
   * The whole text of a file, or of standard input when the file is {@code -}.
   *
   * @param option where the file's name comes from, for messages
   * @throws CommandFailure if it can't be read or is not UTF-8
   */
  public String read(String option, String file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, option + ": there is no file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, option + ": " + file + " is not UTF-8 text.", e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.BAD_INPUT, option + ": the file " + file + " can't be read.", e);
    }
  }

  private byte[] bytes(String file) throws IOException {
    if (file.equals("-")) {
      return standardInput.readNBytes(LIMIT_BYTES);
    }
    try (InputStream stream = Files.newInputStream(Path.of(file))) {
      return stream.readNBytes(LIMIT_BYTES);
    }
  }
}
