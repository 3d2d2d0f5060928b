package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import io.vespene.core.audit.Actor;
import io.vespene.core.build.Build;
import io.vespene.core.build.Builds;
import io.vespene.core.problem.NotFound;
import io.vespene.core.user.User;
import io.vespene.core.worker.Worker;
import io.vespene.core.worker.Workers;
import io.vespene.server.security.Rights;
import io.vespene.server.template.Templates;
import io.vespene.server.view.BuildRows;
import io.vespene.server.view.Frame;
import io.vespene.server.view.ObjectKind;
import io.vespene.server.view.ObjectList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of workers, and each worker with what it runs. */
@Controller
final class WorkerPages {
  private final Templates templates;
  private final Workers workers;
  private final Builds builds;

  WorkerPages(Templates templates, Workers workers, Builds builds) {
    this.templates = templates;
    this.workers = workers;
    this.builds = builds;
  }

  @GetMapping("/workers")
  JteModel list(
      Frame frame,
      @RequestParam(defaultValue = "") String search,
      @RequestParam(defaultValue = "1") int page) {
    return templates.workersList(
        frame,
        ObjectList.choose(ObjectKind.WORKER, workers.list(), WorkerPages::words, search, page));
  }

  private static List<String> words(Worker worker) {
    var words = new ArrayList<>(worker.pools());
    words.add(worker.name());
    words.add(worker.hostName());
    words.add(worker.status().name());
    return words;
  }

  @GetMapping("/workers/{id}")
  JteModel show(Frame frame, @PathVariable long id) {
    Worker worker = workers.find(id).orElseThrow(() -> new NotFound("worker", id));
    List<Build> running =
        worker.builds().stream().map(builds::find).flatMap(Optional::stream).toList();
    return templates.workersShow(frame, worker, new BuildRows(running, Map.of()));
  }

  @PostMapping("/workers/{id}/drain")
  FormAnswer drain(User user, Actor actor, @PathVariable long id) {
    return drain(user, actor, id, true);
  }

  @PostMapping("/workers/{id}/resume")
  FormAnswer resume(User user, Actor actor, @PathVariable long id) {
    return drain(user, actor, id, false);
  }

  private FormAnswer drain(User user, Actor actor, long id, boolean drain) {
    Rights.requireSuperuser(user);
    workers.drain(id, drain, actor);
    return new FormAnswer.GoOn("/workers/" + id);
  }
}
