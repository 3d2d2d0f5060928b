package io.vespene.core.snippet;

import io.vespene.core.problem.FieldErrors;
import io.vespene.jinja.Template;
import io.vespene.jinja.TemplateException;
import java.util.regex.Pattern;

/** What a snippet may be. */
final class SnippetRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_ -]{0,99}");
  private static final int MAX_TEXT = 256 * 1024;

  private SnippetRules() {}

  static void check(SnippetDraft draft, FieldErrors errors) {
    errors
        .require(
            NAME.matcher(draft.name()).matches() && draft.name().equals(draft.name().strip()),
            "name",
            "must be 1 to 100 letters, digits, _, - and spaces, beginning with a letter or _")
        .requireDescription(draft.description())
        .requireText(draft.text(), MAX_TEXT, "text");
    if (draft.text().length() <= MAX_TEXT) {
      checkTemplate(draft, errors);
    }
  }

  private static void checkTemplate(SnippetDraft draft, FieldErrors errors) {
    try {
      Template.parse(draft.name(), draft.text());
    } catch (TemplateException e) {
      errors.require(
          false,
          "text",
          "must be a template (line %d: %s)".formatted(e.error().line(), e.error().message()));
    }
  }
}
