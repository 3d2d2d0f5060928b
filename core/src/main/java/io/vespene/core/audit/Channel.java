package io.vespene.core.audit;

/** The way by which something was asked for. */
public enum Channel {
  /** A page in a browser, or a script of it. */
  PAGE,
  /** A program with an API token. */
  API_TOKEN,
  /** Nobody asked just then: a duty, a pipeline, a command on the server's machine. */
  SYSTEM
}
