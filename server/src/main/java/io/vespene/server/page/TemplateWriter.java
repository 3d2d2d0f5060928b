package io.vespene.server.page;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends the filled templates that page methods return. */
final class TemplateWriter implements HandlerMethodReturnValueHandler {
  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return JteModel.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object returned,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    if (returned instanceof JteModel page
        && request.getNativeResponse() instanceof HttpServletResponse response) {
      write(page, response);
    }
  }

  /**
   * Renders the whole before anything is sent, so that a failure can still become an error page.
   */
  static void write(JteModel page, HttpServletResponse response) throws IOException {
    var html = new Utf8ByteOutput();
    page.render(html);
    response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
    response.setContentLength(html.getContentLength());
    html.writeTo(response.getOutputStream());
  }
}
