package io.vespene.core.script;

import java.util.Optional;

/**
 * Why a script could not be rendered; without secrets.
 *
 * @param reason one line, as a build's reason: "template error on line 4: 'host' is undefined"
 * @param snippet the snippet that is at fault; empty when it is the script
 * @param line of the script or snippet, from 1
 * @param column of the offending text in code points, from 1
 * @param picture the line with a mark under the offending text, several lines
 */
public record ScriptFailure(
    String reason, Optional<String> snippet, int line, int column, String picture) {}
