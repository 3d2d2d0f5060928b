package io.vespene.core.servicelogin;

import io.vespene.core.problem.FieldErrors;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a service login may be. */
final class ServiceLoginRules {
  private static final Pattern CONTROL_CHARACTERS = Pattern.compile("\\p{Cntrl}");
  private static final int MAX_USERNAME = 255;
  private static final int MAX_PASSWORD = 10_000;

  private ServiceLoginRules() {}

  /** Notes everything that is wrong. */
  static void check(ServiceLoginDraft draft, FieldErrors errors) {
    String username = draft.username();
    errors
        .requireName(draft.name())
        .requireDescription(draft.description())
        .require(!username.isEmpty(), "username", "must not be empty")
        .requireText(username, MAX_USERNAME, "username")
        // A colon ends the username in HTTP's basic authentication.
        .require(
            username.indexOf(':') < 0 && !CONTROL_CHARACTERS.matcher(username).find(),
            "username",
            "must not contain : or control characters");
    checkPassword(draft.password(), errors);
  }

  private static void checkPassword(Optional<String> password, FieldErrors errors) {
    String text = password.orElse("x");
    errors
        .require(!text.isEmpty(), "password", "must not be empty")
        .requireText(text, MAX_PASSWORD, "password")
        // git reads it as one line.
        .require(
            !CONTROL_CHARACTERS.matcher(text).find(),
            "password",
            "must not contain control characters");
  }
}
