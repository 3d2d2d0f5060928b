package io.vespene.server.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends the answers to forms. */
final class FormAnswerWriter implements HandlerMethodReturnValueHandler {
  @Override
  public boolean supportsReturnType(MethodParameter returned) {
    return FormAnswer.class.isAssignableFrom(returned.getParameterType());
  }

  @Override
  public void handleReturnValue(
      @Nullable Object returned,
      MethodParameter type,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    if (!(returned instanceof FormAnswer answer)
        || !(request.getNativeResponse() instanceof HttpServletResponse response)) {
      return;
    }
    switch (answer) {
      case FormAnswer.GoOn on -> {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, on.path());
      }
      case FormAnswer.Show shown -> {
        response.setStatus(shown.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        TemplateWriter.write(shown.page(), response);
      }
    }
  }
}
