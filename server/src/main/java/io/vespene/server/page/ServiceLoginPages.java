package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.servicelogin.ServiceLogin;
import io.vespene.core.servicelogin.ServiceLoginDraft;
import io.vespene.core.servicelogin.ServiceLogins;
import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Form;
import io.vespene.server.view.Frame;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where service logins are listed, shown, made, edited and deleted. */
@Controller
final class ServiceLoginPages {
  private static final String LIST = "/service-logins";
  private static final SecretFields SECRETS = SecretFields.of("password");

  private final Templates templates;
  private final ServiceLogins logins;

  ServiceLoginPages(Templates templates, ServiceLogins logins) {
    this.templates = templates;
    this.logins = logins;
  }

  @GetMapping(LIST)
  JteModel list(Frame frame) {
    return templates.serviceloginsList(frame, logins.list());
  }

  @GetMapping(LIST + "/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    return templates.serviceloginsShow(frame, require(id), logins.projectsOf(id));
  }

  @GetMapping(LIST + "/new")
  JteModel create(Frame frame) {
    return newForm(frame, Form.of(Map.of()));
  }

  @PostMapping(LIST)
  FormAnswer create(Frame frame, User user, Actor actor, @RequestParam Map<String, String> typed) {
    try {
      ServiceLogin login = logins.create(draft(typed), actor);
      return new FormAnswer.GoOn(path(login.id()));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(newForm(frame, RefusedForm.of(SECRETS.without(typed), refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/edit")
  JteModel edit(Frame frame, User user, @PathVariable long id) {
    ServiceLogin login = mine(user, id);
    return editForm(frame, login, form(login));
  }

  @PostMapping(LIST + "/{id}/edit")
  FormAnswer edit(
      Frame frame,
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed) {
    ServiceLogin login = mine(user, id);
    Map<String, String> shown = SECRETS.without(typed);
    try {
      logins.edit(id, version, draft(typed), actor);
      return new FormAnswer.GoOn(path(id));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(editForm(frame, login, RefusedForm.of(shown, refusal)));
    } catch (StaleVersion refusal) {
      return FormAnswer.contradict(editForm(frame, login, RefusedForm.of(shown, refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/delete")
  JteModel delete(Frame frame, User user, @PathVariable long id) {
    return templates.serviceloginsDelete(frame, mine(user, id), Optional.empty());
  }

  @PostMapping(LIST + "/{id}/delete")
  FormAnswer deleteNow(Frame frame, User user, Actor actor, @PathVariable long id) {
    ServiceLogin login = mine(user, id);
    try {
      logins.delete(id, actor);
      return new FormAnswer.GoOn(LIST);
    } catch (Conflict refusal) {
      return FormAnswer.contradict(
          templates.serviceloginsDelete(frame, login, Optional.ofNullable(refusal.getMessage())));
    }
  }

  private JteModel newForm(Frame frame, Form form) {
    return templates.serviceloginsForm(frame, "New service login", LIST, LIST, form, false);
  }

  private JteModel editForm(Frame frame, ServiceLogin login, Form form) {
    String path = path(login.id());
    return templates.serviceloginsForm(
        frame, "Edit " + login.name(), path + "/edit", path, form, true);
  }

  private static Form form(ServiceLogin login) {
    return Form.of(
        Map.of(
            "name", login.name(),
            "description", login.description(),
            "username", login.username(),
            "version", Integer.toString(login.version())));
  }

  private static ServiceLoginDraft draft(Map<String, String> typed) {
    var form = new FormReader(Form.of(typed));
    return new ServiceLoginDraft(
        form.text("name"),
        form.text("description"),
        form.text("username"),
        SecretFields.read(typed, "password"));
  }

  private ServiceLogin mine(User user, long id) {
    ServiceLogin login = require(id);
    Rights.requireMaker(user, login.createdBy());
    return login;
  }

  private ServiceLogin require(long id) {
    return logins.find(id).orElseThrow(() -> new NotFound("service login", id));
  }

  private static String path(long id) {
    return LIST + "/" + id;
  }
}
