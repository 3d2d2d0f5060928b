package io.vespene.core.problem;

/** The installation is at fault. The message tells its operator what to do. */
public final class SetUpProblem extends VespeneException {
  public SetUpProblem(String message) {
    super(message);
  }

  public SetUpProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
