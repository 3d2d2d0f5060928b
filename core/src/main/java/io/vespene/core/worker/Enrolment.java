package io.vespene.core.worker;

import io.vespene.core.database.Database;
import io.vespene.core.secret.Tokens;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Enrolled;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How a worker gets an identity, and proves it. */
final class Enrolment {
  private static final int MAX_SAME_NAME = 100_000;
  private static final int MAX_NAME = 90;

  private Enrolment() {}

  static Optional<Enrolled> enrol(Handle handle, EnrolRequest request) {
    var store = new EnrolmentStore(handle);
    var texts = new LinkedHashSet<>(request.poolTokens());
    List<EnrolmentStore.GoodToken> tokens =
        texts.stream().map(Tokens::hash).map(store::useToken).flatMap(Optional::stream).toList();
    if (tokens.size() < texts.size()) {
      return Optional.empty();
    }
    String credential = Tokens.fresh(Workers.PREFIX);
    long worker = insert(store, request.name().strip(), Tokens.hash(credential));
    tokens.forEach(token -> store.grant(worker, token));
    List<String> pools =
        tokens.stream().map(EnrolmentStore.GoodToken::poolName).distinct().toList();
    return Optional.of(new Enrolled(worker, credential, pools));
  }

  private static long insert(EnrolmentStore store, String name, byte[] credentialHash) {
    Optional<Long> worker = store.insert(name, credentialHash);
    String stem = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME);
    for (int number = 2; worker.isEmpty() && number < MAX_SAME_NAME; number++) {
      worker = store.insert(stem + "-" + number, credentialHash);
    }
    return worker.orElseThrow();
  }

  static Optional<WorkerIdentity> authenticate(Database database, String credential) {
    byte[] hash = Tokens.hash(credential);
    return database.withHandle(handle -> new EnrolmentStore(handle).find(hash));
  }
}
