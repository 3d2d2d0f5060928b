package io.vespene.server.security;

import io.vespene.core.problem.FieldErrors;
import io.vespene.core.project.ProjectAccess;
import io.vespene.core.servicelogin.ServiceLogin;
import io.vespene.core.servicelogin.ServiceLogins;
import io.vespene.core.sshkey.SshKey;
import io.vespene.core.sshkey.SshKeys;
import io.vespene.core.user.User;
import io.vespene.core.variable.ObjectVariables;
import io.vespene.core.variable.VariableSets;
import java.util.List;

/**
 * Who may let a project use a secret: who made the secret, and superusers. Whoever decides what a
 * project runs, and from where, could else find out a password that was never told to them.
 */
public final class SecretUse {
  private final SshKeys keys;
  private final ServiceLogins logins;
  private final VariableSets variableSets;

  public SecretUse(SshKeys keys, ServiceLogins logins, VariableSets variableSets) {
    this.keys = keys;
    this.logins = logins;
    this.variableSets = variableSets;
  }

  /**
   * Looks at what is attached now and was not before. What does not exist is left to core.
   *
   * @throws io.vespene.core.problem.InvalidInput if it is somebody else's
   */
  public void requireOwn(User user, ProjectAccess before, ProjectAccess after) {
    var errors = new FieldErrors();
    List<String> added =
        after.sshKeys().stream().filter(name -> !before.sshKeys().contains(name)).toList();
    for (String name : added) {
      keys.find(name)
          .map(SshKey::createdBy)
          .ifPresent(
              maker -> errors.require(Rights.owns(user, maker), "ssh_keys", of(name, maker)));
    }
    if (!after.serviceLogin().equals(before.serviceLogin())) {
      logins
          .find(after.serviceLogin())
          .map(ServiceLogin::createdBy)
          .ifPresent(maker ->
              errors.require(
                  Rights.owns(user, maker), "service_login", of(after.serviceLogin(), maker)));
    }
    errors.throwIfAny();
  }

  /**
   * The same of secret variable sets.
   *
   * @throws io.vespene.core.problem.InvalidInput if one is somebody else's
   */
  public void requireOwn(User user, ObjectVariables before, ObjectVariables after) {
    var errors = new FieldErrors();
    after.sets().stream()
        .filter(name -> !before.sets().contains(name))
        .flatMap(name -> variableSets.find(name).stream())
        .filter(set -> set.settings().secret())
        .forEach(set ->
            errors.require(
                Rights.owns(user, set.createdBy()),
                "variable_sets",
                of(set.name(), set.createdBy())));
    errors.throwIfAny();
  }

  private static String of(String name, String maker) {
    return "must be of your own: only " + maker + " or a superuser may attach '" + name + "'";
  }
}
