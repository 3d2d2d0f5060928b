package io.vespene.core.audit;

import java.util.Optional;

/**
 * A field that an edit changed. Long texts are cut.
 *
 * @param field as the REST API spells it
 * @param before empty when there was nothing before, and for secrets
 * @param after of a secret the word {@code changed}
 */
public record FieldChange(String field, Optional<String> before, String after) {
  /** What stands in place of a new secret. */
  public static final String SECRET = "changed";
}
