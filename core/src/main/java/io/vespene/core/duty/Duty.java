package io.vespene.core.duty;

import java.time.Duration;

/**
 * Something that has to be done again and again, by one server at a time.
 *
 * @param name unique; names the advisory lock too
 */
public record Duty(String name, Duration every, Runnable work) {}
