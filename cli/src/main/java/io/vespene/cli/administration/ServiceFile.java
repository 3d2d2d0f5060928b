package io.vespene.cli.administration;

/** A file for a service manager. */
record ServiceFile(String name, String content) {}
