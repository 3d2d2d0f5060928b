package io.vespene.jinja.filter;

import io.vespene.jinja.format.UrlText;
import io.vespene.jinja.python.Iteration;
import io.vespene.jinja.python.TextForm;
import io.vespene.jinja.routine.Arguments;
import io.vespene.jinja.routine.Rendering;
import io.vespene.jinja.routine.Routine;
import io.vespene.jinja.value.DictValue;
import io.vespene.jinja.value.DictView;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import io.vespene.jinja.value.TextValue;
import io.vespene.jinja.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Filters that encode the UTF-8 bytes of a text. */
final class EncodingFilters {

  private static final Map<String, String> HASHES =
      Map.of(
          "md5", "MD5",
          "sha1", "SHA-1",
          "sha224", "SHA-224",
          "sha256", "SHA-256",
          "sha384", "SHA-384",
          "sha512", "SHA-512");

  static final List<Routine> ALL =
      List.of(
          TextFilter.of("b64encode", "", EncodingFilters::encodeBase64),
          TextFilter.of("b64decode", "", EncodingFilters::decodeBase64),
          TextFilter.of("hash", "algorithm='sha1'", EncodingFilters::hash),
          Routine.of("urlencode", "", EncodingFilters::encodeUrl));

  private EncodingFilters() {}

  private static byte[] bytes(String text, Meter meter) {
    meter.characters(text.length() * 4L);
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Value encodeBase64(String text, Arguments given, Meter meter) {
    return meter.newText(Base64.getEncoder().encodeToString(bytes(text, meter)));
  }

  private static Value decodeBase64(String text, Arguments given, Meter meter) {
    try {
      byte[] decoded = Base64.getMimeDecoder().decode(bytes(text, meter));
      return meter.newText(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(decoded)).toString());
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw new RenderException("b64decode: this is not base64 of an UTF-8 text", e);
    }
  }

  private static Value hash(String text, Arguments given, Meter meter) {
    String name = given.text("algorithm", meter).toLowerCase(Locale.ROOT).replace("-", "");
    String algorithm = HASHES.get(name);
    if (algorithm == null) {
      throw new RenderException(
          "unknown hash '" + name + "', there are " + String.join(", ", HASHES.keySet()));
    }
    try {
      byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes(text, meter));
      return new TextValue(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new RenderException("this Java has no " + algorithm, e);
    }
  }

  /** A text with all but letters, digits and a few signs escaped; pairs become a query. */
  private static Value encodeUrl(Value subject, Arguments given, Rendering rendering) {
    Meter meter = rendering.meter();
    if (subject instanceof TextValue || !Iteration.isIterable(subject)) {
      String text = TextForm.of(subject, meter);
      meter.characters(text.length() * 9L);
      return meter.newText(UrlText.path(text));
    }
    Value pairs =
        subject instanceof DictValue dict ? new DictView(dict, DictView.Kind.ITEMS) : subject;
    StringJoiner query = new StringJoiner("&");
    for (Value element : Iteration.toList(pairs, meter)) {
      List<Value> pair = Iteration.toList(element, meter);
      if (pair.size() != 2) {
        throw new RenderException("urlencode needs a text, a dict or pairs");
      }
      String key = TextForm.of(pair.get(0), meter);
      String value = TextForm.of(pair.get(1), meter);
      meter.characters((key.length() + (long) value.length()) * 9);
      query.add(UrlText.query(key) + "=" + UrlText.query(value));
    }
    return meter.newText(query.toString());
  }
}
