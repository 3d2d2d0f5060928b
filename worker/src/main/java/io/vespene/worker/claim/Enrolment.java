package io.vespene.worker.claim;

import io.vespene.protocol.worker.Registration;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Who the worker is, and what lets it join.
 *
 * @param poolTokens one per pool; may be empty when a credential was saved earlier
 * @param registration what the servers are told about this worker
 * @param address where it is reached, which may change
 */
public record Enrolment(
    List<String> poolTokens, Registration registration, CurrentAddress address) {
  public Enrolment {
    poolTokens = List.copyOf(poolTokens);
  }

  /** What tells one set of pool tokens from another without giving them away. */
  String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String token : poolTokens.stream().sorted().toList()) {
        digest.update((token + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The registration under the name that the worker was enrolled with. */
  Registration registrationAs(String name) {
    return new Registration(
        registration.processId(),
        name,
        address.known().hostName(),
        address.known().filePort(),
        registration.version(),
        registration.operatingSystem(),
        registration.slots(),
        registration.pools());
  }

  @Override
  public String toString() {
    return "Enrolment[poolTokens=***, registration=" + registration + "]";
  }
}
