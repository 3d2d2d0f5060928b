package io.vespene.plugins.scm;

import io.vespene.plugin.CheckoutFailed;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What svn prints with {@code --xml}, of which a few elements, each standing once, are wanted. */
final class SvnXml {
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, String> attributes = new HashMap<>();

  private SvnXml() {}

  /**
   * Reads it.
   *
   * @throws CheckoutFailed if it is no XML, such as when there was more of it than is kept
   */
  static SvnXml parse(String xml) throws CheckoutFailed {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    var found = new SvnXml();
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      found.read(reader);
      reader.close();
      return found;
    } catch (XMLStreamException e) {
      throw new CheckoutFailed("svn's answer can't be read: " + e.getMessage(), e);
    }
  }

  private void read(XMLStreamReader reader) throws XMLStreamException {
    String element = "";
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          element = reader.getLocalName();
          for (int index = 0; index < reader.getAttributeCount(); index++) {
            attributes.putIfAbsent(
                element + "/" + reader.getAttributeLocalName(index),
                reader.getAttributeValue(index));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            texts.merge(element, reader.getText(), String::concat);
        case XMLStreamConstants.END_ELEMENT -> element = "";
        default -> {
          // Comments and the like say nothing.
        }
      }
    }
  }

  /** The text in an element; empty if there is no such element. */
  String text(String element) {
    return texts.getOrDefault(element, "");
  }

  /**
   * An attribute of an element.
   *
   * @throws CheckoutFailed if there is no such thing
   */
  String attribute(String element, String name) throws CheckoutFailed {
    String value = attributes.get(element + "/" + name);
    if (value == null) {
      throw new CheckoutFailed("svn did not say the " + name + " of " + element);
    }
    return value;
  }
}
