package io.vespene.server.files;

import java.io.InputStream;
import java.util.Map;

/**
 * A file on its way from a worker. Whoever has it closes its stream.
 *
 * @param status 200, 206 for a part, or 416 for a part that does not exist
 * @param headers those that are to be handed on: length, type, name, range
 */
public record FetchedFile(int status, Map<String, String> headers, InputStream body) {
  public FetchedFile {
    headers = Map.copyOf(headers);
  }
}
