/** The resources of the REST API. */
@NullMarked
package io.vespene.protocol.rest;

import org.jspecify.annotations.NullMarked;
