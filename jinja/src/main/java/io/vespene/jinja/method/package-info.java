/** The methods of texts, lists, dictionaries and numbers. */
@NullMarked
package io.vespene.jinja.method;

import org.jspecify.annotations.NullMarked;
