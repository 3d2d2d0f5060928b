package io.vespene.server.security;

/** Bounds how often passwords can be guessed, on all nodes together. */
public interface LoginLimit {
  /** Counts a try and says whether it may be made. */
  boolean admit(String userName, String address);

  /** Forgets the tries, after the right password was given. */
  void clear(String userName, String address);
}
