package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.NotFound;
import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Choice;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import io.vespene.server.view.ObjectForm;
import io.vespene.server.view.ObjectIdentity;
import io.vespene.server.view.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.json.JsonMapper;

/** Where superusers make, edit and delete worker pools. */
@Controller
@RequestMapping("/worker-pools")
final class PoolFormPages extends ObjectPages<WorkerPool> {
  private final Templates templates;
  private final WorkerPools pools;
  private final PoolForms forms;

  PoolFormPages(Templates templates, WorkerPools pools, JsonMapper json) {
    super(templates, ObjectKind.POOL);
    this.templates = templates;
    this.pools = pools;
    this.forms = new PoolForms(json);
  }

  @Override
  WorkerPool require(long id) {
    return pools.find(id).orElseThrow(() -> new NotFound("worker pool", id));
  }

  @Override
  ObjectIdentity identity(WorkerPool pool) {
    return new ObjectIdentity(pool.id(), pool.name(), pool.version());
  }

  @Override
  Map<String, String> values(WorkerPool pool) {
    return forms.values(pool.settings());
  }

  @Override
  Map<String, String> firstValues() {
    return forms.firstValues();
  }

  @Override
  JteModel form(Frame frame, ObjectForm page) {
    return templates.poolsForm(frame, page, isolationChoices());
  }

  @Override
  String effectOfDeletion(WorkerPool pool) {
    return "Its tokens are gone with it. A pool that projects or builds use can't be deleted.";
  }

  @Override
  void requireMayMake(User user) {
    Rights.requireSuperuser(user);
  }

  @Override
  void requireMayChange(User user, WorkerPool pool) {
    Rights.requireSuperuser(user);
  }

  @Override
  long make(Author author, Form typed) {
    return pools.create(forms.draft(typed), author.actor()).id();
  }

  @Override
  void edit(Author author, WorkerPool pool, int version, Form typed) {
    pools.edit(pool.id(), version, forms.draft(typed), author.actor());
  }

  @Override
  void delete(Author author, WorkerPool pool) {
    pools.delete(pool.id(), author.actor());
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
}
