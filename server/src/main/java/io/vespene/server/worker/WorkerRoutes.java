package io.vespene.server.worker;

import io.vespene.core.build.BuildRetention;
import io.vespene.core.problem.Conflict;
import io.vespene.core.problem.InvalidInput;
import io.vespene.core.worker.WorkerIdentity;
import io.vespene.core.worker.WorkerPolls;
import io.vespene.core.worker.Workers;
import io.vespene.protocol.worker.DirectoryQuestion;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import io.vespene.protocol.worker.ExpiredDirectories;
import io.vespene.protocol.worker.Leave;
import io.vespene.protocol.worker.Poll;
import io.vespene.protocol.worker.PollAnswer;
import io.vespene.protocol.worker.Registered;
import io.vespene.protocol.worker.Registration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Workers come, ask what there is to do, and go. */
@RestController
@RequestMapping("/worker/v1")
final class WorkerRoutes {
  private final Workers workers;
  private final WorkerPolls polls;
  private final BuildRetention retention;

  WorkerRoutes(Workers workers, WorkerPolls polls, BuildRetention retention) {
    this.workers = workers;
    this.polls = polls;
    this.retention = retention;
  }

  @PostMapping("/enrol")
  Enrolled enrol(@RequestBody EnrolRequest request) {
    return workers
        .enrol(request)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.UNAUTHORIZED));
  }

  @PostMapping("/register")
  Registered register(WorkerIdentity worker, @RequestBody Registration registration) {
    return workers.register(worker.id(), registration);
  }

  /** Held on the request's own thread, which is a virtual one. */
  @PostMapping("/poll")
  PollAnswer poll(WorkerIdentity worker, @RequestBody Poll poll) throws InterruptedException {
    return polls
        .poll(worker.id(), poll)
        .orElseThrow(() -> new Conflict("this process is not the registered one of its worker"));
  }

  /** Which of the directories it has a worker may remove. */
  @PostMapping("/expired-directories")
  ExpiredDirectories expiredDirectories(@RequestBody DirectoryQuestion question) {
    if (question.builds().size() > DirectoryQuestion.MOST) {
      throw new InvalidInput("builds", "must be at most " + DirectoryQuestion.MOST);
    }
    return new ExpiredDirectories(retention.expiredDirectories(question.builds()));
  }

  @PostMapping("/leave")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(WorkerIdentity worker, @RequestBody Leave leave) {
    workers.leave(worker.id(), leave.processId());
  }
}
