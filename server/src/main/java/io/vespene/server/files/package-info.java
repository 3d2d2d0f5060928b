/** Fetches the files of builds from the workers that have them. */
@NullMarked
package io.vespene.server.files;

import org.jspecify.annotations.NullMarked;
