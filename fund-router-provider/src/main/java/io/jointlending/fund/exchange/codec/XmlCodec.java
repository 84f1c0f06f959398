package io.jointlending.fund.exchange.codec;

import io.jointlending.fund.flow.domain.tree.Tree;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML as the same tree: an element is a field, an element that is repeated is a list, what an element holds is a text. The
 * name of the root, attributes, prefixes and comments say nothing. A document type is refused, so that no entity exists.
 */
public final class XmlCodec implements Codec {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,63}");
    private static final XMLInputFactory READERS = readers();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();
    private static final String ROOT = "message";

    @Override
    public String contentType() {
        return "application/xml; charset=utf-8";
    }

    @Override
    public byte[] encode(Tree tree) {
        if (!(tree instanceof Tree.Fields)) {
            throw new BadMessage("an XML message consists of fields");
        }
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter writer = WRITERS.createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
            write(writer, ROOT, tree);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new BadMessage("the message cannot be written as XML", e);
        }
        return Utf8.write(text.toString());
    }

    @Override
    public Tree decode(byte[] text) {
        String read = Utf8.read(text);
        try {
            XMLStreamReader reader = READERS.createXMLStreamReader(new StringReader(read));
            Reading reading = new Reading(reader);
            int event = reader.next();
            while (event != XMLStreamConstants.START_ELEMENT) {
                if (event == XMLStreamConstants.DTD) {
                    throw new BadMessage("a document type is not allowed");
                }
                event = reader.next();
            }
            Tree tree = reading.element(1);
            while (reader.hasNext()) {
                reader.next();
            }
            return tree instanceof Tree.Text ? Tree.Fields.empty() : tree;
        } catch (XMLStreamException e) {
            throw new BadMessage("no XML"); // its own message repeats the content
        }
    }

    private static void write(XMLStreamWriter out, String name, Tree tree) throws XMLStreamException {
        if (!NAME.matcher(name).matches()) {
            throw new BadMessage("a field cannot be the name of an XML element");
        }
        if (tree instanceof Tree.Items some) {
            for (Tree item : some.items()) {
                if (item instanceof Tree.Items) {
                    throw new BadMessage("XML has no list of lists");
                }
                write(out, name, item);
            }
            return;
        }
        out.writeStartElement(name);
        if (tree instanceof Tree.Fields some) {
            for (Map.Entry<String, Tree> field : some.fields().entrySet()) {
                write(out, field.getKey(), field.getValue());
            }
        } else {
            out.writeCharacters(characters(tree));
        }
        out.writeEndElement();
    }

    private static String characters(Tree leaf) {
        if (leaf instanceof Tree.Nil) {
            return "";
        }
        String text = leaf instanceof Tree.Text some ? some.value() : leaf.toString();
        boolean fine = text.codePoints()
                .allMatch(sign -> sign == '\t' || sign == '\n' || (sign >= ' ' && sign != 0xFFFE && sign != 0xFFFF));
        if (!fine) {
            throw new BadMessage("a text holds a sign that XML cannot carry");
        }
        return text;
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** One pass over a message. */
    private static final class Reading {
        private final XMLStreamReader reader;
        private int values;

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        /** The element that the reader stands on; afterwards it stands on its end. */
        Tree element(int depth) throws XMLStreamException {
            if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
                throw new BadMessage("the message is deeper or larger than allowed");
            }
            StringBuilder text = new StringBuilder();
            Map<String, List<Tree>> children = new LinkedHashMap<>();
            while (true) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT ->
                        children.computeIfAbsent(reader.getLocalName(), name -> new ArrayList<>())
                                .add(element(depth + 1));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
                    case XMLStreamConstants.SPACE, XMLStreamConstants.COMMENT -> {}
                    case XMLStreamConstants.END_ELEMENT -> {
                        return tree(text, children);
                    }
                    default -> throw new BadMessage("entities and instructions are not allowed");
                }
            }
        }

        private static Tree tree(StringBuilder text, Map<String, List<Tree>> children) {
            if (children.isEmpty()) {
                return new Tree.Text(text.toString());
            }
            if (!text.toString().isBlank()) {
                throw new BadMessage("an element holds both text and elements");
            }
            Map<String, Tree> fields = new LinkedHashMap<>();
            children.forEach((name, same) -> fields.put(name, oneOrMany(same)));
            return new Tree.Fields(fields);
        }

        private static Tree oneOrMany(List<Tree> same) {
            return same.size() == 1 ? same.get(0) : new Tree.Items(same);
        }
    }
}
