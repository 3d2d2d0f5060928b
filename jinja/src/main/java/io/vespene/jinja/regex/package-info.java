/**
 * Regular expressions that take time in proportion to pattern times text, whatever they are. The
 * JDK's own backtrack, so that {@code (a+)+$} can take for ever; these follow all possibilities at
 * once and have no back references and no look-around.
 */
@NullMarked
package io.vespene.jinja.regex;

import org.jspecify.annotations.NullMarked;
