package io.vespene.server.security;

import io.vespene.server.security.Accounts.Account;
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

  private final Accounts accounts;
  private final LoginLimit limit;
  private final Passwords passwords;

  Login(Accounts accounts, LoginLimit limit, Passwords passwords) {
    this.accounts = accounts;
    this.limit = limit;
    this.passwords = passwords;
  }

  @Override
  public Authentication authenticate(Authentication request) {
    String typed = request.getName().strip().toLowerCase(Locale.ROOT);
    String name = USER_NAME.matcher(typed).matches() ? typed : "?";
    String password = String.valueOf(request.getCredentials());
    String address = address(request);
    if (!limit.admit(name, address)) {
      throw new LockedException("too many tries");
    }
    Optional<Account> account =
        password.length() > MAX_PASSWORD_LENGTH ? Optional.empty() : accounts.findByName(name);
    if (!passwords.match(password, account)) {
      throw new BadCredentialsException("wrong name or password");
    }
    limit.clear(name, address);
    return Caller.of(account.orElseThrow().viewer());
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
