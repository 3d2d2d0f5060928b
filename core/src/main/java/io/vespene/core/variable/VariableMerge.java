package io.vespene.core.variable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Layers of variables, laid over each other. A higher {@link Level} beats a lower one; of two
 * layers of one level the later beats the earlier. A value replaces what it beats as a whole:
 * dictionaries are not merged.
 */
public final class VariableMerge {
  private final Mask mask;
  private final Map<String, List<Candidate>> candidates = new TreeMap<>();

  private record Candidate(VariableLayer layer, @Nullable Object value) {}

  public VariableMerge(List<VariableLayer> layers) {
    mask =
        Mask.of(layers.stream().filter(VariableLayer::secret).map(VariableLayer::values).toList());
    // The sort keeps the order of layers of one level.
    layers.stream()
        .sorted(Comparator.comparing(layer -> layer.origin().level()))
        .forEach(layer ->
            layer
                .values()
                .forEach((name, value) ->
                    candidates
                        .computeIfAbsent(name, _ -> new ArrayList<>())
                        .addFirst(new Candidate(layer, value))));
  }

  /** The variables by name, secrets among them. */
  public Map<String, @Nullable Object> values() {
    var values = new LinkedHashMap<String, @Nullable Object>();
    candidates.forEach((name, found) -> values.put(name, found.getFirst().value()));
    return Collections.unmodifiableMap(values);
  }

  /** The variables by name as people may see them. */
  public List<ResolvedVariable> shown() {
    return candidates.entrySet().stream()
        .map(entry -> shown(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** Hides the secrets that any layer holds, the beaten ones too. */
  public Mask mask() {
    return mask;
  }

  private ResolvedVariable shown(String name, List<Candidate> found) {
    Candidate best = found.getFirst();
    return new ResolvedVariable(
        name,
        shown(best),
        best.layer().origin(),
        found.stream()
            .skip(1)
            .map(beaten -> new ResolvedVariable.Shadowed(shown(beaten), beaten.layer().origin()))
            .toList());
  }

  private @Nullable Object shown(Candidate candidate) {
    return candidate.layer().secret() ? Mask.TEXT : mask.hide(candidate.value());
  }
}
