package io.vespene.worker.plugin;

import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.IsolationFactory;
import io.vespene.plugin.OutputFilterFactory;
import io.vespene.plugin.PluginFactory;
import io.vespene.plugin.ScmFactory;
import io.vespene.plugin.TriggerFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** All factories of a worker, its own and those of others' jars, by kind and type. */
final class PluginCatalog {
  private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_-]{0,49}");

  private final Map<String, Entry<ScmFactory>> scms = new TreeMap<>();
  private final Map<String, Entry<IsolationFactory>> isolations = new TreeMap<>();
  private final Map<String, Entry<OutputFilterFactory>> filters = new TreeMap<>();
  private final Map<String, Entry<TriggerFactory>> triggers = new TreeMap<>();

  /**
   * Adds a factory.
   *
   * @param origin whose it is, as people read it
   * @throws PluginRefused if there is one of this kind and type already, or it has no proper type
   */
  void add(PluginFactory<?> factory, String origin) {
    switch (factory) {
      case ScmFactory scm -> add(scms, "scm", scm, origin);
      case IsolationFactory isolation -> add(isolations, "isolation", isolation, origin);
      case OutputFilterFactory filter -> add(filters, "output", filter, origin);
      case TriggerFactory trigger -> add(triggers, "trigger", trigger, origin);
    }
  }

  Map<String, Entry<ScmFactory>> scms() {
    return scms;
  }

  Map<String, Entry<IsolationFactory>> isolations() {
    return isolations;
  }

  Map<String, Entry<OutputFilterFactory>> filters() {
    return filters;
  }

  Map<String, Entry<TriggerFactory>> triggers() {
    return triggers;
  }

  /** What there is, as people read it: "trigger slack (built in)". */
  List<String> describe() {
    List<String> all = new ArrayList<>();
    scms.forEach((type, entry) -> all.add("scm " + type + entry.suffix()));
    isolations.forEach((type, entry) -> all.add("isolation " + type + entry.suffix()));
    filters.forEach((type, entry) -> all.add("output " + type + entry.suffix()));
    triggers.forEach((type, entry) -> all.add("trigger " + type + entry.suffix()));
    return all;
  }

  private static <F extends PluginFactory<?>> void add(
      Map<String, Entry<F>> kind, String word, F factory, String origin) {
    String type = requireType(factory, origin);
    Entry<F> other = kind.putIfAbsent(type, new Entry<>(factory, origin));
    if (other != null) {
      throw new PluginRefused(
          "The "
              + word
              + " plugin "
              + type
              + " is there twice: "
              + other.origin()
              + " and "
              + origin);
    }
  }

  private static String requireType(PluginFactory<?> factory, String origin) {
    String name = factory.getClass().getName();
    try {
      String type = factory.type();
      if (TYPE.matcher(type).matches()) {
        return type;
      }
    } catch (RuntimeException | LinkageError e) {
      throw new PluginRefused(
          "The plugin " + name + " (" + origin + ") does not say its type: " + Blame.of(e), e);
    }
    throw new PluginRefused(
        "The plugin "
            + name
            + " ("
            + origin
            + ") must have a type of small letters, digits, _ and -, beginning with a letter");
  }

  /**
   * A factory.
   *
   * @param origin whose it is, as people read it
   */
  record Entry<F extends PluginFactory<?>>(F factory, String origin) {
    private String suffix() {
      return " (" + origin + ")";
    }
  }

  /**
   * Makes the plugin that the settings ask for.
   *
   * @param limit how long that may take
   * @throws PluginRefused if there is none of that type, or it can't be made with these options
   */
  static <P, F extends PluginFactory<P>> P make(
      Map<String, Entry<F>> kind, PluginChoice choice, Duration limit) {
    Entry<F> entry = kind.get(choice.type());
    if (entry == null) {
      String known =
          kind.isEmpty() ? "there are none" : "there are " + String.join(", ", kind.keySet());
      throw choice.refused("no such plugin as " + choice.type() + " here; " + known);
    }
    String what = "the plugin " + choice.type() + entry.suffix();
    try {
      P plugin = create(entry.factory(), choice, limit);
      choice.options().requireAllKnown();
      if (plugin == null) {
        throw choice.refused(what + " made nothing");
      }
      return plugin;
    } catch (InvalidOption e) {
      throw choice.refused(e);
    } catch (TimeoutException e) {
      throw choice.refused(what + " takes longer than " + limit.toMillis() + " ms to be made");
    } catch (ExecutionException e) {
      Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
      if (cause instanceof InvalidOption wrong) {
        throw choice.refused(wrong);
      }
      throw choice.refused(what + " can't be made: " + Blame.of(cause));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw choice.refused("the worker was told to end while its plugins were made");
    }
  }

  /** On a thread of its own, which is left behind when it does not come back. */
  private static <P> P create(PluginFactory<P> factory, PluginChoice choice, Duration limit)
      throws InterruptedException, ExecutionException, TimeoutException {
    var made = new CompletableFuture<P>();
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name("plugin-" + choice.name())
            .start(() -> {
              try {
                made.complete(factory.create(choice.options()));
              } catch (Throwable e) {
                made.completeExceptionally(e);
              }
            });
    try {
      return made.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      thread.interrupt();
    }
  }
}
