package io.vespene.worker.build;

/** Addresses of repositories as people may see them. */
final class SafeUrl {
  private SafeUrl() {}

  /** The address without the name and the password that it may hold. */
  static String of(String url) {
    return url.replaceAll("//[^/@]*@", "//…@");
  }
}
