/** The REST API below {@code /api/v1}: one class per resource. */
@NullMarked
package io.vespene.server.api;

import org.jspecify.annotations.NullMarked;
