package io.vespene.jinja.syntax;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names one scope uses and where each gets its first value. Jinja2 decides this by reading the
 * template, not by running it, and so do we: a name that is only ever set here is undefined until
 * it is, even if a variable outside has the same name.
 */
final class ScopeNames {

  /** Where a name gets the value it has when the scope is entered. */
  enum Origin {
    /** A parameter or loop variable. */
    PARAMETER,
    /** The variables given to the template. */
    VARIABLES,
    /** An enclosing scope. */
    OUTER,
    /** Nowhere: it is undefined until it is set. */
    NOWHERE
  }

  private final Optional<ScopeNames> outer;

  /** The scope itself, when this is only one of the alternatives inside it. */
  private final Optional<ScopeNames> base;

  private final int depth;
  private final Map<String, Origin> origins = new HashMap<>();
  private final Set<String> stored = new HashSet<>();

  ScopeNames(Optional<ScopeNames> outer) {
    this(outer, Optional.empty());
  }

  private ScopeNames(Optional<ScopeNames> outer, Optional<ScopeNames> base) {
    this.outer = outer;
    this.base = base;
    this.depth = base.map(names -> names.depth + 1).orElse(1);
  }

  void parameter(String name) {
    stored.add(name);
    origins.put(name, Origin.PARAMETER);
  }

  void read(String name) {
    if (!knows(name)) {
      origins.put(name, Origin.VARIABLES);
    }
  }

  void store(String name) {
    stored.add(name);
    if (!hasOrigin(name)) {
      origins.put(name, outerKnows(name) ? Origin.OUTER : Origin.NOWHERE);
    }
  }

  /**
   * Visits alternatives of which only one will run, each from here.
   *
   * @return how many look-ups it took to put them together, which grows with nesting
   */
  long alternatives(List<Visit> visits) {
    List<ScopeNames> branches = visits.stream().map(this::branch).toList();
    long lookups = 0;
    for (ScopeNames branch : branches) {
      lookups += (long) branch.origins.size() + (long) branch.stored.size() * depth;
    }
    Map<String, Long> stores =
        branches.stream()
            .flatMap(branch -> branch.stored.stream())
            .filter(name -> !stores(name))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    for (ScopeNames branch : branches) {
      origins.putAll(branch.origins);
      stored.addAll(branch.stored);
    }
    stores.forEach((name, count) -> {
      if (count < branches.size()) {
        origins.put(name, outerKnows(name) ? Origin.OUTER : Origin.VARIABLES);
      }
    });
    return lookups;
  }

  /** Something that reads and stores names in a scope. */
  @FunctionalInterface
  interface Visit {
    void in(ScopeNames names);
  }

  private ScopeNames branch(Visit visit) {
    ScopeNames branch = new ScopeNames(outer, Optional.of(this));
    visit.in(branch);
    return branch;
  }

  private boolean knows(String name) {
    return hasOrigin(name) || outerKnows(name);
  }

  private boolean hasOrigin(String name) {
    return origins.containsKey(name) || base.map(names -> names.hasOrigin(name)).orElse(false);
  }

  private boolean stores(String name) {
    return stored.contains(name) || base.map(names -> names.stores(name)).orElse(false);
  }

  private boolean outerKnows(String name) {
    return outer.map(names -> names.knows(name)).orElse(false);
  }

  Set<String> from(Origin origin) {
    return origins.entrySet().stream()
        .filter(entry -> entry.getValue() == origin)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
