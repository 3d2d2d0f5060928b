/** Telling the world, before a build and after it: commands, Slack, webhooks and mail. */
@NullMarked
package io.vespene.plugins.trigger;

import org.jspecify.annotations.NullMarked;
