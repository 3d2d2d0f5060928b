/** The commands about projects. */
@NullMarked
package io.vespene.cli.project;

import org.jspecify.annotations.NullMarked;
