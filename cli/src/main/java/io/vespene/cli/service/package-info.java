/** What runs until it is told to stop: servers and workers, made from the settings. */
@NullMarked
package io.vespene.cli.service;

import org.jspecify.annotations.NullMarked;
