package io.vespene.plugins.scm;

import java.util.regex.Pattern;

/**
 * Tells a failing network, or a server that is busy or just restarting, from an answer: a login
 * that is refused or a branch that is missing will not be better a second later.
 */
final class NetworkFailure {
  /** What git, curl, ssh and svn say, all in the language C. */
  private static final Pattern WORDS =
      Pattern.compile(
          String.join(
              "|",
              "Could not resolve host",
              "Could not resolve hostname",
              "Temporary failure in name resolution",
              "Failed to connect to",
              "Couldn't connect to server",
              "Can't connect to host",
              "[Cc]onnection refused",
              "[Cc]onnection timed out",
              "[Cc]onnection reset",
              "[Cc]onnection closed",
              "[Cc]onnection was aborted",
              "Operation timed out",
              "Timeout was reached",
              "Network is unreachable",
              "No route to host",
              "Broken pipe",
              "early EOF",
              "unexpected disconnect",
              "the remote end hung up unexpectedly",
              "Empty reply from server",
              "RPC failed; curl",
              "RPC failed; HTTP (429|5\\d\\d)",
              "returned error: (429|5\\d\\d)",
              "Unexpected HTTP status (429|5\\d\\d)",
              "server sent a truncated HTTP response",
              "TLS connection was non-properly terminated",
              "SSL_ERROR_SYSCALL",
              "E120104", // Subversion: ran out of time
              "E670002", // Subversion: no such host, for the moment
              "E170011"));

  /** With any of these words, it was an answer after all. */
  private static final Pattern ANSWERS =
      Pattern.compile(
          String.join(
              "|",
              "Permission denied",
              "Host key verification failed",
              "REMOTE HOST IDENTIFICATION HAS CHANGED",
              "Authentication failed",
              "could not read Username",
              "not found",
              "does not appear to be a git repository",
              "E17000[01]", // Subversion: not authorized
              "E215004"));

  private NetworkFailure() {}

  static boolean isSaidIn(String lastWords) {
    return WORDS.matcher(lastWords).find() && !ANSWERS.matcher(lastWords).find();
  }
}
