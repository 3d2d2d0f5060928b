package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.sshkey.SshKey;
import io.vespene.core.sshkey.SshKeyDraft;
import io.vespene.core.sshkey.SshKeys;
import io.vespene.core.user.User;
import io.vespene.protocol.rest.Page;
import io.vespene.protocol.rest.SshKeyInput;
import io.vespene.protocol.rest.SshKeyResource;
import io.vespene.server.security.Rights;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** SSH keys, of which everybody may see the public halves. Secrets go in and never come back. */
@RestController
@RequestMapping("/api/v1/ssh-keys")
final class SshKeyApi {
  private final SshKeys keys;

  SshKeyApi(SshKeys keys) {
    this.keys = keys;
  }

  @GetMapping
  Page<SshKeyResource> list() {
    return new Page<>(keys.list().stream().map(SshKeyApi::resource).toList(), Optional.empty());
  }

  @PostMapping
  ResponseEntity<SshKeyResource> create(User user, Actor actor, @RequestBody SshKeyInput input) {
    SshKey key =
        keys.create(
            new SshKeyDraft(
                input.name().orElse(""),
                input.description().orElse(""),
                input.privateKey(),
                input.unlockPassword()),
            actor);
    return tagged(ResponseEntity.created(URI.create("/api/v1/ssh-keys/" + key.id())), key);
  }

  @GetMapping("/{key}")
  ResponseEntity<SshKeyResource> show(@PathVariable String key) {
    return tagged(ResponseEntity.ok(), keys.require(key));
  }

  @PatchMapping("/{key}")
  ResponseEntity<SshKeyResource> edit(
      User user,
      Actor actor,
      @PathVariable String key,
      @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      @RequestBody SshKeyInput input) {
    SshKey before = keys.require(key);
    Rights.requireMaker(user, before.createdBy());
    int version = EntityTags.expected(ifMatch, before.version());
    return tagged(
        ResponseEntity.ok(),
        keys.edit(
            before.id(),
            version,
            new SshKeyDraft(
                input.name().orElse(before.name()),
                input.description().orElse(before.description()),
                input.privateKey(),
                input.unlockPassword()),
            actor));
  }

  @DeleteMapping("/{key}")
  ResponseEntity<Void> delete(User user, Actor actor, @PathVariable String key) {
    SshKey found = keys.require(key);
    Rights.requireMaker(user, found.createdBy());
    keys.delete(found.id(), actor);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<SshKeyResource> tagged(
      ResponseEntity.BodyBuilder answer, SshKey key) {
    return answer.eTag(EntityTags.of(key.version())).body(resource(key));
  }

  private static SshKeyResource resource(SshKey key) {
    return new SshKeyResource(
        key.id(),
        key.name(),
        key.description(),
        key.publicKey().type(),
        key.publicKey().fingerprint(),
        key.publicKey().line(),
        key.locked(),
        key.createdBy(),
        key.createdAt(),
        key.version());
  }
}
