package io.vespene.core.audit;

/**
 * What somebody acted on.
 *
 * @param name what it was called then; of a build its project's
 */
public record AuditedObject(ObjectType type, long id, String name) {}
