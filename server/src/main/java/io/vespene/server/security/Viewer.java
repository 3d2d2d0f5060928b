package io.vespene.server.security;

/** The user on whose behalf a request is made. Methods of page and API classes may ask for one. */
public record Viewer(long id, String name, boolean superuser) {}
