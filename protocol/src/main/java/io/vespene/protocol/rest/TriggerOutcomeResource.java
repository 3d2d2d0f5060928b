package io.vespene.protocol.rest;

/**
 * How a trigger of a build did.
 *
 * @param hook {@code pre}, {@code success} or {@code failure}
 * @param name what the worker's settings call it
 * @param plugin its type, such as {@code command}
 * @param message what went wrong; empty when nothing did
 * @param milliseconds how long it took
 */
public record TriggerOutcomeResource(
    String hook, String name, String plugin, boolean ok, String message, long milliseconds) {}
