package io.vespene.server.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large: before they are read when they say so, else while they are.
 */
public final class BodyLimit extends OncePerRequestFilter {
  private static final long MAX_JSON_BYTES = 1024 * 1024;
  private static final long MAX_FORM_BYTES = 2 * 1024 * 1024;

  /** Log frames: a worker sends several chunks at once after an outage. */
  private static final long MAX_STREAM_BYTES = 8 * 1024 * 1024;

  private final ProblemAnswer answer;

  BodyLimit(ProblemAnswer answer) {
    this.answer = answer;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long maxBytes = limitFor(request);
    if (request.getContentLengthLong() > maxBytes) {
      answer.send(request, response, new BodyTooLarge(maxBytes).problem());
      return;
    }
    chain.doFilter(new LimitedRequest(request, maxBytes), response);
  }

  private static long limitFor(HttpServletRequest request) {
    String type = request.getContentType();
    if (type == null) {
      return MAX_JSON_BYTES;
    }
    if (type.startsWith(MediaType.APPLICATION_OCTET_STREAM_VALUE)) {
      return MAX_STREAM_BYTES;
    }
    return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
        ? MAX_FORM_BYTES
        : MAX_JSON_BYTES;
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {
    private final long maxBytes;

    LimitedRequest(HttpServletRequest request, long maxBytes) {
      super(request);
      this.maxBytes = maxBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedInput(super.getInputStream(), maxBytes);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class LimitedInput extends ServletInputStream {
    private final ServletInputStream input;
    private final long maxBytes;
    private long readBytes;

    LimitedInput(ServletInputStream input, long maxBytes) {
      this.input = input;
      this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
      int next = input.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int size = input.read(target, offset, length);
      count(Math.max(0, size));
      return size;
    }

    private void count(int bytes) throws BodyTooLarge {
      readBytes += bytes;
      if (readBytes > maxBytes) {
        throw new BodyTooLarge(maxBytes);
      }
    }

    @Override
    public boolean isFinished() {
      return input.isFinished();
    }

    @Override
    public boolean isReady() {
      return input.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      input.setReadListener(listener);
    }
  }
}
