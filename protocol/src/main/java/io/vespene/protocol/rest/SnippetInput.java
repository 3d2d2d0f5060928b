package io.vespene.protocol.rest;

import java.util.Optional;

/**
 * A snippet as somebody wants it.
 *
 * @param name unique; templates have {@code _} for each {@code -} and space in it; needed when the
 *     snippet is created
 * @param text a template
 */
public record SnippetInput(
    Optional<String> name, Optional<String> description, Optional<String> text) {}
