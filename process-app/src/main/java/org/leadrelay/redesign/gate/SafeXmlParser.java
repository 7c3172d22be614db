package org.leadrelay.redesign.gate;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML parser for uploaded files (StAX) that can fetch nothing: no DTD, no entity, no schema. Nothing else parses a file before it
 * does.
 */
public final class SafeXmlParser {

    /** Bytes of one file. */
    public static final int LARGEST_FILE = 1 << 20;

    /** Bytes of all files of a request. */
    public static final int LARGEST_REQUEST = 10 << 20;

    /** Files of a request. */
    public static final int MOST_FILES = 30;

    static final int MOST_ELEMENTS = 20_000;
    static final int DEEPEST = 60;
    static final int LONGEST_ATTRIBUTE = 4_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String file;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable Node root;
    private int elements;

    private SafeXmlParser(String file) {
        this.file = file;
    }

    /**
     * @return the root
     * @throws UnreadableFile when it is no well-formed file of its kind, too large, or holds what none may hold
     */
    public static Node read(ModelFile file) {
        return read(file.name(), file.kind(), file.content());
    }

    /** Of whatever kind it is. */
    static Node readAny(String name, byte[] content) {
        return new SafeXmlParser(name).parse(text(name, content));
    }

    private static Node read(String name, FileKind kind, byte[] content) {
        Node root = readAny(name, content);
        String wanted = kind == FileKind.DECISION ? Namespaces.DMN : Namespaces.BPMN;
        if (!root.name().equals("definitions") || !root.uri().equals(wanted)) {
            throw refused(name, Rule.FILE_ROOT, root.line(), "{" + root.uri() + "}" + root.name());
        }
        return root;
    }

    /**
     * @throws UnreadableFile when it is too large or is not UTF-8
     */
    static String text(String name, byte[] content) {
        if (content.length > LARGEST_FILE) {
            throw refused(name, Rule.FILE_SIZE, 0, String.valueOf(LARGEST_FILE));
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException otherEncoding) {
            throw refused(name, Rule.FILE_ENCODING, 1, "?");
        }
    }

    private Node parse(String text) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
            declaration(reader);
            while (reader.hasNext()) {
                event(reader, reader.next());
            }
        } catch (XMLStreamException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNumber();
            throw refused(file, Rule.FILE_MALFORMED, Math.max(line, 0), reason(malformed));
        }
        if (root == null) {
            throw refused(file, Rule.FILE_MALFORMED, 1, "");
        }
        return root;
    }

    /** The engine obeys the declaration, so it may say nothing that this parser, which is given characters, does not. */
    private void declaration(XMLStreamReader reader) {
        String encoding = reader.getCharacterEncodingScheme();
        if (encoding != null && !"UTF-8".equalsIgnoreCase(encoding)) {
            throw refused(file, Rule.FILE_ENCODING, 1, encoding);
        }
        String version = reader.getVersion();
        if (version != null && !"1.0".equals(version)) {
            throw refused(file, Rule.FILE_VERSION, 1, version);
        }
    }

    private void event(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                if (!open.isEmpty()) {
                    open.element().text.append(reader.getText());
                }
            }
            // without a DTD no entity can be declared, and what is not declared cannot be read
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw refused(file, Rule.FILE_DOCTYPE, line(reader));
            case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                throw refused(file, Rule.FILE_INSTRUCTION, line(reader), reader.getPITarget());
            default -> {} // a comment says nothing to anybody
        }
    }

    private void start(XMLStreamReader reader) {
        if (++elements > MOST_ELEMENTS) {
            throw refused(file, Rule.FILE_ELEMENTS, line(reader), String.valueOf(MOST_ELEMENTS));
        }
        if (open.size() >= DEEPEST) {
            throw refused(file, Rule.FILE_DEPTH, line(reader), String.valueOf(DEEPEST));
        }
        String uri = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        String name = reader.getLocalName();
        if (Namespaces.XINCLUDE.equals(uri) || (Namespaces.isModel(uri) && "import".equals(name))) {
            throw refused(file, Rule.FILE_FETCHES, line(reader), name);
        }
        open.push(new Open(
                uri,
                name,
                attributes(reader),
                line(reader),
                reader.getLocation().getColumnNumber()));
    }

    private Map<String, String> attributes(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String uri = reader.getAttributeNamespace(i) == null ? "" : reader.getAttributeNamespace(i);
            String name = reader.getAttributeLocalName(i);
            String value = reader.getAttributeValue(i);
            if (value.length() > LONGEST_ATTRIBUTE) {
                throw refused(file, Rule.FILE_ATTRIBUTE, line(reader), name, String.valueOf(LONGEST_ATTRIBUTE));
            }
            if (Namespaces.XSI.equals(uri) && name.toLowerCase(Locale.ROOT).endsWith("schemalocation")) {
                throw refused(file, Rule.FILE_FETCHES, line(reader), name);
            }
            attributes.put(Namespaces.attribute(uri, name), value);
        }
        return attributes;
    }

    private void end() {
        Node node = open.pop().closed();
        if (open.isEmpty()) {
            root = node;
        } else {
            open.element().children.add(node);
        }
    }

    private static int line(XMLStreamReader reader) {
        return reader.getLocation().getLineNumber();
    }

    /** What the parser says, without the place, which is said in the finding. */
    private static String reason(XMLStreamException malformed) {
        String message = String.valueOf(malformed.getMessage());
        int from = message.lastIndexOf("Message: ");
        return from < 0 ? message : message.substring(from + "Message: ".length());
    }

    /** The line is the first argument of every finding of this class, {@code 0} where it means nothing. */
    private static UnreadableFile refused(String file, Rule rule, int line, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.add(String.valueOf(line));
        arguments.addAll(List.of(more));
        return new UnreadableFile(new Finding(rule.severity(), rule.code(), file, null, arguments));
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory(); // the JDK's own, whatever lies on the class path
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched for a model");
        });
        return factory;
    }

    /** An element whose end has not been read yet. */
    private static final class Open {

        private final String uri;
        private final String name;
        private final Map<String, String> attributes;
        private final int line;
        private final int column;
        private final StringBuilder text = new StringBuilder();
        private final List<Node> children = new ArrayList<>();

        Open(String uri, String name, Map<String, String> attributes, int line, int column) {
            this.uri = uri;
            this.name = name;
            this.attributes = attributes;
            this.line = line;
            this.column = column;
        }

        Node closed() {
            return new Node(
                    uri,
                    name,
                    attributes.get("id"),
                    Collections.unmodifiableMap(attributes),
                    text.toString().strip(),
                    List.copyOf(children),
                    line,
                    column);
        }
    }
}
