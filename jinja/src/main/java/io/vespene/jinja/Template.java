package io.vespene.jinja;

import io.vespene.jinja.evaluate.Evaluation;
import io.vespene.jinja.syntax.Block;
import io.vespene.jinja.syntax.NameAnalysis;
import io.vespene.jinja.syntax.Parser;
import io.vespene.jinja.syntax.Source;
import io.vespene.jinja.syntax.SyntaxException;
import io.vespene.jinja.value.Meter;
import io.vespene.jinja.value.RenderException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A parsed template, ready to be rendered any number of times with the same result for the same
 * variables.
 *
 * <p>Immutable; may be used by several threads at once.
 */
public final class Template {

  private static final int MAX_CHARACTERS = 1 << 20;

  /** Limits on nesting end long before a stack of the usual size does; this one is small. */
  private static final String TOO_DEEP = "nested too deeply for this thread's stack";

  private final String name;
  private final Source source;
  private final Block block;
  private final NameAnalysis names;

  private Template(String name, Source source, Block block) {
    this.name = name;
    this.source = source;
    this.block = block;
    this.names = NameAnalysis.of(block);
  }

  /**
   * Parses a template of at most 1 Mi characters.
   *
   * @param name what errors call it
   * @throws TemplateException if the text is no template
   */
  public static Template parse(String name, String text, Syntax syntax) {
    Source source = Source.of(text, syntax.lexerOptions());
    try {
      if (text.length() > MAX_CHARACTERS) {
        throw new SyntaxException(
            0,
            0,
            "the template is longer than the allowed %,d characters".formatted(MAX_CHARACTERS));
      }
      Block block = Parser.parse(source, syntax.lexerOptions(), StandardLanguage.VOCABULARY);
      return new Template(name, source, block);
    } catch (SyntaxException e) {
      throw new TemplateException(ErrorPlace.error(name, source, e), e);
    } catch (StackOverflowError e) {
      SyntaxException tooDeep = new SyntaxException(0, 0, TOO_DEEP);
      throw new TemplateException(ErrorPlace.error(name, source, tooDeep), e);
    }
  }

  /**
   * Parses a template with Jinja2's default treatment of white space.
   *
   * @throws TemplateException if the text is no template
   */
  public static Template parse(String name, String text) {
    return parse(name, text, Syntax.DEFAULT);
  }

  /** Parses and renders a template once; a text that is no template is a failure too. */
  public static Rendered render(
      String name,
      String text,
      Map<String, ? extends @Nullable Object> variables,
      RenderOptions options) {
    try {
      return parse(name, text).render(variables, options);
    } catch (TemplateException e) {
      return new Rendered.Failed(e.error());
    }
  }

  public String name() {
    return name;
  }

  /**
   * The text with all expressions replaced by their values.
   *
   * @param variables JSON-like values by name: maps with text keys, lists, strings, numbers, truth
   *     values and null; they are copied, so that no template can change them
   * @throws IllegalArgumentException if there is any other value among the variables, or one that
   *     contains itself
   */
  public Rendered render(Map<String, ? extends @Nullable Object> variables, RenderOptions options) {
    return render(variables, options, UnaryOperator.identity());
  }

  /**
   * Renders like {@link #render(Map, RenderOptions)}, each printed value being changed before it is
   * put between the template's own text: quoted for the language that the text is in, say.
   *
   * @param treatment gets the text of a value, the results of macros, calls and filter blocks among
   *     them, each once and in order
   */
  public Rendered render(
      Map<String, ? extends @Nullable Object> variables,
      RenderOptions options,
      UnaryOperator<String> treatment) {
    Meter meter = options.budget().meter();
    boolean strict = options.undefined() == UndefinedVariables.STRICT;
    Evaluation evaluation =
        new Evaluation(StandardLanguage.LANGUAGE, meter, strict, source.text().hashCode());
    try {
      String text =
          evaluation.render(block, names, new GivenVariables(variables, meter), treatment);
      return new Rendered.Text(text);
    } catch (RenderException e) {
      return new Rendered.Failed(ErrorPlace.error(name, source, evaluation.position(), e));
    } catch (StackOverflowError e) {
      RenderException tooDeep = new RenderException(TOO_DEEP, e);
      return new Rendered.Failed(ErrorPlace.error(name, source, evaluation.position(), tooDeep));
    }
  }

  /**
   * The names of the variables this template may read, without rendering it. Names of global
   * functions are not among them.
   */
  public Set<String> variables() {
    Set<String> read = new TreeSet<>(names.read());
    read.removeAll(StandardLanguage.LANGUAGE.globals().keySet());
    return read;
  }
}
