package io.vespene.protocol.rest;

import java.util.Optional;

/**
 * Why a script can't be rendered.
 *
 * @param reason one line, as a build's reason
 * @param snippet the snippet that is at fault; absent when it is the script
 * @param line from 1
 * @param column in characters, from 1
 * @param picture the line with a mark under what is wrong; several lines
 */
public record TemplateFailure(
    String reason, Optional<String> snippet, int line, int column, String picture) {}
