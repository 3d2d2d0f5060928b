package io.vespene.cli.administration;

import java.util.List;
import java.util.stream.Collectors;

/** A file for supervisord: one program for the server, one per pool. */
final class SupervisordFile {
  private SupervisordFile() {}

  static ServiceFile of(ServicePlan plan) {
    var content = new StringBuilder();
    if (plan.server()) {
      content.append(server(plan));
    }
    plan.workers().forEach(count -> content.append(worker(plan, count)));
    return new ServiceFile("vespene.conf", content.toString());
  }

  private static String server(ServicePlan plan) {
    return """
    [program:vespene-server]
    command=%s
    user=%s
    environment=LANG="C.UTF-8"
    autorestart=unexpected
    startsecs=5
    stopwaitsecs=60
    redirect_stderr=true
    stdout_logfile=%s/vespene-server.log

    """
        .formatted(
            command(plan.serverCommand()), plan.user(), escape(plan.logDirectory().toString()));
  }

  private static String worker(ServicePlan plan, WorkerCount count) {
    // supervisord puts in the machine's name and the worker's number.
    String name = " --name %(host_node_name)s-" + count.pool() + "-%(process_num)d";
    return """
    [program:vespene-worker-%s]
    command=%s
    numprocs=%d
    numprocs_start=1
    process_name=%%(program_name)s-%%(process_num)d
    user=%s
    environment=LANG="C.UTF-8"
    autorestart=unexpected
    startsecs=5
    ; The first signal drains a worker: what it runs is finished.
    stopsignal=TERM
    stopwaitsecs=3900
    redirect_stderr=true
    stdout_logfile=%s/%%(program_name)s-%%(process_num)d.log

    """
        .formatted(
            count.pool(),
            command(plan.workerCommand(count.pool())) + name,
            count.workers(),
            plan.user(),
            escape(plan.logDirectory().toString()));
  }

  private static String command(List<String> words) {
    return words.stream().map(SupervisordFile::word).collect(Collectors.joining(" "));
  }

  private static String word(String text) {
    String plain = escape(text);
    return plain.matches("[A-Za-z0-9/._=:@%-]+")
        ? plain
        : "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String escape(String text) {
    return text.replace("%", "%%");
  }
}
