package io.vespene.protocol.rest;

import java.util.Optional;

/**
 * An SSH key as somebody wants it.
 *
 * @param name unique; needed when the key is created
 * @param privateKey in OpenSSH or PEM form; needed when the key is created, else kept when left out
 * @param unlockPassword of a locked private key; kept when left out, forgotten when empty
 */
public record SshKeyInput(
    Optional<String> name,
    Optional<String> description,
    Optional<String> privateKey,
    Optional<String> unlockPassword) {
  @Override
  public String toString() {
    return "SshKeyInput[name=" + name + ", privateKey=***, unlockPassword=***]";
  }
}
