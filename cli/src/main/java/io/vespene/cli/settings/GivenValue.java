package io.vespene.cli.settings;

/**
 * A setting as it was written somewhere, not yet checked.
 *
 * @param text the value; several values are separated by commas
 */
public record GivenValue(String text, Origin origin) {}
