package io.vespene.core.log;

import java.time.Instant;

/**
 * A line of output.
 *
 * @param number from 1
 * @param section the number of the section that printed it
 * @param at when its first byte was printed
 * @param text without the newline; bytes that are not UTF-8 are shown as U+FFFD
 * @param finished whether a newline ended it; if not, it may still grow
 */
public record StoredLine(long number, int section, Instant at, String text, boolean finished) {}
