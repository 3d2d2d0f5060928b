package io.vespene.jinja;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read who made a slip. */
class ErrorMessageTest {

  private static final Map<String, ?> VARIABLES =
      Map.of("hosts", List.of("db1"), "service", Map.of("name", "web", "port", 80), "count", 3);

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{{ count|uper }} => unknown filter 'uper', did you mean 'upper'?",
        "{{ hosts|jion(',') }} => unknown filter 'jion', did you mean 'join'?",
        "{{ hosts|map('uper')|list }} => unknown filter 'uper', did you mean 'upper'?",
        "{{ count is devined }} => unknown test 'devined', did you mean 'defined'?",
        "{% fro host in hosts %} => unknown tag 'fro', did you mean 'for'?",
        "{{ host }} => 'host' is undefined, did you mean 'hosts'?",
        "{{ rnage(3) }} => 'rnage' is undefined, did you mean 'range'?",
        "{{ service.nmae }} => 'dict' has no attribute 'nmae', did you mean 'name'?",
        "{{ service['prot'] }} => 'dict' has no element 'prot', did you mean 'port'?",
        "{{ 'a'.uper() }} => 'str' has no attribute 'uper', did you mean 'upper'?",
        "{{ nothingLikeIt }} => 'nothingLikeIt' is undefined",
      })
  void aNameThatIsUnknownComesWithTheNearestKnownOne(String template, String message) {
    assertThat(error(template).message()).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{% if count %}; => 'if' is never closed: expected 'elif' or 'else' or 'endif'",
        "{% for h in hosts %}; => 'for' is never closed: expected 'endfor' or 'else'",
        "{% macro m() %}; => 'macro' is never closed: expected 'endmacro'",
        "{% raw %}; => 'raw' is never closed: expected 'endraw'",
        "{# a remark; => the comment is never closed: expected '#}'",
      })
  void whatIsNeverClosedIsShownWhereItWasOpened(String template, String message) {
    TemplateError error = error("one\ntwo\n" + template.replace(";", "\nx\ny\nz"));
    assertThat(error.message()).isEqualTo(message);
    assertThat(error.line()).isEqualTo(3);
  }

  @Test
  void aSurplusOrCrossedEndNamesTheBlockThatIsOpen() {
    assertThat(error("{% if count %}\n{% for h in hosts %}\n{% endif %}").message())
        .isEqualTo(
            "unexpected 'endif': 'for' on line 2 is still open, expected 'endfor' or 'else'");
    assertThat(error("{% endif %}").message()).isEqualTo("'endif' without an open block");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{{ count => expected '}}' or an operator, found the end of the template",
        "{{ (count }} => unexpected '}', expected ')' for the '(' before",
        "{{ 'text }} => the string is never closed: expected '",
        "{{ }} => expected an expression, found '}}'",
        "{% if %}{% endif %} => expected an expression, found '%}'",
        "{{ count count }} => expected '}}' or an operator, found 'count'",
        "{% set = 3 %} => expected an expression, found '='",
        "{{ count ! 3 }} => unexpected character '!'",
      })
  void aSlipInTheGrammarSaysWhatWasExpected(String template, String message) {
    assertThat(error(template).message()).startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"include 'a'", "import 'a' as b", "from 'a' import b", "extends 'a'", "block a"})
  void whatNeedsOtherTemplatesIsRefusedWithThatReason(String tag) {
    assertThat(error("{% " + tag + " %}").message())
        .endsWith("is not available: a template cannot reach other templates");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "{{ 'a' + 1 }} => cannot add 'int' to 'str'; use ~ to join anything as text",
        "{{ hosts + 1 }} => unsupported operand types for +: 'list' and 'int'",
        "{{ 1 / 0 }} => division by zero",
        "{{ count() }} => 'int' object is not callable",
        "{{ 'a'|replace('b') }} => replace(old, new, count) needs 'new'",
        "{{ hosts|join(seperator=',') }} => join(d, attribute) has no parameter 'seperator'",
        "{{ 10 ** (10 ** 10) }} => the number is too large",
      })
  void whatCannotBeComputedSaysWhy(String template, String message) {
    assertThat(error(template).message()).isEqualTo(message);
  }

  @Test
  void theMarkStandsUnderTheOffendingWordAlsoAfterWideCharacters() {
    assertThat(error("a\n\ud83d\ude00 {{ hosst }}").picture())
        .isEqualTo(
            """
            deploy:2:6: 'hosst' is undefined, did you mean 'hosts'?
              |
            2 | \ud83d\ude00 {{ hosst }}
              |      ^^^^^
            """);
  }

  @Test
  void aMessageIsOneLineOfModerateLengthWhateverItIsAbout() {
    TemplateError error = error("{{ 'a'|hash('x\\n' * 100000) }}");
    assertThat(error.message()).startsWith("unknown hash 'x x x").hasSizeLessThan(400);
    assertThat(error("{{ " + "x".repeat(100_000) + " }}").picture()).hasSizeLessThan(1000);
  }

  private static TemplateError error(String template) {
    Rendered rendered = Template.render("deploy", template, VARIABLES, RenderOptions.STRICT);
    assertThat(rendered).isInstanceOf(Rendered.Failed.class);
    return ((Rendered.Failed) rendered).error();
  }
}
