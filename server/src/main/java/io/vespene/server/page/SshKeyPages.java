package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.problem.NotFound;
import io.vespene.core.sshkey.SshKey;
import io.vespene.core.sshkey.SshKeyDraft;
import io.vespene.core.sshkey.SshKeys;
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

/** Where SSH keys are listed, shown, made, edited and deleted. */
@Controller
@RequestMapping("/ssh-keys")
final class SshKeyPages extends ObjectPages<SshKey> {
  private static final SecretFields SECRETS = SecretFields.of("private_key", "unlock_password");

  private final Templates templates;
  private final SshKeys keys;

  SshKeyPages(Templates templates, SshKeys keys) {
    super(templates, ObjectKind.SSH_KEY);
    this.templates = templates;
    this.keys = keys;
  }

  @GetMapping
  JteModel list(
      Frame frame,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "1") int page) {
    return templates.sshkeysList(
        frame,
        ObjectList.choose(
            ObjectKind.SSH_KEY,
            keys.list(),
            key -> List.of(key.name(), key.description(), key.publicKey().fingerprint()),
            search,
            page));
  }

  @GetMapping("/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    return templates.sshkeysShow(frame, require(id), keys.projectsOf(id));
  }

  @Override
  SshKey require(long id) {
    return keys.find(id).orElseThrow(() -> new NotFound("SSH key", id));
  }

  @Override
  ObjectIdentity identity(SshKey key) {
    return new ObjectIdentity(key.id(), key.name(), key.version());
  }

  @Override
  Map<String, String> values(SshKey key) {
    return Map.of("name", key.name(), "description", key.description());
  }

  @Override
  JteModel form(Frame frame, ObjectForm page) {
    return templates.sshkeysForm(frame, page);
  }

  @Override
  String effectOfDeletion(SshKey key) {
    return "Its private half is gone with it. A key that projects use can't be deleted.";
  }

  @Override
  void requireMayChange(User user, SshKey key) {
    Rights.requireMaker(user, key.createdBy());
  }

  @Override
  long make(Author author, Form typed) {
    return keys.create(draft(typed), author.actor()).id();
  }

  @Override
  void edit(Author author, SshKey key, int version, Form typed) {
    keys.edit(key.id(), version, draft(typed), author.actor());
  }

  @Override
  void delete(Author author, SshKey key) {
    keys.delete(key.id(), author.actor());
  }

  @Override
  Map<String, String> withoutSecrets(Map<String, String> typed) {
    return SECRETS.without(typed);
  }

  private static SshKeyDraft draft(Form typed) {
    var form = new FormReader(typed);
    return new SshKeyDraft(
        form.text("name"),
        form.text("description"),
        SecretFields.read(typed, "private_key"),
        SecretFields.read(typed, "unlock_password"));
  }
}
