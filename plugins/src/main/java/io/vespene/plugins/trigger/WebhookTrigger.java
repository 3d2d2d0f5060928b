package io.vespene.plugins.trigger;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerEvent;
import io.vespene.plugin.TriggerFailed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts the event as JSON to an address. With a secret, the header {@value #SIGNATURE} holds {@code
 * sha256=} and the HMAC-SHA256 of the body in hexadecimal digits, so that the receiver can tell who
 * sent it.
 */
final class WebhookTrigger implements Trigger {
  static final String TYPE = "webhook";
  static final String SIGNATURE = "X-Vespene-Signature";
  static final String EVENT = "X-Vespene-Event";

  private static final String ALGORITHM = "HmacSHA256";

  private final HttpSender sender;
  private final Optional<SecretKeySpec> key;

  WebhookTrigger(HttpSender sender, Optional<String> secret) {
    this.sender = sender;
    this.key =
        secret.map(text -> new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void fire(TriggerEvent event, BuildCommands commands)
      throws TriggerFailed, InterruptedException {
    byte[] body = Json.text(event.context()).getBytes(StandardCharsets.UTF_8);
    var headers = new LinkedHashMap<String, String>();
    headers.put(EVENT, event.hook().word());
    key.ifPresent(present -> headers.put(SIGNATURE, "sha256=" + sign(present, body)));
    sender.post(body, headers, event.timeLimit());
  }

  private static String sign(SecretKeySpec key, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
