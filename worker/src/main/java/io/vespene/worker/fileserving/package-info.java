/**
 * Serves the directories of builds to those who come with a server's signature. Nothing outside a
 * build's directory can be reached: names are opened one by one, each below the directory opened
 * before it, and links are never followed.
 */
@NullMarked
package io.vespene.worker.fileserving;

import org.jspecify.annotations.NullMarked;
