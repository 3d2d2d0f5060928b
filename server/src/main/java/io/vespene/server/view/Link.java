package io.vespene.server.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address of the console with its query. */
public record Link(String address) {
  /** The same with one more parameter, unless that is empty. */
  public Link with(String name, String value) {
    if (value.isEmpty()) {
      return this;
    }
    String joint = address.contains("?") ? "&" : "?";
    return new Link(
        address + joint + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return address;
  }
}
