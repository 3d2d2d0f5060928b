package io.vespene.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.vespene.cli.RunProgram.Result;
import io.vespene.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateRenderTest {
  @TempDir private Path directory;

  @Test
  void theTextIsPrintedExactly() throws Exception {
    String template = file("script.sh", "#!/bin/sh\necho {{ who|shell_quote }} \u00e4\t\u001b[1m");
    String variables = file("vars.json", "{\"who\": \"a 'b'\"}");

    Result result = new RunProgram().run("template", "render", template, "--vars", variables);

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("#!/bin/sh\necho 'a '\"'\"'b'\"'\"'' \u00e4\t\u001b[1m");
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void templatesMayComeFromStandardInputAndNeedNoVariables() {
    Result result = new RunProgram().typing("{{ 6 * 7 }}\n\n").run("template", "render", "-");

    assertThat(result.out()).isEqualTo("42\n");
    assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void variablesMayComeFromStandardInput() throws Exception {
    String template = file("t", "{{ n + 1 }} {{ f }} {{ list }} {{ none }} {{ big }}");

    Result result =
        new RunProgram()
            .typing(
                "{\"n\": 1, \"f\": 1.0, \"list\": [true, \"x\"], \"big\": 123456789012345678901}")
            .run("template", "render", template, "--vars", "-");

    assertThat(result.out()).isEqualTo("2 1.0 [True, 'x'] None 123456789012345678901");
  }

  @Test
  void anErrorIsShownWithItsLineAndNothingElseIsPrinted() {
    Result result =
        new RunProgram().typing("one\n  {{ 'a'|uper }}\n").run("template", "render", "-");

    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            -:2:10: unknown filter 'uper', did you mean 'upper'?
              |
            2 |   {{ 'a'|uper }}
              |          ^^^^
            """);
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void anUndefinedVariableIsAnErrorUnlessLenient() {
    Result strict = new RunProgram().typing("[{{ x }}]").run("template", "render", "-");
    Result lenient =
        new RunProgram().typing("[{{ x }}]").run("template", "render", "-", "--lenient");

    assertThat(strict.err()).startsWith("-:1:5: 'x' is undefined\n");
    assertThat(strict.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(lenient.out()).isEqualTo("[]");
    assertThat(lenient.exitCode()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aTerminalObeysNothingInAnError() {
    Result result =
        new RunProgram().typing("{{ x }}\u001b]0;a\u0007").run("template", "render", "-");

    assertThat(result.err()).doesNotContain("\u001b", "\u0007");
  }

  @Test
  void filesThatCannotBeUsedAreNamed() throws Exception {
    String list = file("list.json", "[1]");
    String deep = file("deep.json", "{\"a\": " + "[".repeat(300) + "]".repeat(300) + "}");

    assertThat(failure("nowhere.sh")).isEqualTo("vespene: FILE: there is no file nowhere.sh.\n");
    assertThat(failure("-", "--vars", list)).startsWith("vespene: --vars: must be a JSON object");
    assertThat(failure("-", "--vars", deep))
        .startsWith("vespene: --vars: variable a[0]")
        .endsWith("nested more than 200 levels deep.\n");
    assertThat(failure("-", "--vars", "-"))
        .isEqualTo("vespene: FILE and --vars cannot both come from standard input.\n");
    assertThat(failure()).startsWith("vespene: Missing required parameter: 'FILE'");
  }

  private String failure(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "template";
    all[1] = "render";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Result result = new RunProgram().typing("{{ a }}").run(all);
    assertThat(result.out()).isEmpty();
    assertThat(result.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    return result.err();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }
}
