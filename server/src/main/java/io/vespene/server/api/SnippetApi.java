package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.snippet.Snippet;
import io.vespene.core.snippet.SnippetDraft;
import io.vespene.core.snippet.Snippets;
import io.vespene.core.user.User;
import io.vespene.protocol.rest.Page;
import io.vespene.protocol.rest.SnippetInput;
import io.vespene.protocol.rest.SnippetResource;
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

/** Snippets. */
@RestController
@RequestMapping("/api/v1/snippets")
final class SnippetApi {
  private final Snippets snippets;

  SnippetApi(Snippets snippets) {
    this.snippets = snippets;
  }

  @GetMapping
  Page<SnippetResource> list() {
    return new Page<>(
        snippets.list().stream().map(SnippetApi::resource).toList(), Optional.empty());
  }

  @PostMapping
  ResponseEntity<SnippetResource> create(User user, Actor actor, @RequestBody SnippetInput input) {
    Snippet snippet = snippets.create(edited(new SnippetDraft("", "", ""), input), actor);
    return tagged(ResponseEntity.created(URI.create("/api/v1/snippets/" + snippet.id())), snippet);
  }

  @GetMapping("/{snippet}")
  ResponseEntity<SnippetResource> show(@PathVariable String snippet) {
    return tagged(ResponseEntity.ok(), snippets.require(snippet));
  }

  @PatchMapping("/{snippet}")
  ResponseEntity<SnippetResource> edit(
      User user,
      Actor actor,
      @PathVariable String snippet,
      @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      @RequestBody SnippetInput input) {
    Snippet before = snippets.require(snippet);
    Rights.requireMaker(user, before.createdBy());
    int version = EntityTags.expected(ifMatch, before.version());
    return tagged(
        ResponseEntity.ok(),
        snippets.edit(before.id(), version, edited(before.settings(), input), actor));
  }

  @DeleteMapping("/{snippet}")
  ResponseEntity<Void> delete(User user, Actor actor, @PathVariable String snippet) {
    Snippet found = snippets.require(snippet);
    Rights.requireMaker(user, found.createdBy());
    snippets.delete(found.id(), actor);
    return ResponseEntity.noContent().build();
  }

  private static SnippetDraft edited(SnippetDraft before, SnippetInput input) {
    return new SnippetDraft(
        input.name().orElse(before.name()),
        input.description().orElse(before.description()),
        input.text().orElse(before.text()));
  }

  private static ResponseEntity<SnippetResource> tagged(
      ResponseEntity.BodyBuilder answer, Snippet snippet) {
    return answer.eTag(EntityTags.of(snippet.version())).body(resource(snippet));
  }

  private static SnippetResource resource(Snippet snippet) {
    return new SnippetResource(
        snippet.id(),
        snippet.name(),
        snippet.settings().description(),
        snippet.settings().text(),
        snippet.settings().variableName(),
        snippet.createdBy(),
        snippet.createdAt(),
        snippet.version());
  }
}
