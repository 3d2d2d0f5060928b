package io.vespene.core.search;

/** Something that was found. */
public record SearchHit(SearchKind kind, long id, String name, String description) {}
