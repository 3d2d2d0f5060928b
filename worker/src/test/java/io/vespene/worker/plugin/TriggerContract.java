package io.vespene.worker.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vespene.plugin.BuildCommands;
import io.vespene.plugin.InvalidOption;
import io.vespene.plugin.OptionValue;
import io.vespene.plugin.PluginFailure;
import io.vespene.plugin.PluginOptions;
import io.vespene.plugin.Trigger;
import io.vespene.plugin.TriggerFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of trigger must do. */
abstract class TriggerContract {
  static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir Path directory;

  abstract TriggerFactory factory();

  /** Options of one that reaches what it wants to reach. */
  abstract Map<String, OptionValue> goodOptions() throws Exception;

  /** Options of one that can't succeed. */
  abstract Map<String, OptionValue> deadOptions() throws Exception;

  /** An option that must be given. */
  abstract String neededOption();

  @Test
  final void theTriggerIsCalledAsItsFactoryIs() throws Exception {
    assertThat(trigger(goodOptions()).type()).isEqualTo(factory().type()).matches("[a-z]+");
  }

  @Test
  final void itFiresForOneBuildAfterTheOther() throws Exception {
    Trigger trigger = trigger(goodOptions());
    trigger.fire(Events.failed(directory, "exit code 3", LIMIT), commands());
    trigger.fire(Events.failed(directory, "exit code 4", LIMIT), commands());
  }

  @Test
  final void aFailureHasAReason() throws Exception {
    Trigger trigger = trigger(deadOptions());
    assertThatThrownBy(() -> trigger.fire(Events.failed(directory, "no", LIMIT), commands()))
        .isInstanceOfSatisfying(
            PluginFailure.class,
            failure -> assertThat(failure.reason()).isNotBlank().hasLineCount(1));
  }

  @Test
  final void optionsThatItDoesNotKnowAreRefusedByName() throws Exception {
    var options = new HashMap<>(goodOptions());
    options.put("colour", new OptionValue.Text("green"));
    assertThatThrownBy(() -> trigger(options))
        .isInstanceOf(InvalidOption.class)
        .hasMessageContaining("colour");
  }

  @Test
  final void optionsThatItNeedsAreAskedForByName() throws Exception {
    var options = new HashMap<>(goodOptions());
    options.remove(neededOption());
    assertThatThrownBy(() -> trigger(options))
        .isInstanceOf(InvalidOption.class)
        .hasMessageContaining(neededOption());
  }

  final Trigger trigger(Map<String, OptionValue> given) {
    var options = new PluginOptions(given);
    Trigger trigger = factory().create(options);
    options.requireAllKnown();
    return trigger;
  }

  static BuildCommands commands() throws Exception {
    return new TestCommands().commands();
  }

  static OptionValue text(Object text) {
    return new OptionValue.Text(text.toString());
  }
}
