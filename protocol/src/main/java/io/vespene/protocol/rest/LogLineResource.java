package io.vespene.protocol.rest;

import java.time.Instant;

/**
 * A line of output: all texts in order, each with a newline where {@code newline} is true, are the
 * output.
 *
 * @param number counts from 1; what to send as {@code from} to begin here
 * @param section the number of the section of the log that it stands in
 * @param at when it was printed
 * @param text with colours as it was printed; bytes that are not UTF-8 are replaced
 * @param newline a newline ended it; the last line without one may still grow, an earlier one was
 *     too long and goes on in the next
 */
public record LogLineResource(long number, int section, Instant at, String text, boolean newline) {}
