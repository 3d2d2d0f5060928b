package io.vespene.core.worker;

import io.vespene.core.secret.Cell;
import io.vespene.core.secret.Keyset;
import io.vespene.core.secret.Tokens;
import java.util.Base64;

/** The keys with which servers sign what they ask of workers' file ports, one per worker. */
final class FileKeys {
  private final Keyset keyset;

  FileKeys(Keyset keyset) {
    this.keyset = keyset;
  }

  /** A new key for this worker, encrypted, in base64. */
  String fresh(long worker) {
    return Base64.getEncoder().encodeToString(keyset.encrypt(Tokens.fresh("vsf_"), cell(worker)));
  }

  String decrypt(long worker, String encrypted) {
    return keyset.decrypt(Base64.getDecoder().decode(encrypted), cell(worker));
  }

  private static Cell cell(long worker) {
    return new Cell("workers", worker, "file_key");
  }
}
