package io.vespene.cli.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Units for systemd: one for the server, one per pool, and a target that starts them all. */
final class SystemdUnits {
  private static final String TARGET = "vespene.target";

  private SystemdUnits() {}

  static List<ServiceFile> of(ServicePlan plan) {
    var files = new ArrayList<ServiceFile>();
    if (plan.server()) {
      files.add(new ServiceFile("vespene-server.service", server(plan)));
    }
    plan.workers()
        .forEach(
            count -> files.add(new ServiceFile(workerUnit(count.pool(), ""), worker(plan, count))));
    files.add(new ServiceFile(TARGET, target(plan)));
    return files;
  }

  private static String server(ServicePlan plan) {
    return """
    [Unit]
    Description=Vespene server
    Wants=network-online.target
    After=network-online.target postgresql.service
    PartOf=%s

    [Service]
    Type=exec
    User=%s
    ExecStart=%s
    Environment=LANG=C.UTF-8
    Restart=on-failure
    RestartSec=2
    # Requests in progress are finished first.
    TimeoutStopSec=60

    # A server writes nothing but to its database.
    UMask=0077
    NoNewPrivileges=yes
    CapabilityBoundingSet=
    ProtectSystem=strict
    ProtectHome=%s
    PrivateTmp=yes
    PrivateDevices=yes
    ProtectHostname=yes
    ProtectClock=yes
    ProtectKernelTunables=yes
    ProtectKernelModules=yes
    ProtectKernelLogs=yes
    ProtectControlGroups=yes
    ProtectProc=invisible
    RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
    RestrictNamespaces=yes
    RestrictRealtime=yes
    RestrictSUIDSGID=yes
    LockPersonality=yes
    SystemCallArchitectures=native
    SystemCallFilter=@system-service

    [Install]
    WantedBy=%s
    """
        .formatted(TARGET, plan.user(), command(plan.serverCommand()), protectHome(plan), TARGET);
  }

  private static String worker(ServicePlan plan, WorkerCount count) {
    // systemd puts in the machine's name and the worker's number.
    String name = " --name %H-" + count.pool() + "-%i";
    return """
    [Unit]
    Description=Vespene worker %%i of pool %s
    Wants=network-online.target
    After=network-online.target vespene-server.service
    PartOf=%s

    [Service]
    Type=exec
    User=%s
    ExecStart=%s
    Environment=LANG=C.UTF-8
    Restart=on-failure
    RestartSec=2
    # The first signal drains the worker, alone: what it runs is finished. A second one,
    # 'systemctl kill --kill-whom=main UNIT', stops its builds at once.
    KillMode=mixed
    TimeoutStopSec=3900

    # Scripts run as another user through sudo. So NoNewPrivileges and every setting that implies it
    # (system calls, address families, devices, kernel, namespaces, set-user-id files) must stay off.
    # What is left keeps scripts from changing the system; sudo keeps them from the worker's files.
    UMask=0022
    ProtectSystem=full
    ProtectHome=%s
    PrivateTmp=yes
    ProtectControlGroups=yes

    [Install]
    WantedBy=%s
    """
        .formatted(
            count.pool(),
            TARGET,
            plan.user(),
            command(plan.workerCommand(count.pool())) + name,
            protectHome(plan),
            TARGET);
  }

  private static String target(ServicePlan plan) {
    var units = new ArrayList<String>();
    if (plan.server()) {
      units.add("vespene-server.service");
    }
    for (WorkerCount count : plan.workers()) {
      IntStream.rangeClosed(1, count.workers())
          .mapToObj(number -> workerUnit(count.pool(), Integer.toString(number)))
          .forEach(units::add);
    }
    String wants = units.stream().map(unit -> "Wants=" + unit).collect(Collectors.joining("\n"));
    return """
    [Unit]
    Description=Vespene
    %s

    [Install]
    WantedBy=multi-user.target
    """
        .formatted(wants);
  }

  private static String workerUnit(String pool, String instance) {
    return "vespene-worker-" + pool + "@" + instance + ".service";
  }

  /** A program that lives in somebody's home must still be found there. */
  private static String protectHome(ServicePlan plan) {
    boolean atHome = plan.program().startsWith("/home") || plan.program().startsWith("/root");
    return atHome ? "read-only" : "yes";
  }

  private static String command(List<String> words) {
    return words.stream().map(SystemdUnits::word).collect(Collectors.joining(" "));
  }

  /** One word of a command line, without anything that systemd would replace in it. */
  private static String word(String text) {
    String plain = text.replace("%", "%%").replace("$", "$$");
    return plain.matches("[A-Za-z0-9/._=:@%$-]+")
        ? plain
        : "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
