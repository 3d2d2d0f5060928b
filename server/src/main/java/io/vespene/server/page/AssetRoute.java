package io.vespene.server.page;

import io.vespene.server.view.Asset;
import io.vespene.server.view.Assets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Serves scripts, styles and images. */
@RestController
final class AssetRoute {
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final Assets assets;

  AssetRoute(Assets assets) {
    this.assets = assets;
  }

  @GetMapping(Assets.ROOT + "{hash}/{folder}/{file}")
  ResponseEntity<byte[]> asset(
      @PathVariable String hash,
      @PathVariable String folder,
      @PathVariable String file,
      @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, defaultValue = "") String accepted) {
    return assets
        .find(folder + "/" + file)
        .map(asset -> answer(asset, assets.isCurrent(hash), accepted.contains("gzip")))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  /** A page of another node's version may name these files too, but must not keep them. */
  private static ResponseEntity<byte[]> answer(Asset asset, boolean current, boolean gzip) {
    var answer =
        ResponseEntity.ok()
            .cacheControl(current ? FOR_EVER : CacheControl.noCache())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
            .header(HttpHeaders.CONTENT_TYPE, asset.type());
    return gzip
        ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(asset.packed())
        : answer.body(asset.plain());
  }
}
