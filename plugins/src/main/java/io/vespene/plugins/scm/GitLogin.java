package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import io.vespene.plugin.Command;
import io.vespene.plugin.Login;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands a login to git, for one server only, through a pipe.
 *
 * <p>Git asks a credential helper that is set for scheme, host and port of the repository, so it
 * finds no helper for any other server, wherever a redirect or a submodule leads. The helper is a
 * few words of shell without any secret; it reads the answer from descriptor 3, which is the pipe
 * that the worker writes to as the command's standard input. So the password is in no argument, no
 * environment and no file, and gone when the command ends. Git may ask more than once, so the pipe
 * holds the answer several times.
 */
final class GitLogin {
  // A shell whose printf is a program would show the password as its argument: it gives no answer.
  private static final String HELPER =
      "!f() { test \"$1\" = get || exit 0; test \"$(command -v printf)\" = printf || exit 1;"
          + " asked=; while IFS= read -r line; do case $line in username=*) asked=${line#*=};; esac;"
          + " done; IFS= read -r user <&3 && IFS= read -r password <&3 || exit 1;"
          + " test -z \"$asked\" || test \"$asked\" = \"$user\" || exit 0;"
          + " printf 'username=%s\\npassword=%s\\n' \"$user\" \"$password\"; }; f";
  private static final String MOVE_INPUT = "exec \"$@\" 3<&0 </dev/null";
  private static final int ANSWERS = 16;

  private final String origin;
  private final Login login;

  private GitLogin(String origin, Login login) {
    this.origin = origin;
    this.login = login;
  }

  /**
   * A login for the server of this address.
   *
   * @throws CheckoutFailed if it can't be used there
   */
  static GitLogin of(SourceUrl url, Login login) throws CheckoutFailed {
    requireFor(url, login);
    return new GitLogin(url.origin(), login);
  }

  /**
   * Returns when the login may be sent to the server of this address.
   *
   * @throws CheckoutFailed if the address names somebody else, or the login has line breaks, which
   *     would be taken for more answers
   */
  static void requireFor(SourceUrl url, Login login) throws CheckoutFailed {
    if (url.user().filter(user -> !user.equals(login.username())).isPresent()) {
      throw new CheckoutFailed(
          "the repository's url names the user "
              + url.user().get()
              + ", the service login is another's: take the name out of the url");
    }
    if ((login.username() + login.password()).chars().anyMatch(Character::isISOControl)) {
      throw new CheckoutFailed("the service login has a line break or another control character");
    }
  }

  /** Lines for git's settings. */
  List<String> settings() {
    String helper = HELPER.replace("\\", "\\\\").replace("\"", "\\\"");
    return List.of("[credential \"" + origin + "\"]", "helper = \"" + helper + '"');
  }

  /** The same command, with answers ready for the helper. */
  Command feeding(Command command) {
    var arguments = new ArrayList<>(List.of("/bin/sh", "-c", MOVE_INPUT, "sh"));
    arguments.addAll(command.arguments());
    String answer = login.username() + "\n" + login.password() + "\n";
    return new Command(
        arguments,
        command.environment(),
        command.directory(),
        answer.repeat(ANSWERS),
        command.timeLimit());
  }
}
