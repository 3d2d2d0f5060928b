package io.vespene.plugins.trigger;

import io.vespene.plugin.PluginOptions;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerFactory;

/** Makes triggers that run a program. */
public final class CommandTriggerFactory implements TriggerFactory {
  @Override
  public String type() {
    return CommandTrigger.TYPE;
  }

  @Override
  public Trigger create(PluginOptions options) {
    return new CommandTrigger(CommandLine.of("command", options.list("command")));
  }
}
