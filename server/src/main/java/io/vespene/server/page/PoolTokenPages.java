package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.pool.IssuedPoolToken;
import io.vespene.core.pool.PoolTokens;
import io.vespene.core.pool.WorkerPool;
import io.vespene.core.pool.WorkerPools;
import io.vespene.core.problem.NotFound;
import io.vespene.core.user.User;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where superusers make and revoke tokens of worker pools. */
@Controller
@RequestMapping("/worker-pools/{id}/tokens")
final class PoolTokenPages {
  private final Templates templates;
  private final WorkerPools pools;
  private final PoolTokens tokens;

  PoolTokenPages(Templates templates, WorkerPools pools, PoolTokens tokens) {
    this.templates = templates;
    this.pools = pools;
    this.tokens = tokens;
  }

  /** Shows the token right away: it must be stored nowhere, so it can't outlive this answer. */
  @PostMapping
  FormAnswer issue(Frame frame, User user, Actor actor, @PathVariable long id) {
    WorkerPool pool = mine(user, id);
    IssuedPoolToken token = tokens.issue(id, actor);
    return new FormAnswer.Show(HttpStatus.OK, templates.poolsToken(frame, pool, token));
  }

  @GetMapping("/{token}/revoke")
  JteModel revoke(Frame frame, User user, @PathVariable long id, @PathVariable long token) {
    return templates.poolsRevoke(frame, mine(user, id), token);
  }

  @PostMapping("/{token}/revoke")
  FormAnswer revokeNow(User user, Actor actor, @PathVariable long id, @PathVariable long token) {
    mine(user, id);
    tokens.revoke(id, token, actor);
    return new FormAnswer.GoOn("/worker-pools/" + id + "#tokens");
  }

  private WorkerPool mine(User user, long id) {
    Rights.requireSuperuser(user);
    return pools.find(id).orElseThrow(() -> new NotFound("worker pool", id));
  }
}
