package io.vespene.plugins.trigger;

import io.vespene.plugin.PluginOptions;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerFactory;

/** Makes triggers that post the event to an address. */
public final class WebhookTriggerFactory implements TriggerFactory {
  @Override
  public String type() {
    return WebhookTrigger.TYPE;
  }

  @Override
  public Trigger create(PluginOptions options) {
    return new WebhookTrigger(
        HttpSender.to("url", options.require("url")), options.findSecret("secret"));
  }
}
