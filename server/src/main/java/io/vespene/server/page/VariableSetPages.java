package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.problem.NotFound;
import io.vespene.core.user.User;
import io.vespene.core.variable.VariableSet;
import io.vespene.core.variable.VariableSetDraft;
import io.vespene.core.variable.VariableSets;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import io.vespene.server.view.ObjectForm;
import io.vespene.server.view.ObjectIdentity;
import io.vespene.server.view.ObjectKind;
import io.vespene.server.view.ObjectList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Where variable sets are listed, shown, made, edited and deleted. */
@Controller
@RequestMapping("/variable-sets")
final class VariableSetPages extends ObjectPages<VariableSet> {
  private static final SecretFields SECRETS = SecretFields.of("variables");

  private final Templates templates;
  private final VariableSets sets;
  private final JsonMapper json;
  private final VariableFields fields;

  VariableSetPages(Templates templates, VariableSets sets, JsonMapper json) {
    super(templates, ObjectKind.VARIABLE_SET);
    this.templates = templates;
    this.sets = sets;
    this.json = json;
    this.fields = new VariableFields(json);
  }

  @GetMapping
  JteModel list(
      Frame frame,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "1") int page) {
    return templates.variablesetsList(
        frame,
        ObjectList.choose(
            ObjectKind.VARIABLE_SET, sets.list(), VariableSetPages::words, search, page));
  }

  @GetMapping("/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    VariableSet set = require(id);
    return templates.variablesetsShow(frame, set, fields.text(set.settings().variables()));
  }

  @Override
  VariableSet require(long id) {
    return sets.find(id).orElseThrow(() -> new NotFound("variable set", id));
  }

  @Override
  ObjectIdentity identity(VariableSet set) {
    return new ObjectIdentity(set.id(), set.name(), set.version());
  }

  @Override
  Map<String, String> values(VariableSet set) {
    return Map.of(
        "name", set.name(),
        "description", set.settings().description(),
        "secret", Boolean.toString(set.settings().secret()),
        "variables", fields.text(set.settings().variables()));
  }

  @Override
  JteModel form(Frame frame, ObjectForm page) {
    return templates.variablesetsForm(frame, page);
  }

  @Override
  String effectOfDeletion(VariableSet set) {
    return "Its variables are gone with it. A set that projects or pools use can't be deleted.";
  }

  @Override
  void requireMayChange(User user, VariableSet set) {
    Rights.requireMaker(user, set.createdBy());
  }

  @Override
  long make(Author author, Form typed) {
    return sets.create(draft(typed), author.actor()).id();
  }

  @Override
  void edit(Author author, VariableSet set, int version, Form typed) {
    sets.edit(set.id(), version, draft(typed), author.actor());
  }

  @Override
  void delete(Author author, VariableSet set) {
    sets.delete(set.id(), author.actor());
  }

  @Override
  Map<String, String> withoutSecrets(Map<String, String> typed) {
    return Form.of(typed).isTicked("secret") ? SECRETS.without(typed) : typed;
  }

  private static List<String> words(VariableSet set) {
    var words = new ArrayList<>(set.settings().variables().keySet());
    words.add(set.name());
    words.add(set.settings().description());
    return words;
  }

  private VariableSetDraft draft(Form typed) {
    var form = new FormReader(typed);
    var draft =
        new VariableSetDraft(
            form.text("name"),
            form.text("description"),
            form.ticked("secret"),
            form.object("variables", json));
    form.finish();
    return draft;
  }
}
