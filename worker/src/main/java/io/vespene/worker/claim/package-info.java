/** Joins the servers, asks them for builds, and keeps count of what runs. */
@NullMarked
package io.vespene.worker.claim;

import org.jspecify.annotations.NullMarked;
