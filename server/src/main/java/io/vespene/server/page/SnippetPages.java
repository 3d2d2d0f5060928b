package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.snippet.Snippet;
import io.vespene.core.snippet.SnippetDraft;
import io.vespene.core.snippet.Snippets;
import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where snippets are listed, shown, made, edited and deleted. */
@Controller
final class SnippetPages {
  private static final String LIST = "/snippets";

  private final Templates templates;
  private final Snippets snippets;

  SnippetPages(Templates templates, Snippets snippets) {
    this.templates = templates;
    this.snippets = snippets;
  }

  @GetMapping(LIST)
  JteModel list(Frame frame) {
    return templates.snippetsList(frame, snippets.list());
  }

  @GetMapping(LIST + "/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    return templates.snippetsShow(frame, require(id));
  }

  @GetMapping(LIST + "/new")
  JteModel create(Frame frame) {
    return newForm(frame, Form.of(Map.of()));
  }

  @PostMapping(LIST)
  FormAnswer create(Frame frame, User user, Actor actor, @RequestParam Map<String, String> typed) {
    try {
      Snippet snippet = snippets.create(draft(typed), actor);
      return new FormAnswer.GoOn(path(snippet.id()));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(newForm(frame, RefusedForm.of(typed, refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/edit")
  JteModel edit(Frame frame, User user, @PathVariable long id) {
    Snippet snippet = mine(user, id);
    return editForm(frame, snippet, form(snippet));
  }

  @PostMapping(LIST + "/{id}/edit")
  FormAnswer edit(
      Frame frame,
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed) {
    Snippet snippet = mine(user, id);
    try {
      snippets.edit(id, version, draft(typed), actor);
      return new FormAnswer.GoOn(path(id));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(editForm(frame, snippet, RefusedForm.of(typed, refusal)));
    } catch (StaleVersion refusal) {
      return FormAnswer.contradict(editForm(frame, snippet, RefusedForm.of(typed, refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/delete")
  JteModel delete(Frame frame, User user, @PathVariable long id) {
    return templates.snippetsDelete(frame, mine(user, id));
  }

  @PostMapping(LIST + "/{id}/delete")
  FormAnswer deleteNow(User user, Actor actor, @PathVariable long id) {
    snippets.delete(mine(user, id).id(), actor);
    return new FormAnswer.GoOn(LIST);
  }

  private JteModel newForm(Frame frame, Form form) {
    return templates.snippetsForm(frame, "New snippet", LIST, LIST, form, false);
  }

  private JteModel editForm(Frame frame, Snippet snippet, Form form) {
    String path = path(snippet.id());
    return templates.snippetsForm(
        frame, "Edit " + snippet.name(), path + "/edit", path, form, true);
  }

  private static Form form(Snippet snippet) {
    return Form.of(
        Map.of(
            "name", snippet.name(),
            "description", snippet.settings().description(),
            "text", snippet.settings().text(),
            "version", Integer.toString(snippet.version())));
  }

  private static SnippetDraft draft(Map<String, String> typed) {
    var form = new FormReader(Form.of(typed));
    return new SnippetDraft(form.text("name"), form.text("description"), form.lines("text"));
  }

  private Snippet mine(User user, long id) {
    Snippet snippet = require(id);
    Rights.requireMaker(user, snippet.createdBy());
    return snippet;
  }

  private Snippet require(long id) {
    return snippets.find(id).orElseThrow(() -> new NotFound("snippet", id));
  }

  private static String path(long id) {
    return LIST + "/" + id;
  }
}
