package io.vespene.jinja;

/** What rendering a template led to. */
public sealed interface Rendered {

  /** The template was rendered. */
  record Text(String text) implements Rendered {}

  /** The template could not be rendered; there is no partial result. */
  record Failed(TemplateError error) implements Rendered {}
}
