package io.vespene.server.security;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes and checks passwords with Argon2id. Each takes 16 MiB and some tens of milliseconds. */
public final class Passwords {
  private static final int AT_ONCE = 4;

  private final Argon2PasswordEncoder argon2 =
      Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
  // Bounds the memory that a flood of logins can take.
  private final Semaphore slots = new Semaphore(AT_ONCE);
  private final String nobodysHash = argon2.encode("a password that nobody has");

  /** The text to be stored instead of the password. */
  public String hash(String password) {
    slots.acquireUninterruptibly();
    try {
      return argon2.encode(password);
    } finally {
      slots.release();
    }
  }

  /** Whether this is the password of that hash; without a hash, false after the same time. */
  boolean match(String password, Optional<String> hash) {
    slots.acquireUninterruptibly();
    try {
      boolean matches = argon2.matches(password, hash.orElse(nobodysHash));
      return matches && hash.isPresent();
    } finally {
      slots.release();
    }
  }
}
