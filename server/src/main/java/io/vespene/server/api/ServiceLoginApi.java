package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.servicelogin.ServiceLogin;
import io.vespene.core.servicelogin.ServiceLoginDraft;
import io.vespene.core.servicelogin.ServiceLogins;
import io.vespene.core.user.User;
import io.vespene.protocol.rest.Page;
import io.vespene.protocol.rest.ServiceLoginInput;
import io.vespene.protocol.rest.ServiceLoginResource;
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

/** Service logins. Passwords go in and never come back. */
@RestController
@RequestMapping("/api/v1/service-logins")
final class ServiceLoginApi {
  private final ServiceLogins logins;

  ServiceLoginApi(ServiceLogins logins) {
    this.logins = logins;
  }

  @GetMapping
  Page<ServiceLoginResource> list() {
    return new Page<>(
        logins.list().stream().map(ServiceLoginApi::resource).toList(), Optional.empty());
  }

  @PostMapping
  ResponseEntity<ServiceLoginResource> create(
      User user, Actor actor, @RequestBody ServiceLoginInput input) {
    ServiceLogin login =
        logins.create(
            new ServiceLoginDraft(
                input.name().orElse(""),
                input.description().orElse(""),
                input.username().orElse(""),
                input.password()),
            actor);
    return tagged(
        ResponseEntity.created(URI.create("/api/v1/service-logins/" + login.id())), login);
  }

  @GetMapping("/{login}")
  ResponseEntity<ServiceLoginResource> show(@PathVariable String login) {
    return tagged(ResponseEntity.ok(), logins.require(login));
  }

  @PatchMapping("/{login}")
  ResponseEntity<ServiceLoginResource> edit(
      User user,
      Actor actor,
      @PathVariable String login,
      @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      @RequestBody ServiceLoginInput input) {
    ServiceLogin before = logins.require(login);
    Rights.requireMaker(user, before.createdBy());
    int version = EntityTags.expected(ifMatch, before.version());
    return tagged(
        ResponseEntity.ok(),
        logins.edit(
            before.id(),
            version,
            new ServiceLoginDraft(
                input.name().orElse(before.name()),
                input.description().orElse(before.description()),
                input.username().orElse(before.username()),
                input.password()),
            actor));
  }

  @DeleteMapping("/{login}")
  ResponseEntity<Void> delete(User user, Actor actor, @PathVariable String login) {
    ServiceLogin found = logins.require(login);
    Rights.requireMaker(user, found.createdBy());
    logins.delete(found.id(), actor);
    return ResponseEntity.noContent().build();
  }

  private static ResponseEntity<ServiceLoginResource> tagged(
      ResponseEntity.BodyBuilder answer, ServiceLogin login) {
    return answer.eTag(EntityTags.of(login.version())).body(resource(login));
  }

  private static ServiceLoginResource resource(ServiceLogin login) {
    return new ServiceLoginResource(
        login.id(),
        login.name(),
        login.description(),
        login.username(),
        login.createdBy(),
        login.createdAt(),
        login.version());
  }
}
