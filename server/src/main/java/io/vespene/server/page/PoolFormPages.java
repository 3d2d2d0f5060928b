package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Choice;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Where superusers make, edit and delete worker pools. */
@Controller
final class PoolFormPages {
  private static final String LIST = "/worker-pools";

  private final Templates templates;
  private final WorkerPools pools;
  private final PoolForms forms;

  PoolFormPages(Templates templates, WorkerPools pools, JsonMapper json) {
    this.templates = templates;
    this.pools = pools;
    this.forms = new PoolForms(json);
  }

  @GetMapping(LIST + "/new")
  JteModel create(Frame frame, User user) {
    Rights.requireSuperuser(user);
    return newForm(frame, forms.empty());
  }

  @PostMapping(LIST)
  FormAnswer create(Frame frame, User user, Actor actor, @RequestParam Map<String, String> typed) {
    Rights.requireSuperuser(user);
    try {
      WorkerPool pool = pools.create(forms.draft(Form.of(typed)), actor);
      return new FormAnswer.GoOn(path(pool.id()));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(newForm(frame, RefusedForm.of(typed, refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/edit")
  JteModel edit(Frame frame, User user, @PathVariable long id) {
    WorkerPool pool = mine(user, id);
    return editForm(frame, pool, forms.of(pool));
  }

  @PostMapping(LIST + "/{id}/edit")
  FormAnswer edit(
      Frame frame,
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed) {
    WorkerPool pool = mine(user, id);
    try {
      pools.edit(id, version, forms.draft(Form.of(typed)), actor);
      return new FormAnswer.GoOn(path(id));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(editForm(frame, pool, RefusedForm.of(typed, refusal)));
    } catch (StaleVersion refusal) {
      return FormAnswer.contradict(editForm(frame, pool, RefusedForm.of(typed, refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/delete")
  JteModel delete(Frame frame, User user, @PathVariable long id) {
    return templates.poolsDelete(frame, mine(user, id), Optional.empty());
  }

  @PostMapping(LIST + "/{id}/delete")
  FormAnswer deleteNow(Frame frame, User user, Actor actor, @PathVariable long id) {
    WorkerPool pool = mine(user, id);
    try {
      pools.delete(id, actor);
      return new FormAnswer.GoOn(LIST);
    } catch (Conflict refusal) {
      return FormAnswer.contradict(
          templates.poolsDelete(frame, pool, Optional.ofNullable(refusal.getMessage())));
    }
  }

  private JteModel newForm(Frame frame, Form form) {
    return templates.poolsForm(
        frame, "New worker pool", LIST, LIST, form, isolationChoices(), false);
  }

  private JteModel editForm(Frame frame, WorkerPool pool, Form form) {
    String path = path(pool.id());
    return templates.poolsForm(
        frame, "Edit " + pool.name(), path + "/edit", path, form, isolationChoices(), true);
  }

  private List<Choice> isolationChoices() {
    var choices =
        new ArrayList<>(
            List.of(
                new Choice("sudo", "sudo: scripts run as another user"),
                new Choice("basic_container", "basic_container: each in a fresh container"),
                new Choice("none", "none: scripts run as the worker's own user")));
    pools.pluginIsolations().forEach(name -> choices.add(Choice.of(name)));
    return choices;
  }

  private WorkerPool mine(User user, long id) {
    Rights.requireSuperuser(user);
    return pools.find(id).orElseThrow(() -> new NotFound("worker pool", id));
  }

  private static String path(long id) {
    return LIST + "/" + id;
  }
}
