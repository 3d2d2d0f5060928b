package io.vespene.core.worker;

import io.vespene.core.problem.FieldErrors;
import io.vespene.protocol.worker.EnrolRequest;
import io.vespene.protocol.worker.Registration;
import io.vespene.protocol.worker.WorkerAddress;
import java.util.regex.Pattern;

/** What workers may say about themselves. */
final class RegistrationRules {
  private static final Pattern PRINTABLE = Pattern.compile("\\P{Cntrl}*");
  private static final int MAX_POOLS = 100;
  private static final int MAX_HOST_NAME = 255;
  private static final int MAX_PORT = 65_535;

  private RegistrationRules() {}

  static void check(EnrolRequest request) {
    var errors = new FieldErrors();
    checkText(errors, request.name(), 100, "name");
    errors
        .require(!request.name().isBlank(), "name", "must not be empty")
        .requireRange(request.poolTokens().size(), 1, MAX_POOLS, "pool_tokens")
        .throwIfAny();
  }

  static void check(Registration registration) {
    var errors = new FieldErrors();
    checkText(errors, registration.processId(), 100, "process_id");
    checkText(errors, registration.name(), 100, "name");
    checkText(errors, registration.hostName(), MAX_HOST_NAME, "host_name");
    checkText(errors, registration.version(), 100, "version");
    checkText(errors, registration.operatingSystem(), 200, "operating_system");
    registration.pools().forEach(pool -> checkText(errors, pool, 100, "pools"));
    errors
        .require(!registration.processId().isBlank(), "process_id", "must not be empty")
        .require(!registration.name().isBlank(), "name", "must not be empty")
        .requireRange(registration.filePort(), 0, MAX_PORT, "file_port")
        .requireRange(registration.slots(), 1, 1_000, "slots")
        .requireRange(registration.pools().size(), 1, MAX_POOLS, "pools")
        .throwIfAny();
  }

  static void check(WorkerAddress address) {
    var errors = new FieldErrors();
    checkText(errors, address.hostName(), MAX_HOST_NAME, "address.host_name");
    errors.requireRange(address.filePort(), 0, MAX_PORT, "address.file_port").throwIfAny();
  }

  private static void checkText(FieldErrors errors, String text, int maxLength, String field) {
    errors
        .require(text.length() <= maxLength, field, "must be at most " + maxLength + " characters")
        .require(PRINTABLE.matcher(text).matches(), field, "must not contain control characters");
  }
}
