package io.vespene.protocol.log;

import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * A line of output, or a piece of one.
 *
 * @param sinceFirst when it was printed, counted in milliseconds from the first line of its chunk
 * @param content the exact bytes, without the newline
 * @param continues it goes on with the line before it, which had been sent unfinished
 * @param newline a newline ended it; without one more of the same line may follow, or it was the
 *     last of the output, or a line of over 64 KiB was split here
 */
public record LogLine(
    Duration sinceFirst, ByteBuffer content, boolean continues, boolean newline) {}
