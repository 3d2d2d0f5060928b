package io.vespene.jinja.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.jinja.Budget;
import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Template;
import io.vespene.jinja.UndefinedVariables;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read whose template wants more than it may have. */
class RefusalTest {

  /** The default but for its time, which a busy machine would use up first. */
  private static final Budget IN_OWN_TIME =
      new Budget(
          Budget.DEFAULT.steps(),
          Budget.DEFAULT.outputCharacters(),
          Budget.DEFAULT.nesting(),
          Duration.ofMinutes(2),
          Budget.DEFAULT.memoryBytes());

  private static final String STEPS = "more than the allowed 5,000,000 steps";
  private static final String MEMORY = "more than the allowed 32,768 KiB of intermediate values";

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{{ 'a'|center(2000000000) }} => " + STEPS,
        "{{ 'a' * 10**9 }} => " + STEPS,
        "{{ 'a' * 10**8 }} => " + MEMORY,
        "{{ [1] * 10**7 }} => " + STEPS,
        "{{ '%0100000000d' % 1 }} => " + MEMORY,
        "{{ 10 ** (10 ** 10) }} => the number is too large",
        "{{ (10 ** 4000)|string ~ (10 ** 5000) }} => the number has more than 4300 digits",
        "{{ range(10000000)|list }} => " + MEMORY,
        "{{ 'a'|regex_search('(?:(?:a{1000}){1000}){1000}') }} => the regular expression is too large",
      })
  void whatIsTooLargeIsRefusedBeforeItIsMade(String template, String message) {
    assertThat(message(template)).contains(message);
  }

  @Test
  void loopsWithinLoopsAreEnded() {
    String loops = "{% for a in range(999) %}".repeat(4);
    assertThat(message(loops + "{% endfor %}".repeat(4))).contains(STEPS);
    assertThat(message(loops + "{{ a }}" + "{% endfor %}".repeat(4)))
        .contains("the result is longer than the allowed 1,048,576 characters");
  }

  @Test
  void valuesThatGrowByThemselvesAreEnded() {
    assertThat(message(growing("[ns.v, ns.v]"))).contains(MEMORY);
    assertThat(message(growing("ns.v ~ ns.v"))).contains(MEMORY);
    assertThat(message(growing("ns.v + ns.v"))).contains(MEMORY);
    assertThat(message("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}"))
        .isEqualTo("nested too deeply: macros and recursive loops may be nested 100 deep");
  }

  private static String growing(String next) {
    return "{% set ns = namespace(v=[1]) %}{% for i in range(99) %}{% set ns.v = "
        + next
        + " %}{% endfor %}{{ ns.v }}";
  }

  @Test
  void tenThousandBracketsOrBlocksAreRefused() {
    assertThat(message("{{ " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + " }}"))
        .isEqualTo("nested too deeply: more than 200 levels");
    assertThat(message("{% if 1 %}".repeat(10_000) + "{% endif %}".repeat(10_000)))
        .isEqualTo("nested too deeply: more than 200 levels");
  }

  @Test
  void aPatternThatMakesOthersBacktrackForEverIsSimplyMatched() {
    assertThat(render("{{ ('a' * 50000 ~ '!')|regex_search('(a+)+$') }}", IN_OWN_TIME))
        .isEqualTo(new Rendered.Text("None"));
  }

  @Test
  void longTextsAreWrappedInTimeThatGrowsWithTheirLength() {
    assertThat(render("{{ ('-' * 200000)|wordwrap(7)|length }}", IN_OWN_TIME))
        .isEqualTo(new Rendered.Text("228571"));
  }

  @Test
  void eachPartOfABudgetCanBeChosen() {
    assertThat(message("{% for i in range(99) %}{% endfor %}", budget(50, 9, 9)))
        .contains("more than the allowed 50 steps");
    assertThat(message("0123456789", budget(50, 9, 9)))
        .contains("longer than the allowed 9 characters");
    assertThat(message("{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}", budget(999, 9, 3)))
        .contains("nested 3 deep");
    assertThat(
            message(
                "{% for i in range(999999) %}{% endfor %}",
                new Budget(1_000_000_000, 9, 9, Duration.ZERO, 1 << 20)))
        .contains("more time than the allowed 0 ms");
    assertThat(
            message(
                "{{ range(99)|list|length }}", new Budget(999, 9, 9, Duration.ofSeconds(9), 999)))
        .contains("intermediate values");
  }

  private static Budget budget(long steps, long characters, int nesting) {
    return new Budget(steps, characters, nesting, Duration.ofSeconds(9), 1 << 20);
  }

  private static String message(String template) {
    return message(template, IN_OWN_TIME);
  }

  private static String message(String template, Budget budget) {
    Rendered rendered = render(template, budget);
    assertThat(rendered).isInstanceOf(Rendered.Failed.class);
    return ((Rendered.Failed) rendered).error().message();
  }

  private static Rendered render(String template, Budget budget) {
    RenderOptions options = new RenderOptions(UndefinedVariables.STRICT, budget);
    return Template.render("budget", template, Map.of(), options);
  }
}
