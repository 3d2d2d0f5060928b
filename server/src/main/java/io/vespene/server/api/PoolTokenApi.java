package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.pool.IssuedPoolToken;
import io.vespene.core.pool.PoolTokens;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.NotFound;
import io.vespene.core.user.User;
import io.vespene.protocol.rest.Page;
import io.vespene.protocol.rest.PoolTokenResource;
import io.vespene.server.security.Rights;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens with which workers enrol for a pool; for superusers. */
@RestController
@RequestMapping("/api/v1/worker-pools/{pool}/tokens")
final class PoolTokenApi {
  private final WorkerPools pools;
  private final PoolTokens tokens;

  PoolTokenApi(WorkerPools pools, PoolTokens tokens) {
    this.pools = pools;
    this.tokens = tokens;
  }

  @GetMapping
  Page<PoolTokenResource> list(User user, @PathVariable String pool) {
    Rights.requireSuperuser(user);
    WorkerPool found = pools.require(pool);
    return new Page<>(
        tokens.list(found.id()).stream()
            .map(token -> PoolResources.of(found, token, Optional.empty()))
            .toList(),
        Optional.empty());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PoolTokenResource issue(User user, Actor actor, @PathVariable String pool) {
    Rights.requireSuperuser(user);
    WorkerPool found = pools.require(pool);
    IssuedPoolToken issued = tokens.issue(found.id(), actor);
    return tokens.list(found.id()).stream()
        .filter(token -> token.id() == issued.id())
        .findFirst()
        .map(token -> PoolResources.of(found, token, Optional.of(issued)))
        .orElseThrow(() -> new NotFound("token", issued.id()));
  }

  @DeleteMapping("/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(User user, Actor actor, @PathVariable String pool, @PathVariable long token) {
    Rights.requireSuperuser(user);
    tokens.revoke(pools.require(pool).id(), token, actor);
  }
}
