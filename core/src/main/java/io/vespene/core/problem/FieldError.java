package io.vespene.core.problem;

/**
 * What is wrong with one field.
 *
 * @param field the field's name as the REST API spells it, such as {@code worker_pool}
 * @param reason what is allowed, to be read after the field's name: "must begin with #!"
 */
public record FieldError(String field, String reason) {}
