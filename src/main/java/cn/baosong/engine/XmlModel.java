package cn.baosong.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A BPMN or DMN file as a tree, read without document types, entities or anything fetched from elsewhere. */
final class XmlModel {

    static final String CAMUNDA_BPMN = "http://camunda.org/schema/1.0/bpmn";

    /** Elements of a file; the largest of the product has about two thousand. */
    static final int MOST_ELEMENTS = 40_000;

    /** Elements inside one another; a drawn model has about ten. */
    private static final String DEEPEST = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private static final ErrorHandler QUIET = new ErrorHandler() {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    };

    private XmlModel() {}

    /** @throws SAXException if the file is not well-formed, or has a document type (the message then says DOCTYPE) */
    static Element parse(byte[] file) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(DEEPEST, "100");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(QUIET);
            Document document = builder.parse(new ByteArrayInputStream(file));
            return document.getDocumentElement();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's XML parser takes no document type away", impossible);
        } catch (IOException unreadable) {
            throw new SAXException(unreadable.getMessage(), unreadable);
        }
    }

    /**
     * Reads a file nobody has read before.
     *
     * @param findings gets why it cannot be read
     * @return its elements in their order; none of a file that is not well-formed, has a document type or too many of them
     */
    static List<Element> elements(String file, byte[] content, Findings findings) {
        try {
            List<Element> all = all(parse(content));
            if (all.size() <= MOST_ELEMENTS) {
                return all;
            }
            findings.add(new GuardFinding(
                    file,
                    "",
                    "",
                    "too-many-elements",
                    List.of(String.valueOf(all.size()), String.valueOf(MOST_ELEMENTS))));
        } catch (SAXException broken) {
            String message = String.valueOf(broken.getMessage());
            String rule = message.contains("DOCTYPE") ? "doctype" : "not-xml";
            findings.add(new GuardFinding(file, "", "", rule, List.of(message)));
        }
        return List.of();
    }

    /** A file the guard has read before. */
    static Element parseAccepted(byte[] file) {
        try {
            return parse(file);
        } catch (SAXException broken) {
            throw new IllegalStateException("a deployed model is not readable", broken);
        }
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    /** @return {@code top} and all below it, in document order */
    static List<Element> all(Element top) {
        List<Element> found = new ArrayList<>();
        collect(top, found);
        return found;
    }

    private static void collect(Element element, List<Element> found) {
        found.add(element);
        children(element).forEach(child -> collect(child, found));
    }

    /** The engine looks at local names only, so must whoever reads before it. */
    static boolean is(Element element, String localName) {
        return localName.equals(element.getLocalName());
    }

    static String camunda(Element element, String attribute) {
        return element.getAttributeNS(CAMUNDA_BPMN, attribute);
    }

    static List<Attr> attributes(Element element) {
        NamedNodeMap map = element.getAttributes();
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < map.getLength(); i++) {
            attributes.add((Attr) map.item(i));
        }
        return attributes;
    }

    /** The element's own text as the engine joins it: pieces around children, comments and CDATA put together. */
    static String text(Element element) {
        StringBuilder text = new StringBuilder();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Text piece) {
                text.append(piece.getData());
            }
        }
        return text.toString();
    }
}
