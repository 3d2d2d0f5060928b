package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.problem.NotFound;
import io.vespene.core.problem.StaleVersion;
import io.vespene.core.sshkey.SshKey;
import io.vespene.core.sshkey.SshKeyDraft;
import io.vespene.core.sshkey.SshKeys;
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

/** Where SSH keys are listed, shown, made, edited and deleted. */
@Controller
final class SshKeyPages {
  private static final String LIST = "/ssh-keys";
  private static final SecretFields SECRETS = SecretFields.of("private_key", "unlock_password");

  private final Templates templates;
  private final SshKeys keys;

  SshKeyPages(Templates templates, SshKeys keys) {
    this.templates = templates;
    this.keys = keys;
  }

  @GetMapping(LIST)
  JteModel list(Frame frame) {
    return templates.sshkeysList(frame, keys.list());
  }

  @GetMapping(LIST + "/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    return templates.sshkeysShow(frame, require(id), keys.projectsOf(id));
  }

  @GetMapping(LIST + "/new")
  JteModel create(Frame frame) {
    return newForm(frame, Form.of(Map.of()));
  }

  @PostMapping(LIST)
  FormAnswer create(Frame frame, User user, Actor actor, @RequestParam Map<String, String> typed) {
    try {
      SshKey key = keys.create(draft(typed), actor);
      return new FormAnswer.GoOn(path(key.id()));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(newForm(frame, RefusedForm.of(SECRETS.without(typed), refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/edit")
  JteModel edit(Frame frame, User user, @PathVariable long id) {
    SshKey key = mine(user, id);
    return editForm(frame, key, form(key));
  }

  @PostMapping(LIST + "/{id}/edit")
  FormAnswer edit(
      Frame frame,
      User user,
      Actor actor,
      @PathVariable long id,
      @RequestParam int version,
      @RequestParam Map<String, String> typed) {
    SshKey key = mine(user, id);
    Map<String, String> shown = SECRETS.without(typed);
    try {
      keys.edit(id, version, draft(typed), actor);
      return new FormAnswer.GoOn(path(id));
    } catch (InvalidInput refusal) {
      return FormAnswer.refuse(editForm(frame, key, RefusedForm.of(shown, refusal)));
    } catch (StaleVersion refusal) {
      return FormAnswer.contradict(editForm(frame, key, RefusedForm.of(shown, refusal)));
    }
  }

  @GetMapping(LIST + "/{id}/delete")
  JteModel delete(Frame frame, User user, @PathVariable long id) {
    return templates.sshkeysDelete(frame, mine(user, id), Optional.empty());
  }

  @PostMapping(LIST + "/{id}/delete")
  FormAnswer deleteNow(Frame frame, User user, Actor actor, @PathVariable long id) {
    SshKey key = mine(user, id);
    try {
      keys.delete(id, actor);
      return new FormAnswer.GoOn(LIST);
    } catch (Conflict refusal) {
      return FormAnswer.contradict(
          templates.sshkeysDelete(frame, key, Optional.ofNullable(refusal.getMessage())));
    }
  }

  private JteModel newForm(Frame frame, Form form) {
    return templates.sshkeysForm(frame, "New SSH key", LIST, LIST, form, false);
  }

  private JteModel editForm(Frame frame, SshKey key, Form form) {
    String path = path(key.id());
    return templates.sshkeysForm(frame, "Edit " + key.name(), path + "/edit", path, form, true);
  }

  private static Form form(SshKey key) {
    return Form.of(
        Map.of(
            "name", key.name(),
            "description", key.description(),
            "version", Integer.toString(key.version())));
  }

  private static SshKeyDraft draft(Map<String, String> typed) {
    var form = new FormReader(Form.of(typed));
    return new SshKeyDraft(
        form.text("name"),
        form.text("description"),
        SecretFields.read(typed, "private_key"),
        SecretFields.read(typed, "unlock_password"));
  }

  private SshKey mine(User user, long id) {
    SshKey key = require(id);
    Rights.requireMaker(user, key.createdBy());
    return key;
  }

  private SshKey require(long id) {
    return keys.find(id).orElseThrow(() -> new NotFound("SSH key", id));
  }

  private static String path(long id) {
    return LIST + "/" + id;
  }
}
