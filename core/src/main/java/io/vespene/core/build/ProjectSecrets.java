package io.vespene.core.build;

import io.vespene.core.secret.Keyset;
import io.vespene.core.servicelogin.ServiceLogins;
import io.vespene.core.sshkey.SshKeys;

/**
 * The secrets of projects that go to the workers which are handed their builds.
 *
 * @param keyset decrypts scripts with secret variables
 */
public record ProjectSecrets(SshKeys sshKeys, ServiceLogins serviceLogins, Keyset keyset) {}
