package io.vespene.server.security;

import io.vespene.core.user.LoginAttemptStore;
import io.vespene.core.user.User;
import io.vespene.core.user.UserLogin;
import io.vespene.core.user.Users;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Decides about a name and a password. */
final class Login implements AuthenticationProvider {
  /** ASCII only, so that no name can be mistaken for another. */
  private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");

  private static final int MAX_PASSWORD_LENGTH = 1_000;

  private final Users users;
  private final LoginAttemptStore attempts;
  private final Passwords passwords;

  Login(Users users, LoginAttemptStore attempts, Passwords passwords) {
    this.users = users;
    this.attempts = attempts;
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    String typed = request.getName().strip().toLowerCase(Locale.ROOT);
    String name = USER_NAME.matcher(typed).matches() ? typed : "?";
    String password = String.valueOf(request.getCredentials());
    String address = address(request);
    if (!attempts.admit(name, address)) {
      throw new LockedException("too many tries");
    }
    Optional<UserLogin> login =
        password.length() > MAX_PASSWORD_LENGTH
            ? Optional.empty()
            : users.findLogin(name).filter(found -> !found.user().disabled());
    if (!passwords.match(password, login.flatMap(UserLogin::passwordHash))) {
      throw new BadCredentialsException("wrong name or password");
    }
    attempts.clear(name, address);
    User user = login.orElseThrow().user();
    return Caller.of(user);
  }

  @Override
  public boolean supports(Class<?> type) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
  }

  private static String address(Authentication request) {
    return request.getDetails() instanceof WebAuthenticationDetails details
        ? String.valueOf(details.getRemoteAddress())
        : "";
  }
}
