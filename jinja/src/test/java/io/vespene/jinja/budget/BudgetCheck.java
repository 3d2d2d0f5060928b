package io.vespene.jinja.budget;

import io.vespene.jinja.Budget;
import io.vespene.jinja.RenderOptions;
import io.vespene.jinja.Rendered;
import io.vespene.jinja.Template;
import io.vespene.jinja.conformance.TemplateGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Renders attacks and random texts in a Java of its own with little memory; ends with 0 if none
 * broke its budget. Arguments: how many random texts, and their seed.
 */
final class BudgetCheck {

  /** A rendering looks at the clock every few steps, and one step may take this much longer. */
  private static final Duration TOLERANCE = Duration.ofMillis(500);

  private int violations;

  private BudgetCheck() {}

  public static void main(String[] arguments) {
    BudgetCheck check = new BudgetCheck();
    for (String attack : Attacks.MUST_FAIL) {
      check.requireFailure(attack, check.render(attack));
    }
    Attacks.MAY_END_WELL.forEach(check::render);
    check.renderRandomTexts(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
    System.out.println("violations: " + check.violations);
    System.exit(check.violations == 0 ? 0 : 1);
  }

  private void renderRandomTexts(int count, long seed) {
    RandomTexts texts = new RandomTexts(seed);
    TemplateGenerator generator = new TemplateGenerator(seed);
    for (int i = 0; i < count; i++) {
      render(i % 2 == 0 ? texts.next() : texts.damaged(generator.next().template()));
    }
  }

  private void requireFailure(String template, Rendered rendered) {
    if (rendered instanceof Rendered.Text) {
      report(template, "ended well");
    }
  }

  private Rendered render(String template) {
    long start = System.nanoTime();
    try {
      Rendered rendered =
          Template.render("attack", template, Map.of("a", List.of(1)), RenderOptions.LENIENT);
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      if (taken.compareTo(Budget.DEFAULT.wallTime().plus(TOLERANCE)) > 0) {
        report(template, "took " + taken.toMillis() + " ms");
      }
      if (rendered instanceof Rendered.Text text
          && text.text().length() > Budget.DEFAULT.outputCharacters()) {
        report(template, "printed " + text.text().length() + " characters");
      }
      return rendered;
    } catch (Throwable unexpected) {
      report(template, "threw " + unexpected);
      return new Rendered.Text("");
    }
  }

  private void report(String template, String violation) {
    violations++;
    String shown = template.length() > 100 ? template.substring(0, 100) + "…" : template;
    System.out.println(violation + ": " + shown);
  }
}
