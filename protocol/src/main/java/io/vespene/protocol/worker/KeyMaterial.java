package io.vespene.protocol.worker;

import java.util.Optional;

/**
 * An SSH key that a build may use.
 *
 * @param name what people call it
 * @param privateKey in OpenSSH or PEM form
 * @param unlockPassword when the key is locked
 */
public record KeyMaterial(String name, String privateKey, Optional<String> unlockPassword) {
  @Override
  public String toString() {
    return "KeyMaterial[name=" + name + ", privateKey=***]";
  }
}
