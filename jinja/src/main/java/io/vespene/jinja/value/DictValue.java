package io.vespene.jinja.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dictionary in insertion order whose keys compare as in Python: {@code 1}, {@code 1.0} and
 * {@code True} are one key.
 */
public final class DictValue implements Value {

  /** A key as it was first written, with its value. */
  public record Entry(Value key, Value value) {}

  private final LinkedHashMap<Object, Entry> entries = new LinkedHashMap<>();

  /**
   * Sets a key, keeping its place when it exists.
   *
   * @throws RenderException if the key is not hashable or memory runs out
   */
  public void put(Value key, Value value, Meter meter) {
    Object hash = HashKey.of(key, meter);
    Entry old = entries.get(hash);
    if (old == null) {
      meter.retain(key);
    }
    meter.retain(value);
    entries.put(hash, new Entry(old == null ? key : old.key(), value));
  }

  public void putAll(DictValue other, Meter meter) {
    for (Entry entry : List.copyOf(other.entries.values())) {
      put(entry.key(), entry.value(), meter);
    }
  }

  public Optional<Value> find(Value key, Meter meter) {
    return Optional.ofNullable(entries.get(HashKey.of(key, meter))).map(Entry::value);
  }

  public Optional<Value> find(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  public Optional<Value> remove(Value key, Meter meter) {
    return Optional.ofNullable(entries.remove(HashKey.of(key, meter))).map(Entry::value);
  }

  /** Takes the entry that was added last. */
  public Optional<Entry> removeLast() {
    return Optional.ofNullable(entries.pollLastEntry()).map(Map.Entry::getValue);
  }

  public void clear() {
    entries.clear();
  }

  public int size() {
    return entries.size();
  }

  public List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  public List<Value> keys() {
    return entries.values().stream().map(Entry::key).toList();
  }

  public List<Value> values() {
    return entries.values().stream().map(Entry::value).toList();
  }

  @Override
  public String typeName() {
    return "dict";
  }
}
