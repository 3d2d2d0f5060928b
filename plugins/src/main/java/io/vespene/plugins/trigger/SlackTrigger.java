package io.vespene.plugins.trigger;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerEvent;
import io.vespene.plugin.TriggerFailed;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Says something in a channel, by an incoming webhook of Slack or of a service that takes the same.
 *
 * @param channel another one than the webhook's own
 * @see <a href="https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks">incoming
 *     webhooks</a>
 */
record SlackTrigger(HttpSender sender, OptionTemplate text, Optional<String> channel)
    implements Trigger {
  static final String TYPE = "slack";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void fire(TriggerEvent event, BuildCommands commands)
      throws TriggerFailed, InterruptedException {
    var message = new LinkedHashMap<String, String>();
    // Values must not become links or mentions of their own; the author's text may.
    message.put("text", text.render(event.context(), SlackTrigger::escape));
    channel.ifPresent(name -> message.put("channel", name));
    sender.post(Json.text(message).getBytes(StandardCharsets.UTF_8), Map.of(), event.timeLimit());
  }

  private static String escape(String value) {
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
