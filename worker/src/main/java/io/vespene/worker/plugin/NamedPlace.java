package io.vespene.worker.plugin;

import io.vespene.plugin.Command;
import io.vespene.plugin.IsolatedBuild;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.ProcessSignal;
import java.util.Optional;
import java.util.Set;

/** A script's place that an isolation of others has made. */
record NamedPlace(NamedIsolation isolation, IsolatedBuild place) implements IsolatedBuild {
  @Override
  public Command launch() {
    return place.launch();
  }

  @Override
  public Command beside(Command command) {
    return place.beside(command);
  }

  @Override
  public Optional<String> scriptUser() {
    return place.scriptUser();
  }

  @Override
  public String description() {
    return place.description();
  }

  @Override
  public void signal(ProcessSignal signal) throws PluginFailure {
    isolation.tried(() -> {
      place.signal(signal);
      return signal;
    });
  }

  @Override
  public Set<Long> survivors() throws PluginFailure {
    return isolation.tried(place::survivors);
  }

  @Override
  public void close() throws PluginFailure {
    isolation.tried(() -> {
      place.close();
      return place;
    });
  }
}
