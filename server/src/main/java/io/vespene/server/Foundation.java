package io.vespene.server;

import io.vespene.server.security.Accounts;
import io.vespene.server.security.LoginLimit;
import io.vespene.server.security.WorkerCredentials;
import javax.sql.DataSource;

/** What a server stands on. */
public record Foundation(
    DataSource dataSource, Accounts accounts, LoginLimit loginLimit, WorkerCredentials workers) {}
