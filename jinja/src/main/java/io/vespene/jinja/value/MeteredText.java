package io.vespene.jinja.value;

/** A text being put together; its room is counted before it is made, however it grows. */
public final class MeteredText {

  private final Meter meter;
  private final StringBuilder written = new StringBuilder();

  public MeteredText(Meter meter) {
    this.meter = meter;
  }

  public MeteredText append(String part) {
    makeRoom(part.length());
    written.append(part);
    return this;
  }

  public MeteredText append(String text, int start, int end) {
    makeRoom((long) end - start);
    written.append(text, start, end);
    return this;
  }

  public MeteredText append(char character) {
    makeRoom(1);
    written.append(character);
    return this;
  }

  public MeteredText appendCodePoint(int point) {
    makeRoom(2);
    written.appendCodePoint(point);
    return this;
  }

  /** Appends the same text several times. */
  public MeteredText repeat(String part, int times) {
    makeRoom((long) part.length() * times);
    written.repeat(part, times);
    return this;
  }

  public int length() {
    return written.length();
  }

  public boolean isEmpty() {
    return written.isEmpty();
  }

  /** What was written so far; counted, since it is a copy. */
  public String text() {
    meter.characters(written.length());
    return written.toString();
  }

  public TextValue value() {
    return new TextValue(text());
  }

  private void makeRoom(long more) {
    long needed = written.length() + more;
    if (needed > written.capacity()) {
      long room = Math.max(needed, 2L * written.capacity());
      meter.characters(room);
      written.ensureCapacity(Math.toIntExact(room));
    }
  }
}
