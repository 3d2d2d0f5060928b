package io.vespene.cli.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * What a setting's value may be.
 *
 * @param allowed says so to people, as in "must be …"
 * @param parse the value that a text means; empty when the text is not allowed
 * @param show the value as it may be shown
 */
public record ValueType<T>(
    String allowed, Function<String, Optional<T>> parse, Function<T, String> show) {}
