package cn.baosong.excel;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** XML of strangers: no document type, so no entities; nothing is fetched from anywhere. */
final class SafeXml {

    private SafeXml() {}

    static void parse(InputStream in, DefaultHandler handler) throws IOException, SAXException {
        try {
            var factory = SAXParserFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setXIncludeAware(false);
            factory.newSAXParser().parse(new InputSource(in), handler);
        } catch (ParserConfigurationException missing) {
            throw new IllegalStateException("this Java reads no XML safely", missing);
        }
    }

    /** Reads up to the root element: a document type, where there is one, stands before it. */
    static void refuseDoctype(InputStream in) throws IOException, SAXException {
        try {
            parse(in, new DefaultHandler() {
                @Override
                public void startElement(String uri, String name, String qualified, org.xml.sax.Attributes attributes) {
                    throw new Enough();
                }
            });
        } catch (Enough rootFound) {
            // what comes after the root element begins is read by who needs it
        }
    }

    /** Ends a parse early. */
    private static final class Enough extends RuntimeException {
        Enough() {
            super(null, null, false, false);
        }
    }
}
