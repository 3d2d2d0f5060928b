@NullMarked
package io.vespene.server.view;

import org.jspecify.annotations.NullMarked;
