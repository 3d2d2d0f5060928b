/**
 * HTML for people.
 *
 * <p>A page is a method of a {@code …Pages} class, registered in {@link
 * io.vespene.server.page.PageConfiguration}. It asks for a {@link io.vespene.server.view.Frame}
 * and, when it needs to know who is looking, a {@link io.vespene.core.user.User}, and returns a
 * template filled with its data:
 *
 * <pre>
 * &#64;GetMapping("/builds")
 * JteModel builds(Frame frame) {
 *   return templates.buildList(frame, builds.newest());
 * }
 * </pre>
 *
 * <p>Templates are in {@code src/main/jte}, one folder per resource; each is a method of the
 * generated {@code Templates}. What a template shows beyond the records of core stands in {@link
 * io.vespene.server.view}. Whole pages wrap themselves in {@code layout/page.jte}; parts that htmx
 * fetches don't. Scripts and styles are in {@code src/main/resources/static} and named in templates
 * by {@code frame.asset("js/….js")}; nothing is inline, the content policy forbids it. Forms carry
 * the field {@code _csrf} ({@code frame.csrf()}); htmx sends it by itself.
 */
@NullMarked
package io.vespene.server.page;

import org.jspecify.annotations.NullMarked;
