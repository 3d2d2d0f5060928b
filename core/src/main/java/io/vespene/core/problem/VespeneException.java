package io.vespene.core.problem;

/** Something a person or a program can be told, and can act on. The message is a whole sentence. */
public abstract sealed class VespeneException extends RuntimeException
    permits InvalidInput,
        NotFound,
        Conflict,
        StaleVersion,
        NotAllowed,
        Unavailable,
        WorkerUnreachable,
        SetUpProblem {
  VespeneException(String message) {
    super(message);
  }

  VespeneException(String message, Throwable cause) {
    super(message, cause);
  }
}
