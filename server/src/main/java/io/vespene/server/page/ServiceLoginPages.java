package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.problem.NotFound;
import io.vespene.core.servicelogin.ServiceLogin;
import io.vespene.core.servicelogin.ServiceLoginDraft;
import io.vespene.core.servicelogin.ServiceLogins;
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

/** Where service logins are listed, shown, made, edited and deleted. */
@Controller
@RequestMapping("/service-logins")
final class ServiceLoginPages extends ObjectPages<ServiceLogin> {
  private static final SecretFields SECRETS = SecretFields.of("password");

  private final Templates templates;
  private final ServiceLogins logins;

  ServiceLoginPages(Templates templates, ServiceLogins logins) {
    super(templates, ObjectKind.SERVICE_LOGIN);
    this.templates = templates;
    this.logins = logins;
  }

  @GetMapping
  JteModel list(
      Frame frame,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "1") int page) {
    return templates.serviceloginsList(
        frame,
        ObjectList.choose(
            ObjectKind.SERVICE_LOGIN,
            logins.list(),
            login -> List.of(login.name(), login.description(), login.username()),
            search,
            page));
  }

  @GetMapping("/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    return templates.serviceloginsShow(frame, require(id), logins.projectsOf(id));
  }

  @Override
  ServiceLogin require(long id) {
    return logins.find(id).orElseThrow(() -> new NotFound("service login", id));
  }

  @Override
  ObjectIdentity identity(ServiceLogin login) {
    return new ObjectIdentity(login.id(), login.name(), login.version());
  }

  @Override
  Map<String, String> values(ServiceLogin login) {
    return Map.of(
        "name", login.name(),
        "description", login.description(),
        "username", login.username());
  }

  @Override
  JteModel form(Frame frame, ObjectForm page) {
    return templates.serviceloginsForm(frame, page);
  }

  @Override
  String effectOfDeletion(ServiceLogin login) {
    return "Its password is gone with it. A login that projects use can't be deleted.";
  }

  @Override
  void requireMayChange(User user, ServiceLogin login) {
    Rights.requireMaker(user, login.createdBy());
  }

  @Override
  long make(Author author, Form typed) {
    return logins.create(draft(typed), author.actor()).id();
  }

  @Override
  void edit(Author author, ServiceLogin login, int version, Form typed) {
    logins.edit(login.id(), version, draft(typed), author.actor());
  }

  @Override
  void delete(Author author, ServiceLogin login) {
    logins.delete(login.id(), author.actor());
  }

  @Override
  Map<String, String> withoutSecrets(Map<String, String> typed) {
    return SECRETS.without(typed);
  }

  private static ServiceLoginDraft draft(Form typed) {
    var form = new FormReader(typed);
    return new ServiceLoginDraft(
        form.text("name"),
        form.text("description"),
        form.text("username"),
        SecretFields.read(typed, "password"));
  }
}
