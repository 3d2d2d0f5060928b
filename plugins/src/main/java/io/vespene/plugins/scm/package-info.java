/** The kinds of source control: git, svn, and none. */
@NullMarked
package io.vespene.plugins.scm;

import org.jspecify.annotations.NullMarked;
