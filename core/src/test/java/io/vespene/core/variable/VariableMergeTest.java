package io.vespene.core.variable;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of precedence, as product and guide write it down. */
class VariableMergeTest {
  @Test
  void theLevelsStandInTheOrderOfTheGuide() {
    assertThat(Level.values())
        .containsExactly(
            Level.WORKER_POOL,
            Level.PIPELINE,
            Level.STAGE,
            Level.SNIPPET,
            Level.OUTPUT_VARIABLES,
            Level.PROJECT,
            Level.LAUNCH_ANSWERS);
  }

  static Stream<Arguments> pairs() {
    return Arrays.stream(Level.values())
        .flatMap(lower ->
            Arrays.stream(Level.values())
                .filter(higher -> higher.compareTo(lower) > 0)
                .map(higher -> Arguments.of(lower, higher)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void eachLevelBeatsEachLowerOneInWhicheverOrderTheyCome(Level lower, Level higher) {
    VariableLayer low = layer(lower, "low");
    VariableLayer high = layer(higher, "high");

    for (List<VariableLayer> layers : List.of(List.of(low, high), List.of(high, low))) {
      var merge = new VariableMerge(layers);

      assertThat(merge.values()).containsEntry("x", "high");
      ResolvedVariable shown = merge.shown().getFirst();
      assertThat(shown.origin().level()).isEqualTo(higher);
      assertThat(shown.shadowed())
          .containsExactly(new ResolvedVariable.Shadowed("low", low.origin()));
    }
  }

  @Test
  void everySubsetOfLayersIsWonByItsHighestAndRemembersTheOthersInOrder() {
    var random = new Random(7);
    for (int subset = 1; subset < 1 << Level.values().length; subset++) {
      var chosen = new ArrayList<Level>();
      int rest = subset;
      for (Level level : Level.values()) {
        if (rest % 2 == 1) {
          chosen.add(level);
        }
        rest /= 2;
      }
      var layers = new ArrayList<>(chosen.stream().map(l -> layer(l, l.name())).toList());
      Collections.shuffle(layers, random);

      ResolvedVariable shown = new VariableMerge(layers).shown().getFirst();

      var best = new ArrayList<>(List.of(shown.origin().level()));
      shown.shadowed().forEach(beaten -> best.add(beaten.origin().level()));
      assertThat(best).isEqualTo(chosen.reversed());
      assertThat(shown.value()).isEqualTo(chosen.getLast().name());
    }
  }

  @Test
  void anObjectsOwnVariablesBeatItsSetsAndOfThoseTheLaterBeatsTheEarlier() {
    Origin project = Origin.of(Level.PROJECT, "site");
    var merge =
        new VariableMerge(
            List.of(
                new VariableLayer(project.inSet("one"), false, Map.of("a", 1, "b", 1, "c", 1)),
                new VariableLayer(project.inSet("two"), false, Map.of("a", 2, "b", 2)),
                new VariableLayer(project, false, Map.of("a", 3))));

    assertThat(merge.values()).isEqualTo(Map.of("a", 3, "b", 2, "c", 1));
    assertThat(merge.shown().get(1).origin().words())
        .isEqualTo("variable set 'two' of project 'site'");
  }

  @Test
  void dictionariesAreReplacedNotMerged() {
    var merge =
        new VariableMerge(
            List.of(
                new VariableLayer(
                    Origin.of(Level.WORKER_POOL, "linux"), false, Map.of("d", Map.of("a", 1))),
                new VariableLayer(
                    Origin.of(Level.PROJECT, "site"), false, Map.of("d", Map.of("b", 2)))));

    assertThat(merge.values()).isEqualTo(Map.of("d", Map.of("b", 2)));
  }

  @Test
  void secretValuesAreUsedButNotShownNotEvenWhereOthersRepeatThem() {
    var merge =
        new VariableMerge(
            List.of(
                new VariableLayer(
                    Origin.of(Level.WORKER_POOL, "linux").inSet("keys"),
                    true,
                    Map.of("token", "hunter2!", "pin", 12345)),
                new VariableLayer(
                    Origin.of(Level.SNIPPET, "login"),
                    false,
                    Map.of("login", "curl -u me:hunter2!", "list", List.of(Map.of("n", 12345))))));

    assertThat(merge.values()).containsEntry("token", "hunter2!").containsEntry("pin", 12345);
    assertThat(merge.shown())
        .extracting(ResolvedVariable::value)
        .containsExactly(
            List.of(Map.of("n", Mask.TEXT)), // list
            "curl -u me:" + Mask.TEXT, // login
            Mask.TEXT, // pin
            Mask.TEXT); // token
    assertThat(merge.shown().toString()).doesNotContain("hunter2!");
  }

  private static VariableLayer layer(Level level, String value) {
    return new VariableLayer(Origin.of(level, "o"), false, Map.of("x", value));
  }
}
