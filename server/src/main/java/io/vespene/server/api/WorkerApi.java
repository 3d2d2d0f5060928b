package io.vespene.server.api;

import io.vespene.core.audit.Actor;
import io.vespene.core.user.User;
import io.vespene.core.worker.Worker;
import io.vespene.core.worker.WorkerStatus;
import io.vespene.core.worker.Workers;
import io.vespene.protocol.rest.Page;
import io.vespene.protocol.rest.WorkerResource;
import io.vespene.server.security.Rights;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workers: how they are, and whether they may take builds. */
@RestController
@RequestMapping("/api/v1/workers")
final class WorkerApi {
  private final Workers workers;

  WorkerApi(Workers workers) {
    this.workers = workers;
  }

  @GetMapping
  Page<WorkerResource> list() {
    return new Page<>(workers.list().stream().map(WorkerApi::resource).toList(), Optional.empty());
  }

  @GetMapping("/{worker}")
  WorkerResource show(@PathVariable String worker) {
    return resource(workers.require(worker));
  }

  @PostMapping("/{worker}/drain")
  WorkerResource drain(User user, Actor actor, @PathVariable String worker) {
    return drain(user, actor, worker, true);
  }

  @PostMapping("/{worker}/resume")
  WorkerResource resume(User user, Actor actor, @PathVariable String worker) {
    return drain(user, actor, worker, false);
  }

  private WorkerResource drain(User user, Actor actor, String worker, boolean drain) {
    Rights.requireSuperuser(user);
    workers.drain(workers.require(worker).id(), drain, actor);
    return resource(workers.require(worker));
  }

  private static WorkerResource resource(Worker worker) {
    return new WorkerResource(
        worker.id(),
        worker.name(),
        state(worker.status()),
        worker.pools(),
        worker.slots(),
        worker.freeSlots(),
        worker.builds(),
        worker.drainAsked(),
        worker.hostName(),
        worker.filePort(),
        worker.version(),
        worker.otherVersion(),
        worker.operatingSystem(),
        worker.diskFreeBytes(),
        worker.enrolledAt(),
        worker.registeredAt(),
        worker.lastSeenAt());
  }

  private static String state(WorkerStatus status) {
    return switch (status) {
      case ONLINE -> "ONLINE";
      case DRAINING -> "DRAINING";
      case UNREACHABLE, LOST -> "UNREACHABLE";
      case LEFT -> "OFFLINE";
    };
  }
}
