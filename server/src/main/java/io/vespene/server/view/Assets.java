package io.vespene.server.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The scripts, styles and images of the pages.
 *
 * <p>All addresses begin with the same hash over all files, so that a script can import its
 * neighbour by a relative path and browsers may keep everything for ever.
 */
public final class Assets {
  /** All addresses begin so. */
  public static final String ROOT = "/assets/";

  private static final String OWN_FILES = "classpath:/static/";
  private static final String LIBRARIES = "classpath:/META-INF/resources/webjars/";
  private static final int HASH_BYTES = 8;

  /** Name in our addresses → file of a library. */
  private static final Map<String, String> LIBRARY_FILES =
      Map.of(
          "vendor/tabler.min.css", "tabler__core/1.4.0/dist/css/tabler.min.css",
          "vendor/htmx.min.js", "htmx.org/2.0.10/dist/htmx.min.js",
          "vendor/htmx-sse.js", "htmx-ext-sse/2.2.2/sse.js");

  private final Map<String, Resource> files = new TreeMap<>();
  private final Map<String, Asset> loaded = new ConcurrentHashMap<>();
  private final String hash;

  private Assets(Map<String, Resource> files, String hash) {
    this.files.putAll(files);
    this.hash = hash;
  }

  /** Finds all files and reads those that are the program's own. */
  public static Assets find() {
    var resources = new PathMatchingResourcePatternResolver();
    var files = new TreeMap<String, Resource>();
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Resource[] own = resources.getResources(OWN_FILES + "**/*.*");
      Arrays.sort(own, Comparator.comparing(Assets::name));
      for (Resource file : own) {
        files.put(name(file), file);
        digest.update(file.getContentAsByteArray());
      }
      LIBRARY_FILES.forEach(
          (name, path) -> files.put(name, resources.getResource(LIBRARIES + path)));
      digest.update(
          new TreeMap<>(LIBRARY_FILES)
              .toString()
              .getBytes(java.nio.charset.StandardCharsets.UTF_8));
      return new Assets(files, HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The address of a file. */
  String url(String name) {
    if (!files.containsKey(name)) {
      throw new IllegalArgumentException("no such asset: " + name);
    }
    return ROOT + hash + "/" + name;
  }

  /** Whether an address with this hash names the files of exactly this program. */
  public boolean isCurrent(String otherHash) {
    return hash.equals(otherHash);
  }

  /** The file of this name. */
  public Optional<Asset> find(String name) {
    Resource file = files.get(name);
    return file == null
        ? Optional.empty()
        : Optional.of(loaded.computeIfAbsent(name, _ -> load(name, file)));
  }

  private static Asset load(String name, Resource file) {
    try (InputStream content = file.getInputStream()) {
      return Asset.of(name, content.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Resource file) {
    try {
      String url = file.getURL().toString();
      return url.substring(url.lastIndexOf("/static/") + "/static/".length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
