package io.vespene.plugin;

/** An option of a plugin is missing or has a value it can't have. */
public final class InvalidOption extends IllegalArgumentException {
  private final String option;
  private final String problem;

  /**
   * @param option its name
   * @param problem what is wrong, as it goes on after the name: "must be one of red, green". Never
   *     holds a secret
   */
  public InvalidOption(String option, String problem) {
    super(option + ": " + problem);
    this.option = option;
    this.problem = problem;
  }

  /** The option's name. */
  public String option() {
    return option;
  }

  /** What is wrong with it, without its name. */
  public String problem() {
    return problem;
  }
}
