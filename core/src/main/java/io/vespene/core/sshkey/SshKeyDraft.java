package io.vespene.core.sshkey;

import java.util.Optional;

/**
 * What a person says about an SSH key.
 *
 * @param name unique; 1 to 200 characters
 * @param privateKey in OpenSSH or PEM form; empty to keep the one that was given before
 * @param unlockPassword of a locked private key; empty to keep the one that was given before
 */
public record SshKeyDraft(
    String name, String description, Optional<String> privateKey, Optional<String> unlockPassword) {
  @Override
  public String toString() {
    return "SshKeyDraft[name=" + name + ", privateKey=***, unlockPassword=***]";
  }
}
