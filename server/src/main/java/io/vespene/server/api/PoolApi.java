package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.NotFound;
import io.vespene.core.user.User;
import io.vespene.protocol.rest.Page;
import io.vespene.protocol.rest.PoolInput;
import io.vespene.protocol.rest.PoolResource;
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

/** Worker pools. Everybody may look; only superusers may change. */
@RestController
@RequestMapping("/api/v1/worker-pools")
final class PoolApi {
  private final WorkerPools pools;

  PoolApi(WorkerPools pools) {
    this.pools = pools;
  }

  @GetMapping
  Page<PoolResource> list() {
    return new Page<>(pools.overview().stream().map(PoolResources::of).toList(), Optional.empty());
  }

  @PostMapping
  ResponseEntity<PoolResource> create(User user, Actor actor, @RequestBody PoolInput input) {
    Rights.requireSuperuser(user);
    WorkerPool pool = pools.create(PoolResources.draft(input), actor);
    return tagged(ResponseEntity.created(URI.create("/api/v1/worker-pools/" + pool.id())), pool);
  }

  @GetMapping("/{pool}")
  ResponseEntity<PoolResource> show(@PathVariable String pool) {
    return tagged(ResponseEntity.ok(), pools.require(pool));
  }

  @PatchMapping("/{pool}")
  ResponseEntity<PoolResource> edit(
      User user,
      Actor actor,
      @PathVariable String pool,
      @RequestHeader(HttpHeaders.IF_MATCH) Optional<String> ifMatch,
      @RequestBody PoolInput input) {
    Rights.requireSuperuser(user);
    WorkerPool before = pools.require(pool);
    int version = EntityTags.expected(ifMatch, before.version());
    WorkerPool after =
        pools.edit(before.id(), version, PoolResources.edited(before.settings(), input), actor);
    return tagged(ResponseEntity.ok(), after);
  }

  @DeleteMapping("/{pool}")
  ResponseEntity<Void> delete(User user, Actor actor, @PathVariable String pool) {
    Rights.requireSuperuser(user);
    pools.delete(pools.require(pool).id(), actor);
    return ResponseEntity.noContent().build();
  }

  private ResponseEntity<PoolResource> tagged(ResponseEntity.BodyBuilder answer, WorkerPool pool) {
    PoolResource resource =
        pools.overview().stream()
            .filter(row -> row.pool().id() == pool.id())
            .findFirst()
            .map(PoolResources::of)
            .orElseThrow(() -> new NotFound("worker pool", pool.name()));
    return answer.eTag(EntityTags.of(resource.version())).body(resource);
  }
}
