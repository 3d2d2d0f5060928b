@NullMarked
package io.vespene.e2e.installation;

import org.jspecify.annotations.NullMarked;
