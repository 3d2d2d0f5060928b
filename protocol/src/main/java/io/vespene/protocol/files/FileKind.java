package io.vespene.protocol.files;

/** What a name in a build's directory stands for. */
public enum FileKind {
  DIRECTORY,
  FILE,
  /** A symbolic link, which is never followed. */
  LINK,
  /** A pipe, a socket or a device, which is never opened. */
  OTHER
}
