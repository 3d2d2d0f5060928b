package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.problem.NotFound;
import io.vespene.core.snippet.Snippet;
import io.vespene.core.snippet.SnippetDraft;
import io.vespene.core.snippet.Snippets;
import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import io.vespene.server.view.ObjectForm;
import io.vespene.server.view.ObjectIdentity;
import io.vespene.server.view.ObjectKind;
import io.vespene.server.view.ObjectList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where snippets are listed, shown, made, edited and deleted. */
@Controller
@RequestMapping("/snippets")
final class SnippetPages extends ObjectPages<Snippet> {
  private final Templates templates;
  private final Snippets snippets;

  SnippetPages(Templates templates, Snippets snippets) {
    super(templates, ObjectKind.SNIPPET);
    this.templates = templates;
    this.snippets = snippets;
  }

  @GetMapping
  JteModel list(
      Frame frame,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "1") int page) {
    return templates.snippetsList(
        frame,
        ObjectList.choose(
            ObjectKind.SNIPPET,
            snippets.list(),
            snippet -> List.of(snippet.name(), snippet.settings().description()),
            search,
            page));
  }

  @GetMapping("/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    return templates.snippetsShow(frame, require(id));
  }

  @Override
  Snippet require(long id) {
    return snippets.find(id).orElseThrow(() -> new NotFound("snippet", id));
  }

  @Override
  ObjectIdentity identity(Snippet snippet) {
    return new ObjectIdentity(snippet.id(), snippet.name(), snippet.version());
  }

  @Override
  Map<String, String> values(Snippet snippet) {
    return Map.of(
        "name", snippet.name(),
        "description", snippet.settings().description(),
        "text", snippet.settings().text());
  }

  @Override
  JteModel form(Frame frame, ObjectForm page) {
    return templates.snippetsForm(frame, page);
  }

  @Override
  String effectOfDeletion(Snippet snippet) {
    return "Scripts that use it fail from then on. Builds that wait already have it.";
  }

  @Override
  void requireMayChange(User user, Snippet snippet) {
    Rights.requireMaker(user, snippet.createdBy());
  }

  @Override
  long make(Author author, Form typed) {
    return snippets.create(draft(typed), author.actor()).id();
  }

  @Override
  void edit(Author author, Snippet snippet, int version, Form typed) {
    snippets.edit(snippet.id(), version, draft(typed), author.actor());
  }

  @Override
  void delete(Author author, Snippet snippet) {
    snippets.delete(snippet.id(), author.actor());
  }

  private static SnippetDraft draft(Form typed) {
    var form = new FormReader(typed);
    return new SnippetDraft(form.text("name"), form.text("description"), form.lines("text"));
  }
}
