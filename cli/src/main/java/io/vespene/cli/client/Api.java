package io.vespene.cli.client;

import io.vespene.cli.terminal.CommandFailure;
import io.vespene.cli.terminal.ExitCode;
import io.vespene.protocol.rest.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * A server's REST API.
 *
 * <p>Every method throws {@link CommandFailure} if the server refuses, answers something that is
 * not the API's, or can't be reached.
 */
public final class Api implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final int PAGE_SIZE = 200;

  private final ApiAddress address;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_LIMIT)
          .build();

  Api(ApiAddress address) {
    this.address = address;
  }

  /** Reads one resource. */
  public <T> T read(ApiPath path, Class<T> type) {
    return parse(exchange(request(path).GET().build(), text()), type);
  }

  /** Reads the first {@code most} items of a list, page by page. */
  public <T> List<T> list(ApiPath path, Class<T> type, int most) {
    List<T> items = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      int wanted = Math.min(PAGE_SIZE, most - items.size());
      ApiPath part = path.with("limit", Integer.toString(wanted)).with("cursor", cursor);
      Page<T> page = parsePage(exchange(request(part).GET().build(), text()), type);
      items.addAll(page.items());
      cursor = page.next();
    } while (cursor.isPresent() && items.size() < most);
    return items.size() > most ? items.subList(0, most) : items;
  }

  /** Makes something new, or starts an action. */
  public <T> T post(ApiPath path, Object body, Class<T> type) {
    return parse(exchange(request(path).POST(json(body)).build(), text()), type);
  }

  /** Changes a resource, unless it is no longer at the version that the caller has seen. */
  public <T> T edit(ApiPath path, int version, Object body, Class<T> type) {
    HttpRequest request =
        request(path).header("If-Match", "\"" + version + "\"").method("PATCH", json(body)).build();
    return parse(exchange(request, text()), type);
  }

  /** Removes a resource. */
  public void delete(ApiPath path) {
    exchange(request(path).DELETE().build(), text());
  }

  /** Reads JSON lines, each of them one item. */
  public <T> List<T> lines(ApiPath path, Class<T> type) {
    return exchange(request(path).GET().build(), text())
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> parse(line, type))
        .toList();
  }

  /** Reads bytes as they come; the caller closes the stream. */
  public InputStream open(ApiPath path) {
    return exchange(
        request(path).header("Accept", "text/plain").GET().build(), BodyHandlers.ofInputStream());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder request(ApiPath path) {
    return HttpRequest.newBuilder(address.of(path))
        .header("Authorization", "Bearer " + address.token())
        .header("Content-Type", "application/json")
        .timeout(ANSWER_LIMIT);
  }

  private static BodyPublisher json(Object body) {
    return BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body));
  }

  private static BodyHandler<String> text() {
    return BodyHandlers.ofString(StandardCharsets.UTF_8);
  }

  private <T> T parse(String body, Class<T> type) {
    try {
      return Json.MAPPER.readValue(body, type);
    } catch (JacksonException e) {
      throw notTheApi(e);
    }
  }

  private <T> Page<T> parsePage(String body, Class<T> item) {
    try {
      return Json.MAPPER.readValue(body, Json.pageOf(item));
    } catch (JacksonException e) {
      throw notTheApi(e);
    }
  }

  private CommandFailure notTheApi(JacksonException cause) {
    return new CommandFailure(
        ExitCode.FAILED, "What answers at " + address.url() + " is not a Vespene server.", cause);
  }

  private <T> T exchange(HttpRequest request, BodyHandler<T> whenGood) {
    try {
      HttpResponse<Answer<T>> response =
          http.send(
              request,
              info ->
                  info.statusCode() / 100 == 2
                      ? HttpResponse.BodySubscribers.mapping(whenGood.apply(info), Answer.Good::new)
                      : HttpResponse.BodySubscribers.mapping(
                          text().apply(info), Answer.Refused::new));
      return switch (response.body()) {
        case Answer.Good<T>(T body) -> body;
        case Answer.Refused<T>(String body) ->
            throw Refusals.of(address.url(), response.statusCode(), body);
      };
    } catch (HttpTimeoutException e) {
      throw unreachable("The server at " + address.url() + " does not answer in time.", e);
    } catch (IOException e) {
      throw unreachable(noServer(address.url()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("The request was interrupted.", e);
    }
  }

  private static String noServer(URI url) {
    return "No server answers at " + url + ". 'vespene up' starts one on this machine.";
  }

  private static CommandFailure unreachable(String message, Exception cause) {
    return new CommandFailure(ExitCode.UNREACHABLE, message, cause);
  }

  private sealed interface Answer<T> {
    record Good<T>(T body) implements Answer<T> {}

    record Refused<T>(String body) implements Answer<T> {}
  }
}
