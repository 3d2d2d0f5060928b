/** What templates show, and the files that pages are made of. */
@NullMarked
package io.vespene.server.view;

import org.jspecify.annotations.NullMarked;
