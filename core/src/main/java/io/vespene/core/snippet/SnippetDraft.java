package io.vespene.core.snippet;

/**
 * What a person says about a snippet.
 *
 * @param name letters, digits, {@code _}, {@code -} and spaces; unique, also as a variable name
 * @param text a template
 */
public record SnippetDraft(String name, String description, String text) {
  /** What templates call it: in names of variables there is no {@code -} and no space. */
  public String variableName() {
    return name.replace('-', '_').replace(' ', '_');
  }
}
