package io.vespene.jinja;

import io.vespene.jinja.evaluate.Language;
import io.vespene.jinja.filter.Filters;
import io.vespene.jinja.function.Functions;
import io.vespene.jinja.istest.IsTests;
import io.vespene.jinja.syntax.Vocabulary;

/** The filters, tests and functions that every template can use. */
final class StandardLanguage {

  static final Language LANGUAGE = new Language(Filters.ALL, IsTests.ALL, Functions.all());

  static final Vocabulary VOCABULARY =
      new Vocabulary(LANGUAGE.filters().names(), LANGUAGE.tests().names());

  private StandardLanguage() {}
}
