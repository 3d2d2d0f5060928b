package io.vespene.core.snippet;

import java.time.Instant;

/**
 * A chunk of template text.
 *
 * @param settings what a person said about it
 * @param version counts edits; an edit names the version it began from
 */
public record Snippet(
    long id, SnippetDraft settings, String createdBy, Instant createdAt, int version) {
  public String name() {
    return settings.name();
  }
}
