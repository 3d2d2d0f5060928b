/**
 * What an installation can choose: one YAML file and environment variables, checked before anything
 * starts.
 */
@NullMarked
package io.vespene.cli.settings;

import org.jspecify.annotations.NullMarked;
