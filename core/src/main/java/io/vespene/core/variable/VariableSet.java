package io.vespene.core.variable;

import java.time.Instant;

/**
 * Variables that several objects can share.
 *
 * @param settings what a person said about it; of a secret set without the values
 * @param version counts edits; an edit names the version it began from
 */
public record VariableSet(
    long id, VariableSetDraft settings, String createdBy, Instant createdAt, int version) {
  public String name() {
    return settings.name();
  }
}
