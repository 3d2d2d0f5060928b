package io.vespene.core.worker;

/**
 * Where a worker serves the directories of its builds.
 *
 * @param worker the worker's name
 * @param key to sign with what is asked of it
 */
public record FilePort(String worker, String hostName, int port, String key) {
  @Override
  public String toString() {
    return "FilePort[worker=" + worker + ", hostName=" + hostName + ", port=" + port + "]";
  }
}
