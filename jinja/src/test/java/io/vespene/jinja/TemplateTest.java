package io.vespene.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TemplateTest {

  @Test
  void expressionsAreReplacedByTheirValues() {
    assertThat(
            render("{{ name|upper }}-{{ ports[0] }}", Map.of("name", "db", "ports", List.of(80))))
        .isEqualTo(new Rendered.Text("DB-80"));
  }

  @Test
  void aStrictRenderingFailsAtAnUndefinedVariableAndNamesTheNearest() {
    Rendered rendered = render("one\n  {{ hsot }}", Map.of("host", "a"));
    assertThat(rendered)
        .isEqualTo(
            new Rendered.Failed(
                new TemplateError(
                    "deploy",
                    2,
                    6,
                    "'hsot' is undefined, did you mean 'host'?",
                    "hsot",
                    "  {{ hsot }}")));
  }

  @Test
  void aLenientRenderingPrintsNothingForAnUndefinedVariable() {
    assertThat(Template.render("deploy", "[{{ x }}]", Map.of(), RenderOptions.LENIENT))
        .isEqualTo(new Rendered.Text("[]"));
  }

  @Test
  void theVariablesOfATemplateAreThoseItReadsFromOutside() {
    Template template =
        Template.parse(
            "deploy",
            "{% set a = b %}{{ a }}{% for c in d if e %}{{ c }}{{ loop.index }}{% endfor %}"
                + "{{ range(n) }}{% macro m(p) %}{{ p }}{{ q }}{% endmacro %}");
    assertThat(template.variables()).isEqualTo(Set.of("b", "d", "e", "n", "q"));
  }

  @Test
  void onlyJsonLikeValuesCanEnter() {
    assertThatThrownBy(() -> render("{{ a }}", Map.of("a", List.of(new StringBuilder()))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a[0]")
        .hasMessageContaining("java.lang.StringBuilder");
  }

  @Test
  void anErrorIsPictured() {
    assertThatThrownBy(() -> Template.parse("deploy", "#!/bin/sh\n{% if a %}\necho {{ a|uper }}"))
        .isInstanceOfSatisfying(
            TemplateException.class,
            e ->
                assertThat(e.error().picture())
                    .isEqualTo(
                        """
                        deploy:2:4: 'if' is never closed: expected 'elif' or 'else' or 'endif'
                          |
                        2 | {% if a %}
                          |    ^^
                        """));
  }

  private static Rendered render(String text, Map<String, ?> variables) {
    return Template.render("deploy", text, variables, RenderOptions.STRICT);
  }
}
