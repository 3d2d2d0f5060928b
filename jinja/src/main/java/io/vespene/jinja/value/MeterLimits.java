package io.vespene.jinja.value;

import java.time.Duration;

/**
 * What one rendering may use.
 *
 * @param steps units of work
 * @param outputCharacters length of the result in UTF-16 units
 * @param nesting depth of macro calls and recursive loops
 * @param wallTime time from start to end
 * @param memoryBytes sum of all intermediate values, as an estimate
 */
public record MeterLimits(
    long steps, long outputCharacters, int nesting, Duration wallTime, long memoryBytes) {}
