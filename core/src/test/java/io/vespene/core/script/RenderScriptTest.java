package io.vespene.core.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.core.snippet.Snippet;
import io.vespene.core.snippet.SnippetDraft;
import io.vespene.core.variable.Level;
import io.vespene.core.variable.Mask;
import io.vespene.core.variable.Origin;
import io.vespene.core.variable.ResolvedVariable;
import io.vespene.core.variable.VariableLayer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderScriptTest {
  private final List<VariableLayer> layers = new ArrayList<>();
  private final List<Snippet> snippets = new ArrayList<>();
  private final Set<String> asked = new HashSet<>();

  @Test
  void aScriptWithoutTagsStaysAsItWasTyped() {
    assertThat(render("#!/bin/sh\necho $HOME\n\n").text()).isEqualTo("#!/bin/sh\necho $HOME\n\n");
  }

  @Test
  void variablesAndSnippetsAreFilledIn() {
    pool(Map.of("hosts", List.of("a", "b")));
    snippet("say-it all", "{% for h in hosts %}[{{ h }}]{% endfor %}");

    FinishedScript script = render("#!/bin/sh\necho {{ say_it_all }}\n");

    assertThat(script.failure()).isEmpty();
    assertThat(script.text()).isEqualTo("#!/bin/sh\necho [a][b]\n");
    assertThat(script.variables().shown())
        .filteredOn(variable -> variable.name().equals("say_it_all"))
        .extracting(ResolvedVariable::origin)
        .containsExactly(Origin.of(Level.SNIPPET, "say-it all"));
  }

  @Test
  void snippetsAreLenient() {
    snippet("s", "<{{ nowhere }}>");

    assertThat(render("#!/bin/sh\n{{ s }}").text()).isEqualTo("#!/bin/sh\n<>");
  }

  @Test
  void snippetsSeeTheOtherVariablesButNoSnippets() {
    project(Map.of("x", "from the project"));
    snippet("one", "{{ x }}/{{ two }}");
    snippet("two", "2");

    assertThat(render("#!/bin/sh\n{{ one }} {{ two }}").text())
        .isEqualTo("#!/bin/sh\nfrom the project/ 2");
  }

  @Test
  void aSnippetBeatsThePoolAndLosesToTheProject() {
    pool(Map.of("a", "pool", "b", "pool"));
    project(Map.of("b", "project"));
    snippet("a", "snippet");
    snippet("b", "snippet");

    FinishedScript script = render("#!/bin/sh\n");

    assertThat(script.variables().values()).isEqualTo(Map.of("a", "snippet", "b", "project"));
  }

  @Test
  void aSnippetThatNoScriptUsesCostsNothing() {
    render("#!/bin/sh\n{{ 1 }}");

    assertThat(asked).isEmpty();
  }

  @Test
  void anUndefinedVariableIsToldWithLineAndName() {
    pool(Map.of("host", "a"));

    ScriptFailure failure = failure("#!/bin/sh\nset -e\n\necho {{ hsot }}\n");

    assertThat(failure.reason()).startsWith("template error on line 4: 'hsot' is undefined");
    assertThat(failure.line()).isEqualTo(4);
    assertThat(failure.snippet()).isEmpty();
    assertThat(failure.picture()).contains("echo {{ hsot }}").contains("^^^^");
  }

  @Test
  void aFaultOfASnippetNamesTheSnippet() {
    snippet("broken one", "fine\n{{ nothing.at.all }}");

    ScriptFailure failure = failure("#!/bin/sh\n{{ broken_one }}");

    assertThat(failure.reason()).startsWith("template error on line 2 of snippet 'broken one': ");
    assertThat(failure.snippet()).contains("broken one");
  }

  @Test
  void aTextThatIsNoTemplateFailsAndIsKept() {
    FinishedScript script = render("#!/bin/sh\n{% if %}");

    assertThat(script.failure().orElseThrow().reason()).startsWith("template error on line 2: ");
    assertThat(script.text()).isEqualTo("#!/bin/sh\n{% if %}");
  }

  @Test
  void whatIsRenderedMustBeginWithAnInterpreterLine() {
    assertThat(render("{% if 1 %}#!/bin/sh{% endif %}\n").failure()).isEmpty();
    assertThat(failure("{{ '' }}\n#!/bin/sh").reason())
        .isEqualTo(
            "template error on line 1: the rendered script must begin with an interpreter line"
                + " such as #!/bin/sh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ '\\0' }}", "{{ '\\ud800' }}"})
  void whatNoFileCanHoldIsRefused(String tag) {
    assertThat(failure("#!/bin/sh\n" + tag).reason()).contains("must be text without NUL");
    snippet("s", tag);
    assertThat(failure("#!/bin/sh\n{% set x = s %}").reason()).contains("must use snippets");
  }

  /** Defect of the original: templates were not sandboxed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ x.__init__.__globals__ }}",
        "{{ x.getClass().forName('java.lang.Runtime') }}",
        "{{ self.__dict__ }}",
        "{{ ().__class__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{% include '/etc/passwd' %}",
        "{% import 'os' as os %}",
        "{% extends '/etc/passwd' %}",
        "{{ open('/etc/passwd').read() }}",
        "{{ x|attr('__class__') }}",
        "{{ '%s'|format(x.__class__) }}",
        "{{ '{0.__class__}'.format(x) }}"
      })
  void noTemplateReachesBeyondItsData(String attack) {
    pool(Map.of("x", "text"));

    assertThat(render("#!/bin/sh\n" + attack).failure()).isPresent();
    assertThat(failure("#!/bin/sh\n" + attack).line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for a in range(99999999) %}{% for b in range(99999999) %}{% endfor %}{% endfor %}",
        "{{ 'a' * 2000000000 }}",
        "{{ 'a'|center(2000000000) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ 9**(9**9) }}",
        "{% for i in range(2000000) %}x{% endfor %}"
      })
  void noTemplateTakesLongOrMuch(String attack) {
    snippet("slow", attack);
    Instant begin = Instant.now();

    assertThat(failure("#!/bin/sh\n" + attack).line()).isEqualTo(2);
    assertThat(failure("#!/bin/sh\n\n{{ slow }}").snippet()).contains("slow");

    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void allSnippetsTogetherMakeNoMoreThanAMebibyte() {
    for (int i = 0; i < 4; i++) {
      snippet("s" + i, "{% for i in range(300000) %}x{% endfor %}");
    }

    assertThat(failure("#!/bin/sh\n{% set a = [s0, s1, s2, s3] %}").snippet()).contains("s3");
  }

  @Test
  void aSecretIsInWhatIsRunButInNothingThatIsShown() {
    Origin origin = Origin.of(Level.PROJECT, "site").inSet("keys");
    layers.add(new VariableLayer(origin, true, Map.of("token", "hunter2!")));
    snippet("login", "-u me:{{ token }}");

    FinishedScript script = render("#!/bin/sh\ncurl {{ login }}\n");

    assertThat(script.text()).contains("hunter2!");
    assertThat(script.variables().shown().toString() + script).doesNotContain("hunter2!");
    assertThat(script.variables().shown())
        .extracting(ResolvedVariable::value)
        .contains("-u me:" + Mask.TEXT, Mask.TEXT);
    ScriptFailure failure =
        failure("#!/bin/sh\n{{ {}[token] }}{{ '%(x)s' % {token: 1} }}{{ token.x }}");
    assertThat(failure.toString()).doesNotContain("hunter2!");
  }

  private ScriptFailure failure(String script) {
    return render(script).failure().orElseThrow();
  }

  private FinishedScript render(String script) {
    return new RenderScript(script, layers)
        .run(names -> {
          asked.addAll(names);
          return snippets.stream()
              .filter(snippet -> names.contains(snippet.settings().variableName()))
              .toList();
        });
  }

  private void pool(Map<String, Object> values) {
    layers.add(new VariableLayer(Origin.of(Level.WORKER_POOL, "linux"), false, values));
  }

  private void project(Map<String, Object> values) {
    layers.add(new VariableLayer(Origin.of(Level.PROJECT, "site"), false, values));
  }

  private void snippet(String name, String text) {
    var draft = new SnippetDraft(name, "", text);
    snippets.add(new Snippet(snippets.size(), draft, "alice", Instant.EPOCH, 1));
  }
}
