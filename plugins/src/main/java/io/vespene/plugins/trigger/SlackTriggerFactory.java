package io.vespene.plugins.trigger;

import io.vespene.plugin.PluginOptions;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerFactory;

/** Makes triggers that say something in Slack. */
public final class SlackTriggerFactory implements TriggerFactory {
  private static final String USUAL_TEXT =
      """
      {{ project.name }} #{{ build.id }}: {% if hook == 'pre' %}begins{% else %}{{ build.status }} \
      ({{ build.reason }}){% endif %}, started by {{ build.requested_by }} {{ build.url }}\
      """;

  @Override
  public String type() {
    return SlackTrigger.TYPE;
  }

  @Override
  public Trigger create(PluginOptions options) {
    return new SlackTrigger(
        HttpSender.to("url-file", options.requireSecret("url")),
        OptionTemplate.of("text", options.find("text").orElse(USUAL_TEXT)),
        options.find("channel"));
  }
}
