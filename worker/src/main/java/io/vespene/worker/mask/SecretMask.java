package io.vespene.worker.mask;

import io.vespene.worker.process.OutputSink;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;

/**
 * Replaces secrets by {@value #MASK}, in all the forms in which programs are likely to print them.
 * Texts of fewer than four characters are left as they are. Safe for use by many threads.
 */
public final class SecretMask {
  /** What is seen instead of a secret, however long that is. */
  public static final String MASK = "••••••";

  /** Hides nothing and costs nothing. */
  public static final SecretMask NONE = new SecretMask(Optional.empty());

  private final Optional<SecretFinder> finder;

  private SecretMask(Optional<SecretFinder> finder) {
    this.finder = finder;
  }

  public static SecretMask of(Collection<String> secrets) {
    var forms = new LinkedHashSet<String>();
    secrets.forEach(secret -> forms.addAll(SecretForms.of(secret)));
    return forms.isEmpty() ? NONE : new SecretMask(Optional.of(new SecretFinder(forms)));
  }

  /** The text without secrets. */
  public String text(String text) {
    if (finder.isEmpty()) {
      return text;
    }
    var masked = new ByteArrayOutputStream();
    var stream = new MaskedStream(finder.get(), masked::write);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    stream.accept(bytes, 0, bytes.length);
    stream.finish();
    return masked.toString(StandardCharsets.UTF_8);
  }

  /**
   * Hides secrets in a stream of bytes, whatever the pieces it comes in.
   *
   * @return empty when there is nothing to hide, so that the stream needs no detour
   */
  public Optional<MaskedStream> stream(OutputSink next) {
    return finder.map(found -> new MaskedStream(found, next));
  }
}
