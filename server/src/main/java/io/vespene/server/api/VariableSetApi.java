package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.user.User;
import io.vespene.core.variable.VariableSet;
import io.vespene.core.variable.VariableSetDraft;
import io.vespene.core.variable.VariableSets;
import io.vespene.protocol.rest.Page;
import io.vespene.protocol.rest.VariableSetInput;
import io.vespene.protocol.rest.VariableSetResource;
import io.vespene.server.security.Rights;
import java.net.URI;
import java.util.Map;
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

/** Variable sets. Secret values go in and never come back. */
@RestController
@RequestMapping("/api/v1/variable-sets")
final class VariableSetApi {
  private final VariableSets sets;

  VariableSetApi(VariableSets sets) {
    this.sets = sets;
  }

  @GetMapping
  Page<VariableSetResource> list() {
    return new Page<>(
        sets.list().stream().map(VariableSetApi::resource).toList(), Optional.empty());
  }

  @PostMapping
  ResponseEntity<VariableSetResource> create(
      User user, Actor actor, @RequestBody VariableSetInput input) {
    var empty = new VariableSetDraft("", "", false, Map.of());
    VariableSet set = sets.create(edited(empty, input), actor);
    return tagged(ResponseEntity.created(URI.create("/api/v1/variable-sets/" + set.id())), set);
  }

  @GetMapping("/{set}")
  ResponseEntity<VariableSetResource> show(@PathVariable String set) {
    return tagged(ResponseEntity.ok(), sets.require(set));
  }

  @PatchMapping("/{set}")
  ResponseEntity<VariableSetResource> edit(
      User user,
      Actor actor,
      @PathVariable String set,
      @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      @RequestBody VariableSetInput input) {
    VariableSet before = sets.require(set);
    Rights.requireMaker(user, before.createdBy());
    int version = EntityTags.expected(ifMatch, before.version());
    return tagged(
        ResponseEntity.ok(),
        sets.edit(before.id(), version, edited(before.settings(), input), actor));
  }

  @DeleteMapping("/{set}")
  ResponseEntity<Void> delete(User user, Actor actor, @PathVariable String set) {
    VariableSet found = sets.require(set);
    Rights.requireMaker(user, found.createdBy());
    sets.delete(found.id(), actor);
    return ResponseEntity.noContent().build();
  }

  private static VariableSetDraft edited(VariableSetDraft before, VariableSetInput input) {
    return new VariableSetDraft(
        input.name().orElse(before.name()),
        input.description().orElse(before.description()),
        input.secret().orElse(before.secret()),
        JsonValues.of(input.variables().orElse(before.variables())));
  }

  private static ResponseEntity<VariableSetResource> tagged(
      ResponseEntity.BodyBuilder answer, VariableSet set) {
    return answer.eTag(EntityTags.of(set.version())).body(resource(set));
  }

  private static VariableSetResource resource(VariableSet set) {
    return new VariableSetResource(
        set.id(),
        set.name(),
        set.settings().description(),
        set.settings().secret(),
        JsonValues.of(set.settings().variables()),
        set.createdBy(),
        set.createdAt(),
        set.version());
  }
}
