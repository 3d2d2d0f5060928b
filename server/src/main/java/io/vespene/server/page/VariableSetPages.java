package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.user.User;
import io.vespene.core.variable.VariableSet;
import io.vespene.core.variable.VariableSetDraft;
import io.vespene.core.variable.VariableSets;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Where variable sets are listed, shown, made, edited and deleted. */
@Controller
final class VariableSetPages {
  private static final String LIST = "/variable-sets";

  private final Templates templates;
  private final VariableSets sets;
  private final JsonMapper json;
  private final VariableFields fields;

  VariableSetPages(Templates templates, VariableSets sets, JsonMapper json) {
    this.templates = templates;
    this.sets = sets;
    this.json = json;
    this.fields = new VariableFields(json);
  }

  @GetMapping(LIST)
  JteModel list(Frame frame) {
    return templates.variablesetsList(frame, sets.list());
  }

  @GetMapping(LIST + "/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    VariableSet set = require(id);
    return templates.variablesetsShow(frame, set, fields.text(set.settings().variables()));
  }

  @GetMapping(LIST + "/new")
  JteModel create(Frame frame) {
    return newForm(frame, Form.of(Map.of()));
  }

  @PostMapping(LIST)
  FormAnswer create(Frame frame, User user, Actor actor, @RequestParam Map<String, String> typed) {
    try {
      VariableSet set = sets.create(draft(typed), actor);
      return new FormAnswer.GoOn(path(set.id()));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(newForm(frame, RefusedForm.of(withoutSecrets(typed), refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/edit")
  JteModel edit(Frame frame, User user, @PathVariable long id) {
    VariableSet set = mine(user, id);
    return editForm(frame, set, form(set));
  }

  @PostMapping(LIST + "/{id}/edit")
  FormAnswer edit(
      Frame frame,
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed) {
    VariableSet set = mine(user, id);
    Map<String, String> shown = withoutSecrets(typed);
    try {
      sets.edit(id, version, draft(typed), actor);
      return new FormAnswer.GoOn(path(id));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(editForm(frame, set, RefusedForm.of(shown, refusal)));
    } catch (StaleVersion refusal) {
      return FormAnswer.contradict(editForm(frame, set, RefusedForm.of(shown, refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/delete")
  JteModel delete(Frame frame, User user, @PathVariable long id) {
    return templates.variablesetsDelete(frame, mine(user, id), Optional.empty());
  }

  @PostMapping(LIST + "/{id}/delete")
  FormAnswer deleteNow(Frame frame, User user, Actor actor, @PathVariable long id) {
    VariableSet set = mine(user, id);
    try {
      sets.delete(id, actor);
      return new FormAnswer.GoOn(LIST);
    } catch (Conflict refusal) {
      return FormAnswer.contradict(
          templates.variablesetsDelete(frame, set, Optional.ofNullable(refusal.getMessage())));
    }
  }

  private JteModel newForm(Frame frame, Form form) {
    return templates.variablesetsForm(frame, "New variable set", LIST, LIST, form, false);
  }

  private JteModel editForm(Frame frame, VariableSet set, Form form) {
    String path = path(set.id());
    return templates.variablesetsForm(
        frame, "Edit " + set.name(), path + "/edit", path, form, true);
  }

  private Form form(VariableSet set) {
    return Form.of(
        Map.of(
            "name", set.name(),
            "description", set.settings().description(),
            "secret", Boolean.toString(set.settings().secret()),
            "variables", fields.text(set.settings().variables()),
            "version", Integer.toString(set.version())));
  }

  private VariableSetDraft draft(Map<String, String> typed) {
    var form = new FormReader(Form.of(typed));
    var draft =
        new VariableSetDraft(
            form.text("name"),
            form.text("description"),
            form.ticked("secret"),
            form.object("variables", json));
    form.finish();
    return draft;
  }

  /** Secrets are not sent back, to whoever typed them neither. */
  private static Map<String, String> withoutSecrets(Map<String, String> typed) {
    if (!Form.of(typed).isTicked("secret")) {
      return typed;
    }
    var shown = new HashMap<>(typed);
    shown.remove("variables");
    return shown;
  }

  private VariableSet mine(User user, long id) {
    VariableSet set = require(id);
    Rights.requireMaker(user, set.createdBy());
    return set;
  }

  private VariableSet require(long id) {
    return sets.find(id).orElseThrow(() -> new NotFound("variable set", id));
  }

  private static String path(long id) {
    return LIST + "/" + id;
  }
}
