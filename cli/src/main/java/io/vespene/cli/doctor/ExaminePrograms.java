package io.vespene.cli.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks for the programs that workers use. */
final class ExaminePrograms {
  private ExaminePrograms() {}

  static List<Finding> examine(Optional<String> sudoUser) {
    return Stream.of(git(), svn(), ssh(), sshAgent(), sudo(sudoUser), containers()).toList();
  }

  private static Finding git() {
    return ProgramRun.find("git", "--version")
        .<Finding>map(run -> new Finding.Good("git", run.firstLine()))
        .orElseGet(() ->
            new Finding.Bad(
                "git",
                "not found",
                "Install the package git, or builds of git projects fail here."));
  }

  private static Finding svn() {
    return ProgramRun.find("svn", "--version", "--quiet")
        .<Finding>map(run -> new Finding.Good("svn", run.firstLine()))
        .orElseGet(() ->
            new Finding.Doubtful(
                "svn",
                "not found",
                "Install the package subversion if projects here use Subversion."));
  }

  private static Finding ssh() {
    return ProgramRun.find("ssh", "-V")
        .<Finding>map(run -> new Finding.Good("ssh", run.firstLine()))
        .orElseGet(() ->
            new Finding.Doubtful(
                "ssh", "not found", "Install the OpenSSH client for ssh:// repositories."));
  }

  private static Finding sshAgent() {
    // It has no option that shows a version; this one shows how to call it, and starts nothing.
    return ProgramRun.find("ssh-agent", "-?")
        .<Finding>map(_ -> new Finding.Good("ssh-agent", "found"))
        .orElseGet(() ->
            new Finding.Doubtful(
                "ssh-agent",
                "not found",
                "Install the OpenSSH client (openssh-client), or builds with SSH keys fail here."));
  }

  private static Finding sudo(Optional<String> user) {
    if (ProgramRun.find("sudo", "-V").isEmpty()) {
      return new Finding.Doubtful(
          "sudo", "not found", "Install sudo, or builds of pools with isolation sudo fail here.");
    }
    if (user.isEmpty()) {
      return new Finding.Good("sudo", "found; --sudo-user USER tries whether scripts can use it");
    }
    return ProgramRun.find("sudo", "-n", "-u", user.get(), "--", "true")
        .filter(run -> run.exitCode() == 0)
        .<Finding>map(_ -> new Finding.Good("sudo", "scripts can run as " + user.get()))
        .orElseGet(() -> notAllowed(user.get()));
  }

  /** Only pools of one kind need them, so their absence is no fault. */
  private static Finding containers() {
    return ProgramRun.find("docker", "version", "--format", "{{.Server.Version}}")
        .map(run -> engine("docker", run))
        .or(() ->
            ProgramRun.find("podman", "info", "--format", "{{.Version.Version}}")
                .map(run -> engine("podman", run)))
        .orElseGet(() ->
            new Finding.Skipped(
                "containers",
                "neither docker nor podman found; pools with isolation basic_container need one"
                    + " (package docker.io)"));
  }

  private static Finding engine(String name, ProgramRun run) {
    return run.exitCode() == 0
        ? new Finding.Good("containers", name + " " + run.firstLine())
        : new Finding.Doubtful(
            "containers",
            name + " does not answer: " + run.firstLine(),
            "Start its service, and let the worker's user use it (group docker), or builds of pools"
                + " with isolation basic_container fail here.");
  }

  private static Finding notAllowed(String user) {
    String me = System.getProperty("user.name");
    return new Finding.Bad(
        "sudo",
        me + " may not run scripts as " + user,
        "Make the user, and a file in /etc/sudoers.d with the line: "
            + me
            + " ALL=("
            + user
            + ") NOPASSWD: ALL");
  }
}
