package io.vespene.server.view;

/**
 * What every object has that people make and edit.
 *
 * @param version counts edits; an edit names the version it began from
 */
public record ObjectIdentity(long id, String name, int version) {}
