/** Finds objects of all kinds by what they are called. */
@NullMarked
package io.vespene.core.search;

import org.jspecify.annotations.NullMarked;
