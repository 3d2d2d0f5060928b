package io.vespene.cli.client;

import java.net.URI;

/**
 * Which server to ask, and as whom.
 *
 * @param url of the server, without a trailing slash
 * @param token an API token
 */
public record ApiAddress(URI url, String token) {
  URI of(ApiPath path) {
    return URI.create(url + "/api/v1" + path.text());
  }

  @Override
  public String toString() {
    return "ApiAddress[url=" + url + ", token=***]";
  }
}
