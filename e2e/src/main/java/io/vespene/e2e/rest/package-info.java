/** The REST API, as a caller outside sees it. */
@NullMarked
package io.vespene.e2e.rest;

import org.jspecify.annotations.NullMarked;
